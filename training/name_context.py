"""Write into a model file what is known of names beyond their scores.

    name_context.py MODEL

Weights of traits of words (docs/model_format.md), few and round, chosen on
UNER EWT dev and CoNLL++ dev: CoNLL++ has more organizations than other text,
a noun with a proper noun before it is seldom named by it alone, and a name
means the same throughout a document.
"""
import argparse

import numpy

from model_file import read_model, write_model

CONTEXT = (("any", "ORG", "-0.75"), ("common", "name", "-0.5"),
           ("initial", "inside", "1"), ("unlinked", "inside", "-1"),
           ("modifier", "ORG", "-1"), ("alone", "PER", "1"))
SHARE = .5


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("model")
    options = parser.parse_args()
    tensors = read_model(options.model)
    tensors["name.context"] = ["\t".join(line) for line in CONTEXT]
    tensors["name.document"] = numpy.array([SHARE], "f4")
    print(write_model(options.model, tensors), "bytes")


if __name__ == "__main__":
    main()
