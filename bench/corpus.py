#!/usr/bin/env python3
"""corpus.py PROGRAM NEWS.jsonl: whole corpora and long texts against their bars.

Time, peak and growth of memory over NEWS in shards, with one thread and two;
the same bytes for 1, 2 and 8 threads and after kills at random points; and how
time grows with the length of ordinary and pathological texts.  NEWS may be what
`demarche extract` reads: JSONL, packed or not.  --articles N takes the first N
of a JSONL file that is not packed; --sizes gives the lengths of texts in kB.
"""
import argparse
import filecmp
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ORDINARY = (
    "Chad accused its neighbour Niger of shelling a border village on Friday. "
    '"We will not wait for another attack," Defence Minister Adam Saleh said. '
    "Niger's army denied that it had fired, and urged both sides to return to "
    "talks in Geneva, which the United Nations has hosted since 2019. "
    "About 1,200 people fled, aid workers said.\n"
)


def repeated(unit, size):
    return (unit * (size // len(unit) + 1))[:size]


def ordinary(size):
    """Names and numbers change, as they do in a long text."""
    letters = "aeioubdglmnrst"
    parts, length = [], 0
    for i in itertools.count():
        name = "".join(letters[(i // 14**k * 7 + k) % 14] for k in range(4))
        part = ORDINARY.replace("Saleh", name.title()).replace("1,200", str(i + 2))
        parts.append(part + ("\n" if i % 3 == 2 else ""))
        length += len(parts[-1])
        if length >= size:
            return "".join(parts)[:size]


TEXTS = {
    "ordinary": ordinary,
    "one line": lambda size: ordinary(size).replace("\n", " "),
    "no full stop": lambda size: ordinary(size).replace(".", ""),
    "one word": lambda size: "x" * size,
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "quotation marks": lambda size: repeated('"We left," he said. "', size),
    "open quotations": lambda size: repeated('He said: "We left. ', size),
    "capitals": lambda size: ordinary(size).upper(),
    "one name": lambda size: repeated("Saleh left. ", size),
    "names only": lambda size: repeated("Adam Saleh ", size),
    "said that": lambda size: repeated("they said that ", size),
    "commas": lambda size: repeated("Chad, ", size),
    "lines": lambda size: repeated("Chad left\n", size),
    "punctuation": lambda size: repeated(".,;:!?", size),
}


def run(command, **how):
    """Wall and CPU seconds, and the peak of memory in MB."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, **how)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: ended with {process.returncode}")
    return (time.monotonic() - begin, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024)


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
    return 0


def shards(args, name, threads, *more, articles=1000):
    return [args.program, "extract", "--threads", str(threads), "--shards", name,
            "--shard-articles", str(articles), *more, args.news]


def measure_corpus(args, folder, threads):
    """Growth is of the highest memory after the first shard over that in it."""
    command = shards(args, folder, threads)
    first = os.path.join(folder, "shard-000001.nq.zst")
    begin = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    early = late = 0
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        memory = resident(process.pid)
        if os.path.exists(first):
            late = max(late, memory)
        else:
            early = max(early, memory)
        time.sleep(0.05)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - begin
    growth = f"{100 * (late / early - 1):+.1f} %" if late and early else "-"
    print(f"{threads} threads: {seconds:.1f} s, {usage.ru_utime + usage.ru_stime:.1f}"
          f" CPU s, peak {usage.ru_maxrss / 1024:.0f} MB, growth after the first "
          f"shard {growth}", flush=True)
    return seconds


def same(a, b):
    names = sorted(os.listdir(a))
    return names == sorted(os.listdir(b)) and not any(
        filecmp.cmpfiles(a, b, names, shallow=False)[1:])


def measure_bytes(args, scratch):
    path = lambda name: os.path.join(scratch, name)
    seconds = 0
    for threads in (1, 2, 8):
        seconds = run(shards(args, path(f"{threads}"), threads, articles=7))[0]
    print("same bytes for 1, 2, 8 threads:",
          same(path("1"), path("2")) and same(path("1"), path("8")))
    kills = 0
    while True:
        process = subprocess.Popen(
            shards(args, path("killed"), 2, "--resume", articles=7),
            stderr=subprocess.DEVNULL)
        try:
            process.wait(0.2 + random.random() * seconds / 2)
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
    print(f"same bytes after {kills} kills:", same(path("1"), path("killed")),
          flush=True)


def measure_texts(args, scratch):
    path = os.path.join(scratch, "text.txt")

    def seconds_of(text):
        with open(path, "w") as file:
            file.write(text)
        _, cpu, memory = run([args.program, "extract", "--threads", "1", "--input",
                              "text", "--format", "nquads", path])
        return cpu, memory

    start, _ = seconds_of("")
    print("CPU seconds without those of an empty text; x: against ten times less")
    for name in args.texts or TEXTS:
        row, before = [], None
        for size in args.sizes:
            cpu, memory = seconds_of(TEXTS[name](size * 1000))
            cpu = max(cpu - start, 0.001)
            grown = f" (x {cpu / before[1] / (size / before[0]):.2f})" if before else ""
            row.append(f"{size} kB {cpu:.2f}{grown}")
            before = (size, cpu)
        print(f"{name:16} {'  '.join(row)}  peak {memory:.0f} MB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("news")
    parser.add_argument("--articles", type=int)
    parser.add_argument("--sizes", type=int, nargs="*",
                        default=[10, 100, 1000, 10000])
    parser.add_argument("--texts", nargs="*", choices=TEXTS)
    parser.add_argument("--only", choices=["corpus", "bytes", "texts"])
    args = parser.parse_args()
    scratch = tempfile.mkdtemp()
    try:
        if args.articles:
            cut = os.path.join(scratch, "news.jsonl")
            with open(args.news) as news, open(cut, "w") as file:
                file.writelines(itertools.islice(news, args.articles))
            args.news = cut
        if args.only in (None, "corpus"):
            one, two = (measure_corpus(args, os.path.join(scratch, f"corpus{n}"), n)
                        for n in (1, 2))
            print(f"two threads against one: {one / two:.2f} x", flush=True)
        if args.only in (None, "bytes"):
            measure_bytes(args, scratch)
        if args.only in (None, "texts"):
            measure_texts(args, scratch)
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
