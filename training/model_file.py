"""Write and read the model file of docs/model_format.md."""
import hashlib
import os
import struct

import numpy

MAGIC, VERSION, HEADER, ALIGNMENT = b"DEMARCHE", 2, 64, 64
KINDS = {"float32": 0, "int8": 1}
TEXT = 2


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


def read_model(path):
    """Return {name: array or lines}; the checksum must be right."""
    with open(path, "rb") as file:
        raw = file.read()
    if raw[:8] != MAGIC:
        raise ValueError("not a model file")
    if hashlib.sha256(raw[HEADER:]).digest() != raw[32:64]:
        raise ValueError("wrong checksum")
    _, count, _, at = struct.unpack_from("<IIQQ", raw, 8)
    tensors = {}
    for _ in range(count):
        length, = struct.unpack_from("<H", raw, at)
        name = raw[at + 2:at + 2 + length].decode("ascii")
        at += 2 + length
        kind, rank = struct.unpack_from("<BB", raw, at)
        shape = struct.unpack_from(f"<{rank}I", raw, at + 2)
        start, size = struct.unpack_from("<QQ", raw, at + 2 + 4 * rank)
        at += 2 + 4 * rank + 16
        tensors[name] = _value(raw[start:start + size], kind, shape)
    return tensors


def _value(raw, kind, shape):
    if kind == TEXT:
        return raw.decode("utf-8").split("\n")[:-1]
    return numpy.frombuffer(raw, "i1" if kind else "<f4").reshape(shape)


def network_state(tensors):
    """Return {name: float array}, the state of the torch modules."""
    state = {"embeddings.shape.weight": tensors["embeddings.shape"]}
    for name, value in tensors.items():
        base = name.removesuffix(".weight")
        if name.startswith(("boundary.", "confidence.")) or \
                not isinstance(value, numpy.ndarray):
            continue
        if base + ".scale" in tensors:
            state[base + ".weight"] = \
                value * tensors[base + ".scale"][:, None]
        elif name.endswith((".weight", ".bias")):
            state[name] = value
    return state
