"""Write what a teacher thinks of sentences, for train.py --soft.

    soften.py CHECKPOINT OUTPUT CONLLU… [--words N]

Of the CoNLL-U files only the words are read, of about N words in all. Sentences
of under 4 or over 80 words are left out.
"""
import argparse

import numpy
import torch

from batches import Item, batches, collate
from soft_targets import BEST, HEADS, TAGS
from syntax_data import Sentence, read_conllu
from weights import make_model, numbering_of, read_weights


def best(scores):
    """Return (ids, shares) of the best classes."""
    shares, ids = scores.softmax(-1).topk(BEST)
    return ids.short().numpy(), shares.half().numpy()


def analyse(model, batch):
    """Return {head: (ids, shares)}, the chances of predicates, and frames."""
    vectors = model.encode(batch)
    words = vectors[:, 1:]
    found = {head: best(getattr(model, head)(words)) for head in TAGS}
    arcs = model.arc_scores(vectors, batch["real"])
    found["head"] = best(arcs)
    found["relation"] = best(model.relation_scores(vectors, arcs.argmax(-1)))
    chances = model.predicate(words)[..., 0].sigmoid()
    rows, places = ((chances > .5) & batch["real"][:, 1:]).nonzero().T
    roles = best(model.role_scores(vectors, rows, places))
    return found, chances.half().numpy(), (rows.tolist(), places.tolist(),
                                           roles)


class Writer:
    """Collects what the teacher says, one sentence after another."""

    def __init__(self):
        self.forms, self.columns = [], {}

    def put(self, name, value):
        self.columns.setdefault(name, []).append(value)

    def add(self, group, found, chances, frames):
        first = len(self.columns.get("lengths", ()))
        for row, item in enumerate(group):
            count = len(item.forms)
            self.forms += item.forms
            self.put("lengths", [count])
            for head in HEADS:
                for part, values in zip((".ids", ".shares"), found[head]):
                    self.put(head + part, values[row, :count])
            self.put("predicate.shares", chances[row, :count])
        for number, (row, word) in enumerate(zip(*frames[:2])):
            count = len(group[row].forms)
            self.put("frame.sentence", [first + row])
            self.put("frame.word", [word])
            for part, values in zip((".ids", ".shares"), frames[2]):
                self.put("role" + part, values[number, :count])

    def write(self, path):
        text = "\n".join(self.forms).encode("utf-8")
        numpy.savez(path, forms=numpy.frombuffer(text, "u1"), **{
            name: numpy.concatenate(values)
            for name, values in self.columns.items()})


def sentences_of(paths, words):
    count = 0
    for path in paths:
        for sentence in read_conllu(path):
            if 4 <= len(sentence.forms) <= 80:
                yield Sentence(sentence.forms)
                count += len(sentence.forms)
            if words and count >= words:
                return


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("checkpoint")
    parser.add_argument("output")
    parser.add_argument("conllu", nargs="+")
    parser.add_argument("--words", type=int)
    options = parser.parse_args()
    torch.set_num_threads(1)
    saved = read_weights(options.checkpoint)
    model, numbering = make_model(saved).eval(), numbering_of(saved)
    items = [Item(sentence, numbering) for sentence
             in sentences_of(options.conllu, options.words)]
    items = [item for item in items if item.length <= saved["positions"]]
    writer = Writer()
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for group in batches(items, 700, shuffle=False):
            writer.add(group, *analyse(model, collate(group, numbering)))
    writer.write(options.output)
    print(len(items), "sentences", len(writer.forms), "words")


if __name__ == "__main__":
    main()
