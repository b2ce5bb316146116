#!/usr/bin/env python3
"""demarche beside its peers, on this machine, in one run: speed, memory, start-up.

usage: proof.py BUILD NEWS.jsonl[.xz] [--words N] [--rounds N] [--processor N]
                [--corenlp FOLDER] [--wink FOLDER] [--write]

Installs nothing: a peer that is not here is named and left out.  BUILD is the
folder of a release build with -DDEMARCHE_BENCH=ON.

Readers of text: `demarche extract` (articles to Turtle, claims view), spaCy's
small English pipeline, CoreNLP (FOLDER has its jars; tokens to names and
dependencies), wink-nlp (FOLDER is or has node_modules).  All read the same articles,
drawn by a fixed seed, on one processor, as whole processes.  What a process
takes for one word is its start-up; words per second are counted without it.
A word is what stands between spaces.

Converters of triples: `bench_convert`, serdi, rapper, Oxigraph, all from the
N-Triples that demarche wrote of these articles to Turtle.

The rounds are interleaved, so that all see the same moods of the machine; best
and median of the rounds are given.  --write puts the table into bench/results.md
and the plot into bench/proof.svg.
"""

import argparse
import datetime
import importlib.util
import json
import lzma
import os
import pathlib
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
seed = 20260601


def draw(news, words, path):
    """Writes articles of about so many words; gives the number of words.

    Keeps no text: what this process holds counts as the memory of those that it starts.
    """

    def lines():
        opened = lzma.open(news, "rt", encoding="utf-8") if news.endswith(".xz") else open(news, encoding="utf-8")
        with opened as file:
            yield from file

    counts = [len(json.loads(line)["text"].split()) for line in lines()]
    order = list(range(len(counts)))
    random.Random(seed).shuffle(order)
    chosen, count = set(), 0
    for number in order:
        if count >= words:
            break
        chosen.add(number)
        count += counts[number]
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(line for number, line in enumerate(lines()) if number in chosen)
    return count


def run(command, processor, environment=None):
    """Seconds and peak MiB of a whole process, its children included."""
    pin = (lambda: os.sched_setaffinity(0, {processor})) if hasattr(os, "sched_setaffinity") else None
    with tempfile.TemporaryFile() as messages:
        begin = time.perf_counter()
        child = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=messages,
            preexec_fn=pin,
            env={**os.environ, "OMP_NUM_THREADS": "1", **(environment or {})},
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begin
        if status != 0:
            messages.seek(0)
            said = messages.read().decode("utf-8", "replace")
            raise SystemExit(f"proof: {' '.join(command)} failed:\n{said[-2000:]}")
    return seconds, usage.ru_maxrss / 1024


def core_nlp(folder, articles, folder_of_texts, tag):
    """CoreNLP reads files and writes its analyses beside them."""
    texts = pathlib.Path(folder_of_texts) / tag
    texts.mkdir()
    with open(texts / "list", "w", encoding="utf-8") as names:
        for i, line in enumerate(open(articles, encoding="utf-8")):
            (texts / f"{i}.txt").write_text(json.loads(line)["text"], encoding="utf-8")
            names.write(f"{texts}/{i}.txt\n")
    return [
        *("java", "-Xmx3g", "-cp", f"{folder}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP"),
        *("-annotators", "tokenize,pos,lemma,ner,depparse", "-threads", "1"),
        *("-filelist", f"{texts}/list", "-outputFormat", "conllu", "-outputDirectory", str(texts)),
    ]


def node_modules(folder):
    """The folder that has wink-nlp: the one given, or node_modules in it."""
    if folder:
        given = pathlib.Path(folder).resolve()
        for modules in (given, given / "node_modules"):
            if (modules / "wink-nlp").is_dir():
                return modules
    return None


def readers(options, articles, one_word, scratch):
    """Name -> commands for the articles and for one word, environment."""
    demarche = [f"{options.build}/demarche", "extract", "--input", "jsonl", "--threads", "1"]
    found = {"demarche": ([*demarche, articles], [*demarche, one_word], {})}
    if importlib.util.find_spec("spacy"):
        spacy = [sys.executable, str(here / "peers/spacy_peer.py")]
        found["spaCy small"] = ([*spacy, articles], [*spacy, one_word], {})
    if options.corenlp and shutil.which("java"):
        found["CoreNLP"] = (
            core_nlp(options.corenlp, articles, scratch, "articles"),
            core_nlp(options.corenlp, one_word, scratch, "word"),
            {},
        )
    modules = node_modules(options.wink)
    if modules and shutil.which("node"):
        wink = ["node", str(here / "peers/wink_peer.js")]
        found["wink-nlp"] = ([*wink, articles], [*wink, one_word], {"NODE_PATH": str(modules)})
    return found


def converters(options, triples, empty, scratch):
    to = f"{scratch}/out.ttl"
    commands = {
        "demarche": lambda path: [f"{options.build}/bench_convert", path],
        "serdi": lambda path: ["serdi", "-q", "-b", "-i", "ntriples", "-o", "turtle", path],
        "rapper": lambda path: ["rapper", "-q", "-i", "ntriples", "-o", "turtle", path],
        "oxigraph": lambda path: ["oxigraph", "convert", "--from-file", path, "--to-file", to],
    }
    return {
        name: (command(triples), command(empty), {})
        for name, command in commands.items()
        if name == "demarche" or shutil.which(name)
    }


