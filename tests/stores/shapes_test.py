#!/usr/bin/env python3
"""Checks the examples against ontology/shapes.ttl with pyshacl.

usage: shapes_test.py PROGRAM [ARTICLE...]

What the program writes must conform, and must not conform any more once it
asserts what nobody says.  (The view of facts has no evidence, which the shapes
ask for.)  Exit status 77 without pyshacl.
"""

import pathlib
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


def graph_of(program, view, articles, more=""):
    turtle = subprocess.run(
        [program, "extract", "--view", view, *articles],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    graph = rdflib.Graph()
    graph.parse(data=turtle + more, format="turtle")
    graph.parse(str(top / "ontology/demarche.ttl"))
    return graph


def main():
    program, *articles = sys.argv[1:]
    if not articles:
        articles = sorted(map(str, top.glob("examples/*.txt")))
        articles += sorted(map(str, top.glob("examples/*.jsonl")))
    shapes = rdflib.Graph().parse(str(top / "ontology/shapes.ttl"))
    failures = 0
    for view, some in (("claims", articles), ("full", articles[:2])):
        graph = graph_of(program, view, some)
        conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
        print(f"{view}: {len(some)} files, {len(graph)} triples: ", end="")
        print("conforms" if conforms else report)
        failures += not conforms
    graph = graph_of(program, "claims", [str(top / "examples/ferry_talks.txt")], claimed)
    conforms, _, _ = pyshacl.validate(graph, shacl_graph=shapes)
    if conforms:
        print("an assertion that nobody claims conforms")
        failures += 1
    return 1 if failures else 0


sys.exit(main())
