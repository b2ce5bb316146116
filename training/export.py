"""Write the model file of docs/model_format.md.

    export.py WORK/analyser.pt OUTPUT --date DATE [--rest FILE]

FILE has what is not of the network: a model file, of which the sentence splitter
and the models of confidence are taken, or what boundaries.py wrote.
"""
import argparse

import numpy
import torch

from event_data import CATEGORIES
from model_file import VERSION, read_model, write_model

QUANTISED_TABLES = ("embeddings.piece", "embeddings.position")
SETS = "UD EWT, PropBank EWT, CoNLL++, Wikigold, WNUT17, CrossNER politics"


def quantise(rows):
    """Return (int8 rows, scale of each row), rounding half to even."""
    scale = (numpy.abs(rows).max(1) / numpy.float32(127)).astype("f4")
    safe = numpy.where(scale == 0, 1, scale)[:, None]
    whole = numpy.rint(rows / safe)
    return numpy.clip(whole, -127, 127).astype("i1"), scale


def network_tensors(state, heads):
    """Return {name: array} of the network, its matrices in 8 bits."""
    tensors = {"encoder.heads": numpy.array([heads], "f4")}
    for name, value in state.items():
        value = value.float().numpy()
        base, _, part = name.rpartition(".")
        if base == "embeddings.shape":
            tensors[base] = value
        elif base in QUANTISED_TABLES:
            tensors[base], tensors[base + ".scale"] = quantise(value)
        elif part == "weight" and value.ndim == 2:
            tensors[name], tensors[base + ".scale"] = quantise(value)
        else:
            tensors[name] = value
    return tensors


def text_tensors(saved, date):
    """Return {name: lines} of the labels, the pieces and what it is."""
    texts = {"pieces": saved["pieces"]}
    for head, names in saved["labels"].items():
        texts[head + ".labels"] = names
    if "event.weight" in saved["state"]:
        texts["event.labels"] = CATEGORIES
    texts["rolesets"] = [f"{lemma}\t{' '.join(senses)}" for lemma, senses
                         in sorted(saved["rolesets"].items()) if senses]
    texts["lemmas"] = [f"{key}\t{lemma}" for key, lemma
                       in sorted(saved["lemmas"].items())]
    texts["about"] = [f"version: {VERSION}", f"sets: {SETS}",
                      f"date: {date}"]
    return texts


def other_tensors(path):
    """Return {name: array} of what is not of the network."""
    if not path.endswith(".npz"):
        return {name: value for name, value in read_model(path).items()
                if name.startswith(("boundary.", "confidence."))
                or name in ("rolesets.cores", "not_predicates")}
    with numpy.load(path, allow_pickle=False) as file:
        return {name if name.startswith("boundary.") else "boundary." + name:
                file[name] for name in file.files}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("output")
    parser.add_argument("--rest", metavar="FILE")
    parser.add_argument("--date", required=True)
    options = parser.parse_args()
    saved = torch.load(options.checkpoint, weights_only=True)
    tensors = network_tensors(saved["state"], heads=12)
    tensors.update(text_tensors(saved, options.date))
    if options.rest:
        tensors.update(other_tensors(options.rest))
    print(write_model(options.output, tensors), "bytes")


if __name__ == "__main__":
    main()
