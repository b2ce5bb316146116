#!/usr/bin/env python3
"""A local Spark session writes the statements that one process writes, and the links of a dataset, over a corpus.

usage: extract_corpus_test.py PROGRAM [--news NEWS.jsonl[.xz] [--articles N]]

By default the corpus is the examples, with a record twice, one under another address and a broken one.  Exit status 77 if pyspark or
Java is not here.
"""

import argparse
import gzip
import importlib.util
import itertools
import json
import lzma
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

top = pathlib.Path(__file__).resolve().parents[2]


def corpus_of(options):
    if not options.news:
        lines = [line for name in ("fishing.jsonl", "news.jsonl") for line in open(top / "examples" / name)]
        copy = json.loads(lines[0])
        copy["url"] = "https://example.org/copy"
        return lines + [lines[0], json.dumps(copy) + "\n", '{"id": "broken"\n']
    opened = lzma.open if options.news.endswith(".xz") else open
    with opened(options.news, "rt", encoding="utf-8") as file:
        return list(itertools.islice(file, options.articles))


def statements_in(folder):
    return sorted(line for part in pathlib.Path(folder).glob("part-*.gz") for line in gzip.open(part).read().splitlines())


def links_of_dataset(program, news, dataset):
    subprocess.run([program, "extract", "--input", "jsonl", "--into", dataset, news], stderr=subprocess.DEVNULL)
    exported = subprocess.run([program, "export", dataset], stdout=subprocess.PIPE, check=True).stdout
    links = set(re.findall(rb"<(\S+/derived#link=\w+)>", exported))
    named = [b"nearCopyOf> ", b"sameEventAs> "]
    return sorted(
        line
        for line in exported.splitlines()
        if line.endswith(b"/derived> .") and (line[1 : line.index(b">")] in links or any(name in line for name in named))
    )


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("--news")
    parser.add_argument("--articles", type=int)
    options = parser.parse_args()
    if not importlib.util.find_spec("pyspark") or not shutil.which("java"):
        print("pyspark or java is not here", file=sys.stderr)
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        news = pathlib.Path(folder) / "news.jsonl"
        news.write_text("".join(corpus_of(options)), encoding="utf-8")
        program = str(pathlib.Path(options.program).resolve())
        spark = subprocess.run(
            [sys.executable, top / "examples/spark/extract_corpus.py", program, news, f"{folder}/out", "--link", "--partitions", "3"],
            stderr=subprocess.PIPE,
        )
        alone = subprocess.run(
            [program, "extract", "--input", "jsonl", "--format", "nquads", news], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        if spark.returncode != alone.returncode:
            sys.exit(f"Spark ended with {spark.returncode}, alone {alone.returncode}:\n{spark.stderr.decode()[-2000:]}")
        written = statements_in(f"{folder}/out")
        expected = sorted(alone.stdout.splitlines())
        if written != expected or not expected:
            sys.exit(f"{len(written)} statements by Spark, {len(expected)} by one process")
        linked = statements_in(f"{folder}/out.links")
        expected_links = links_of_dataset(program, news, f"{folder}/dataset")
        if linked != expected_links or not linked:
            sys.exit(f"{len(linked)} statements of links by Spark, {len(expected_links)} in a dataset")
        print(f"{len(expected)} statements and {len(linked)} of links, the same by Spark")



main()
