"""Bring a BERT of an ONNX file into the form that train.py starts from.

    onnx_encoder.py MODEL.onnx TOKENIZER.json FOLDER

Writes FOLDER/model.safetensors, with the names of Hugging Face, and
FOLDER/vocab.txt. An exporter drops the names of the matrices that it turned
round; they are those of their biases, whose addition follows the product.
"""
import json
import os
import sys

import numpy
import onnx
from onnx import numpy_helper
from safetensors.numpy import save_file


def weights(graph):
    """Return {name: array} of the encoder."""
    found = {tensor.name: numpy_helper.to_array(tensor)
             for tensor in graph.initializer}
    products = {node.output[0]: node.input[1] for node in graph.node
                if node.op_type == "MatMul" and node.input[1] in found}
    table = {name: value for name, value in found.items()
             if "embeddings" in name or "LayerNorm" in name}
    for node in graph.node:
        if node.op_type != "Add":
            continue
        bias = next((name for name in node.input if name in found), None)
        product = next((name for name in node.input if name in products),
                       None)
        if bias and product:
            table[bias] = found[bias]
            table[bias.removesuffix("bias") + "weight"] = \
                found[products[product]].T
    return {name: numpy.ascontiguousarray(value, "f4")
            for name, value in table.items() if value.dtype.kind == "f"}


def main():
    model, tokenizer, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    save_file(weights(onnx.load(model).graph),
              os.path.join(folder, "model.safetensors"))
    with open(tokenizer, encoding="utf-8") as file:
        ids = json.load(file)["model"]["vocab"]
    with open(os.path.join(folder, "vocab.txt"), "w",
              encoding="utf-8") as out:
        out.writelines(name + "\n" for name in sorted(ids, key=ids.get))


if __name__ == "__main__":
    main()
