#!/usr/bin/env python3
"""Reads one content in Turtle, N-Triples, TriG and N-Quads by every parser that is here, and counts.

usage: parsers_test.py FOLDER [--jena JARS] [--only PARSER] [--forms ttl,nt,trig,nq]
       parsers_test.py --program PROGRAM [ARTICLE...] [--jena JARS]

With --program, what it says of the articles (the examples) is written into a
folder first.  FOLDER has news.ttl, news.nt, news.trig and news.nq, as build/bench_forms
writes them.  serdi, rapper, Oxigraph (pyoxigraph), Jena's riot (the folder JARS
has its jars) and rdflib must each accept all four, and find as many
different statements in both files of triples, and in both of quads, as there
are lines in the N-Triples and the N-Quads.  A parser that is missing is named
and fails the test only if none is there; exit status 77 then.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

top = pathlib.Path(__file__).resolve().parents[2]
forms = {"ttl": "turtle", "nt": "ntriples", "trig": "trig", "nq": "nquads"}


def count_lines(command):
    """How many different lines a command writes; None if it fails."""
    with tempfile.TemporaryFile() as problems:
        parser = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=problems)
        counted = subprocess.run(
            "LC_ALL=C sort -u | wc -l", shell=True, stdin=parser.stdout, capture_output=True, check=True
        )
        parser.stdout.close()
        if parser.wait() != 0:
            problems.seek(0)
            print(problems.read(2000).decode(errors="replace"), file=sys.stderr)
            return None
    return int(counted.stdout)


def serdi(path, form):
    to = "nquads" if form in ("trig", "nquads") else "ntriples"
    return count_lines(["serdi", "-q", "-b", "-i", form, "-o", to, path])


def rapper(path, form):
    to = "nquads" if form in ("trig", "nquads") else "ntriples"
    return count_lines(["rapper", "-q", "-i", form, "-o", to, path])


def oxigraph(path, form):
    import pyoxigraph

    formats = {
        "turtle": pyoxigraph.RdfFormat.TURTLE,
        "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
        "trig": pyoxigraph.RdfFormat.TRIG,
        "nquads": pyoxigraph.RdfFormat.N_QUADS,
    }
    try:
        store = pyoxigraph.Store()
        store.bulk_load(path=path, format=formats[form])
        return len(store)
    except (SyntaxError, ValueError) as problem:
        print(problem, file=sys.stderr)


def riot(jars):
    def count(path, form):
        return count_lines(
            ["java", "-Xmx2g", "-cp", f"{jars}/*", "riotcmd.riot", "--check", "--strict", f"--syntax={form}",
             "--output=nquads" if form in ("trig", "nquads") else "--output=ntriples", path]
        )

    return count


def rdflib(path, form):
    import rdflib

    names = {"turtle": "turtle", "ntriples": "nt", "trig": "trig", "nquads": "nquads"}
    graph = rdflib.Dataset() if form in ("trig", "nquads") else rdflib.Graph()
    try:
        graph.parse(path, format=names[form])
    except Exception as problem:  # rdflib's parsers raise many kinds
        print(repr(problem)[:2000], file=sys.stderr)
        return None
    return sum(1 for _ in graph.quads()) if form in ("trig", "nquads") else len(graph)


def has_module(name):
    try:
        __import__(name)
        return True
    except ImportError:
        return False


def parsers_here(jars):
    here = {}
    for name, count, is_there in (
        ("serdi", serdi, shutil.which("serdi")),
        ("rapper", rapper, shutil.which("rapper")),
        ("Oxigraph", oxigraph, has_module("pyoxigraph")),
        ("riot", riot(jars), jars and shutil.which("java") and list(pathlib.Path(jars).glob("jena-cmds*.jar"))),
        ("rdflib", rdflib, has_module("rdflib")),
    ):
        if is_there:
            here[name] = count
        else:
            print(f"{name} is not here: not asked")
    return here


def write_forms(program, articles, folder):
    articles = articles or sorted(map(str, top.glob("examples/*.txt"))) + sorted(
        map(str, top.glob("examples/*.jsonl"))
    )
    for ending, form in forms.items():
        output = str(folder / f"news.{ending}")
        subprocess.run([program, "extract", "--format", form, "-o", output, *articles], check=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("paths", nargs="*", metavar="FOLDER|ARTICLE")
    options.add_argument("--program")
    options.add_argument("--jena")
    options.add_argument("--only", help="the name of one parser")
    options.add_argument("--forms", default=",".join(forms), help="the endings of some of the files")
    given = options.parse_args()
    if not given.program:
        return compare(pathlib.Path(*given.paths), given)
    with tempfile.TemporaryDirectory() as folder:
        write_forms(given.program, given.paths, pathlib.Path(folder))
        return compare(pathlib.Path(folder), given)


def compare(folder, given):
    here = parsers_here(given.jena)
    if given.only:
        here = {given.only: here[given.only]}
    if not here:
        return 77
    asked = given.forms.split(",")
    expected = {}
    for ending, other in (("nt", "ttl"), ("nq", "trig")):
        if not {ending, other} & set(asked):
            continue
        lines = count_lines(["cat", str(folder / f"news.{ending}")])
        print(f"news.{ending}: {lines} lines", flush=True)
        expected[ending] = expected[other] = lines
    failures = 0
    for name, count in here.items():
        for ending in asked:
            form = forms[ending]
            found = count(str(folder / f"news.{ending}"), form)
            is_right = found == expected[ending]
            failures += not is_right
            said = "refuses it" if found is None else f"{found} statements"
            print(f"{name} {form}: {said}{'' if is_right else ' (WRONG)'}", flush=True)
    return 1 if failures else 0


sys.exit(main())
