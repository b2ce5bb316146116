#!/usr/bin/env python3
"""Runs the queries of examples/queries over a dataset of the fishing example.

usage: query_test.py PROGRAM

Each query is asked of every store that Python has here (Oxigraph, rdflib), and
must answer with the rows of its .tsv file.  With --write, the rows of the first
store become those.  Exit status 77 if there is no store.
"""

import subprocess
import sys
import tempfile

from rows import ontology, queries, table, top


def oxigraph(quads):
    import pyoxigraph

    store = pyoxigraph.Store()
    store.load(path=quads, format=pyoxigraph.RdfFormat.N_QUADS)
    store.load(
        path=str(top / "ontology/demarche.ttl"),
        format=pyoxigraph.RdfFormat.TURTLE,
        to_graph=pyoxigraph.NamedNode(ontology),
    )
    return lambda query: [
        [term.value if term else "" for term in row] for row in store.query(query)
    ]


def rdflib(quads):
    import rdflib

    store = rdflib.Dataset()
    store.parse(quads, format="nquads")
    store.graph(rdflib.URIRef(ontology)).parse(str(top / "ontology/demarche.ttl"))
    return lambda query: [
        ["" if term is None else str(term) for term in row]
        for row in store.query(query)
    ]


def main():
    program = sys.argv[1]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        quads = folder + "/fishing.nq"
        dataset = folder + "/dataset"
        articles = str(top / "examples/fishing.jsonl")
        subprocess.run([program, "extract", "--into", dataset, articles], check=True)
        subprocess.run([program, "export", dataset, "-o", quads], check=True)
        asked = 0
        for make in (oxigraph, rdflib):
            try:
                ask = make(quads)
            except ImportError:
                print(f"no {make.__name__} here: not asked")
                continue
            asked += 1
            for path in queries:
                rows = table(ask(path.read_text()))
                expected = path.with_suffix(".tsv")
                if "--write" in sys.argv and asked == 1:
                    expected.write_text(rows)
                if rows != expected.read_text():
                    failures += 1
                    print(f"{make.__name__} answers {path.name} with\n{rows}")
            print(f"{make.__name__}: {len(queries)} queries asked")
    return 77 if asked == 0 else 1 if failures else 0


sys.exit(main())
