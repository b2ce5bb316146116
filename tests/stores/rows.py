"""The queries of examples/queries, and rows as their .tsv files write them."""

import pathlib
import re

top = pathlib.Path(__file__).resolve().parents[2]
queries = sorted((top / "examples/queries").glob("*.rq"))
ontology = "https://w3id.org/demarche/ontology"


def shorten(value):
    """A term as in the .tsv files; stores write decimals in different ways."""
    if re.fullmatch(r"-?\d+\.\d+", value):
        return value.rstrip("0").rstrip(".")
    for name, space in (
        ("dm:", ontology + "#"),
        ("ent:", "https://w3id.org/demarche/entity/"),
        ("fishing:", "https://example.org/fishing/"),
    ):
        if value.startswith(space):
            return name + value[len(space):]
    return value


def table(rows):
    return "".join("\t".join(map(shorten, row)) + "\n" for row in rows)
