"""Write the model file of docs/model_format.md.

    export.py WORK/analyser.pt OUTPUT [--boundary FILE.npz] [--date DATE]
"""
import argparse
import hashlib
import os
import struct

import numpy
import torch

MAGIC, VERSION, HEADER, ALIGNMENT = b"DEMARCHE", 1, 64, 64
KINDS = {"float32": 0, "int8": 1}
TEXT = 2
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
    texts["rolesets"] = [f"{lemma}\t{' '.join(senses)}" for lemma, senses
                         in sorted(saved["rolesets"].items()) if senses]
    texts["about"] = [f"version: {VERSION}", f"sets: {SETS}",
                      f"date: {date}"]
    return texts


def boundary_tensors(path):
    """Return what the sentence splitter's training left: {name: array}."""
    with numpy.load(path, allow_pickle=False) as file:
        return {name if name.startswith("boundary.") else "boundary." + name:
                file[name] for name in file.files}


def encoded(value):
    """Return (kind, dimensions, bytes) of an array or of lines."""
    if isinstance(value, numpy.ndarray) and value.dtype.kind in "fi":
        value = value if value.dtype == "i1" else value.astype("<f4")
        kind = KINDS[value.dtype.name]
        return kind, value.shape, numpy.ascontiguousarray(value).tobytes()
    lines = [str(line) for line in value]
    if any("\n" in line for line in lines):
        raise ValueError("a line of text holds a line end")
    raw = "".join(line + "\n" for line in lines).encode("utf-8")
    return TEXT, (len(lines),), raw


def write_model(path, tensors):
    """Write {name: array or lines} and return the file's size."""
    body, directory = bytearray(), bytearray()
    for name, value in sorted(tensors.items()):
        kind, dimensions, raw = encoded(value)
        body += bytes(-len(body) % ALIGNMENT)
        directory += struct.pack("<H", len(name)) + name.encode("ascii")
        directory += struct.pack("<BB", kind, len(dimensions))
        directory += struct.pack(f"<{len(dimensions)}I", *dimensions)
        directory += struct.pack("<QQ", HEADER + len(body), len(raw))
        body += raw
    body += bytes(-len(body) % ALIGNMENT)
    start = HEADER + len(body)
    body += directory
    header = MAGIC + struct.pack("<IIQQ", VERSION, len(tensors),
                                 HEADER + len(body), start)
    with open(path + ".new", "wb") as out:
        out.write(header + hashlib.sha256(body).digest() + body)
    os.replace(path + ".new", path)
    return HEADER + len(body)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("output")
    parser.add_argument("--boundary", metavar="FILE.npz")
    parser.add_argument("--date", default="2026-11-22")
    options = parser.parse_args()
    saved = torch.load(options.checkpoint, weights_only=True)
    tensors = network_tensors(saved["state"], heads=12)
    tensors.update(text_tensors(saved, options.date))
    if options.boundary:
        tensors.update(boundary_tensors(options.boundary))
    print(write_model(options.output, tensors), "bytes")


if __name__ == "__main__":
    main()
