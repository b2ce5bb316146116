#!/usr/bin/env python3
"""Compares `demarche query` with networkx, on a random graph and on examples.

    tests/networkx/query_check.py build/demarche

networkx reads what `demarche diagram --format graphml` writes of the same input,
so that this checks the GraphML too.
"""

import collections
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

import networkx
# What networkx.pagerank calls without SciPy.
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DEMARCHE = os.path.abspath(sys.argv[1])
ONTOLOGY = "https://w3id.org/demarche/ontology#"


def run(*arguments):
    return subprocess.run([DEMARCHE, *arguments], check=True,
                          stdout=subprocess.PIPE).stdout.decode()


def query(name, *arguments):
    return json.loads(run("query", name, "--format", "json", *arguments))


def read_network(path):
    """Actors by label, and weights of what they are said to do."""
    drawn = networkx.parse_graphml(run("diagram", "--format", "graphml", path),
                                   force_multigraph=True)
    assert all(type(edge["weight"]) is float and type(edge["score"]) is float and
               type(edge["asserted"]) is bool
               for *_, edge in drawn.edges(data=True)), "types are lost"
    network = networkx.DiGraph()
    for a, b, edge in drawn.edges(data=True):
        ends = [drawn.nodes[end] for end in (a, b)]
        if edge["factuality"].endswith("negative") or \
                any(end["shape"] != "actor" for end in ends):
            continue
        a, b = (end["iri"] for end in ends)
        weight = network.get_edge_data(a, b, {"weight": 0})["weight"]
        network.add_edge(a, b, weight=weight + edge["weight"])
    return network


def check_ranks(network, path):
    rows = {row["iri"]: row for row in query("rank", path)["rows"]}
    assert set(rows) == set(network), "other actors"
    ranks = _pagerank_python(network, tol=1e-12, max_iter=1000)
    between = networkx.betweenness_centrality(network)
    for iri, row in rows.items():
        assert abs(row["pagerank"] - ranks[iri]) < 2e-6, (iri, row, ranks[iri])
        assert abs(row["betweenness"] - between[iri]) < 2e-6, (iri, row)
        assert row["out"] == network.out_degree(iri, weight="weight")
        assert row["in"] == network.in_degree(iri, weight="weight")


def check_parts(network, path):
    sizes = sorted(len(c) for c in networkx.weakly_connected_components(network))
    assert sizes == sorted(row["actors"] for row in query("components", path)["rows"])
    both = networkx.Graph()
    for a, b, edge in network.edges(data=True):
        weight = both.get_edge_data(a, b, {"weight": 0})["weight"]
        both.add_edge(a, b, weight=weight + edge["weight"])
    best = max(networkx.community.modularity(
        both, networkx.community.louvain_communities(both, seed=seed))
        for seed in range(5))
    ours = query("communities", path)["modularity"]
    assert ours > best - 0.03, (ours, best)
    return ours, best


def check_paths(network, path, pairs):
    both = network.to_undirected()
    for a, b in pairs:
        steps = collections.Counter(
            row["path"] for row in query("paths", "--from", a, "--to", b,
                                         "--count", "6", path)["rows"])
        theirs = []
        if networkx.has_path(both, a, b):
            theirs = [len(found) - 1 for found in itertools.islice(
                networkx.shortest_simple_paths(both, a, b), 6)]
        assert list(steps.values()) == theirs, (a, b, steps, theirs)


def check(name, path, pairs):
    network = read_network(path)
    check_ranks(network, path)
    modularity = check_parts(network, path)
    actors = sorted(network)
    random.seed(1)
    check_paths(network, path,
                [random.sample(actors, 2) for _ in range(pairs)])
    print(f"{name}: {len(network)} actors, {network.number_of_edges()} ties agree; "
          "modularity %.3f, networkx %.3f" % modularity)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "random.nt")
        random.seed(7)
        with open(path, "w", encoding="utf-8") as file:
            for _ in range(160):
                a, b = random.sample(range(60), 2)
                relation = random.choice(("accuses", "negotiatesWith", "memberOf"))
                file.write(f"<urn:{a // 20}:{a}> <{ONTOLOGY}{relation}> "
                           f"<urn:{a // 20}:{a // 20 * 20 + b % 20}> .\n")
                if a % 7 == 0:
                    file.write(f"<urn:{a // 20}:{a}> <{ONTOLOGY}{relation}> "
                               f"<urn:{b // 20}:{b}> .\n")
        check("random graph", path, 12)
    check("examples/ferry_talks.txt", TOP + "/examples/ferry_talks.txt", 4)


if __name__ == "__main__":
    main()