def measure(programs, rounds, processor):
    """Name -> of each round: seconds, seconds of start-up, MiB."""
    taken = {name: [] for name in programs}
    for number in range(rounds):
        for name, (work, start, environment) in programs.items():
            start_up, _ = run(start, processor, environment)
            seconds, memory = run(work, processor, environment)
            taken[name].append((seconds, start_up, memory))
            print(f"proof: round {number + 1}, {name}: {seconds:.1f} s", file=sys.stderr)
    return taken


def rates(rounds, amount):
    """Amount per second beside the start-up, of each round."""
    return [amount / max(seconds - start_up, 1e-3) for seconds, start_up, _ in rounds]


def rounded(number):
    return f"{float(f'{number:.3g}'):,.0f}"


def table(taken, amount, unit, scale):
    best = max(rates(taken["demarche"], amount))
    median = statistics.median(rates(taken["demarche"], amount))
    lines = [
        f"| | {unit}/s, best | median | demarche's median against it | start-up | peak memory |",
        "|---|---|---|---|---|---|",
    ]
    for name, rounds in taken.items():
        rate = rates(rounds, amount)
        lines.append(
            f"| {name} | {rounded(max(rate) / scale)} | {rounded(statistics.median(rate) / scale)} "
            f"| {'' if name == 'demarche' else f'{median / statistics.median(rate):.2f} x'} "
            f"| {statistics.median(r[1] for r in rounds):.2f} s | {max(r[2] for r in rounds):.0f} MB |"
        )
    assert best >= median
    return "\n".join(lines)


def plot(parts):
    """Bars of the median rates, one group beside the other, as SVG."""
    width, bar, gap, left = 720, 22, 8, 130
    rows, y = [], 10
    for title, taken, amount, scale in parts:
        y += 24
        rows.append(f'<text x="{left}" y="{y - 8}" font-weight="bold">{title}</text>')
        medians = {name: statistics.median(rates(rounds, amount)) / scale for name, rounds in taken.items()}
        longest = max(medians.values())
        for name, rate in medians.items():
            length = max(1, (width - left - 110) * rate / longest)
            colour = "#2b6cb0" if name == "demarche" else "#a0aec0"
            rows += [
                f'<text x="{left - 8}" y="{y + 15}" text-anchor="end">{name}</text>',
                f'<rect x="{left}" y="{y}" width="{length:.1f}" height="{bar}" fill="{colour}"/>',
                f'<text x="{left + length + 6:.1f}" y="{y + 15}">{rounded(rate)}</text>',
            ]
            y += bar + gap
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{y + 10}" '
        f'font-family="sans-serif" font-size="13">\n'
        f'<rect width="{width}" height="{y + 10}" fill="#ffffff"/>\n' + "\n".join(rows) + "\n</svg>\n"
    )


def processor_name():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def write_between(path, begin, end, text):
    whole = path.read_text(encoding="utf-8")
    head, rest = whole.split(begin, 1)
    tail = rest.split(end, 1)[1]
    path.write_text(f"{head}{begin}\n\n{text}\n\n{end}{tail}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("build")
    parser.add_argument("news")
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processor", type=int, default=0)
    parser.add_argument("--corenlp")
    parser.add_argument("--wink")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        articles, one_word = f"{scratch}/articles.jsonl", f"{scratch}/word.jsonl"
        words = draw(options.news, options.words, articles)
        pathlib.Path(one_word).write_text('{"id": "1", "text": "Peace."}\n', encoding="utf-8")
        texts = readers(options, articles, one_word, scratch)
        triples, empty = f"{scratch}/news.nt", f"{scratch}/empty.nt"
        pathlib.Path(empty).touch()
        subprocess.run(
            [f"{options.build}/demarche", "extract", "--input", "jsonl", "--format", "ntriples", articles, "-o", triples],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        with open(triples, encoding="utf-8") as file:
            count = sum(1 for _ in file)
        graphs = converters(options, triples, empty, scratch)
        for name in {"spaCy small", "CoreNLP", "wink-nlp"} - set(texts):
            print(f"proof: {name} is not here", file=sys.stderr)
        for name in {"serdi", "rapper", "oxigraph"} - set(graphs):
            print(f"proof: {name} is not here", file=sys.stderr)
        read = measure(texts, options.rounds, options.processor)
        converted = measure(graphs, options.rounds, options.processor)
    report = (
        f"{datetime.date.today()}, {processor_name()}, one processor, {options.rounds} interleaved rounds "
        f"(`bench/proof.py`).\n\nNews, {words:,} words:\n\n{table(read, words, 'words', 1)}\n\n"
        f"N-Triples to Turtle, {count:,} triples:\n\n{table(converted, count, 'thousand triples', 1000)}\n\n"
        "![the medians as bars](proof.svg)"
    )
    print(report)
    if options.write:
        write_between(here / "results.md", "<!-- proof -->", "<!-- end of proof -->", report)
        (here / "proof.svg").write_text(
            plot([("words of news per second", read, words, 1), ("thousand triples per second", converted, count, 1000)]),
            encoding="utf-8",
        )


main()
