"""Score a model file on the dev sets, in its exact 8-bit arithmetic.

    score.py MODEL --data FOLDER [--sample N] [--threads N]

MODEL may be a checkpoint of train.py too, which is scored in floats.
EWT dev with gold words (syntax, UNER names, PropBank roles), CoNLL++ dev
(names), each converted to CoNLL-U and judged by eval/score_conllu.py.
"""
import argparse

import torch

import evaluate
import reference
from weights import make_model, numbering_of, read_weights


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--data", required=True)
    parser.add_argument("--sample", type=int, help="about so many sentences")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if options.model.endswith(".pt"):
        saved = read_weights(options.model)
        model, numbering = make_model(saved).eval(), numbering_of(saved)
    else:
        model, numbering = reference.load(options.model)
    print(evaluate.summary(model, numbering, options.data, options.sample))


if __name__ == "__main__":
    main()
