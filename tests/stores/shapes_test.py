#!/usr/bin/env python3
"""Checks the examples against ontology/shapes.ttl with pyshacl.

usage: shapes_test.py PROGRAM [ARTICLE...]
       shapes_test.py PROGRAM --news ARTICLES.jsonl.xz [COUNT]

With --news, checks what the program says of COUNT articles (200), the first of
a shuffle with a fixed seed, fifty to a graph.  Else, what the program writes must conform, and must not conform any more once it
asserts what nobody says.  (The view of facts has no evidence, which the shapes
ask for.)  Exit status 77 without pyshacl.
"""

import lzma
import pathlib
import random
import subprocess
import sys

top = pathlib.Path(__file__).resolve().parents[2]

try:
    import pyshacl
    import rdflib
except ImportError:
    print("no pyshacl here: not checked")
    sys.exit(77)

# No example says so.
claimed = """
@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix ent: <https://w3id.org/demarche/entity/> .
ent:italy dm:withdrawsFrom ent:croatia .
"""


def graph_of(program, view, articles, more="", records=None):
    turtle = subprocess.run(
        [program, "extract", "--view", view, *articles],
        check=True,
        capture_output=True,
        input=records,
        text=True,
    ).stdout
    graph = rdflib.Graph()
    graph.parse(data=turtle + more, format="turtle")
    graph.parse(str(top / "ontology/demarche.ttl"))
    return graph


def check(shapes, name, graph):
    """How many results of validation speak of a violation."""
    conforms, results, report = pyshacl.validate(graph, shacl_graph=shapes)
    violations = len(set(results.subjects(rdflib.SH.resultSeverity, rdflib.SH.Violation)))
    print(f"{name}, {len(graph)} triples: {violations} violations", flush=True)
    if not conforms:
        print(report[:5000])
    return violations + (not conforms and not violations)


def check_news(program, shapes, path, count=200):
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = list(lines)
    random.Random(20261130).shuffle(records)
    violations = 0
    for begin in range(0, count, 50):
        some = records[begin : min(begin + 50, count)]
        graph = graph_of(program, "claims", ["--input", "jsonl", "-"], records="".join(some))
        violations += check(shapes, f"{len(some)} articles", graph)
    return violations


def main():
    program, *articles = sys.argv[1:]
    shapes = rdflib.Graph().parse(str(top / "ontology/shapes.ttl"))
    if articles[:1] == ["--news"]:
        path, *count = articles[1:]
        return 1 if check_news(program, shapes, path, *map(int, count)) else 0
    if not articles:
        articles = sorted(map(str, top.glob("examples/*.txt")))
        articles += sorted(map(str, top.glob("examples/*.jsonl")))
    failures = 0
    for view, some in (("claims", articles), ("full", articles[:2])):
        failures += check(shapes, f"{view}: {len(some)} files", graph_of(program, view, some))
    graph = graph_of(program, "claims", [str(top / "examples/ferry_talks.txt")], claimed)
    conforms, _, _ = pyshacl.validate(graph, shacl_graph=shapes)
    if conforms:
        print("an assertion that nobody claims conforms")
        failures += 1
    return 1 if failures else 0


sys.exit(main())
