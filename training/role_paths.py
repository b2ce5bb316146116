"""Write into a model file what trees say of the roles of words.

    role_paths.py MODEL --data FOLDER

`role.paths` says how likely each role is at the end of a path through the
tree, whatever the predicate, `role.habits` how much more often the frames of
one roleset have it there (docs/model_format.md). Counted on training; the
weights are chosen on dev.
"""
import argparse
import collections
import os
import string

import numpy

from decode import path_between, role_key, side_of
from model_file import read_model, write_model
from syntax_data import read_syntax

LETTERS = string.ascii_uppercase + string.ascii_lowercase
# Weights of the logarithms, and what is taken from "no role" at every path.
PATH, HABIT, NONE = .2, .8, .4
# Paths that are rarer are counted together; rarer habits are left out.
LEAST, LEAST_HABIT = 20, 2
OTHERS = 2  # frames as of most that are added to the counted ones
GREATEST = 25  # tenths


def letters(values):
    """Return tenths as letters: A is 0, B 1, b -1."""
    steps = numpy.clip(numpy.rint(10 * values), -GREATEST, GREATEST)
    return "".join(LETTERS[int(step)] if step >= 0 else
                   LETTERS[26 - int(step)] for step in steps)


class Counts:
    """How often each role ends each path, and so for each roleset."""

    def __init__(self, sentences, labels):
        self.labels = labels
        self.paths = collections.defaultdict(self.none)
        self.arcs = collections.defaultdict(self.none)
        self.habits = collections.defaultdict(self.none)
        for sentence in sentences:
            for frame in sentence.frames or ():
                self.add(sentence, *frame)
        for key in [key for key, counted in self.paths.items()
                    if not key[1:].isdigit() and counted.sum() < LEAST]:
            both = key[0] + "12"["/" in key]
            self.paths[both] += self.paths.pop(key)

    def none(self):
        return numpy.zeros(len(self.labels))

    def add(self, sentence, predicate, sense, arguments):
        roles = {head: self.labels.index(role) for role, head in arguments
                 if role in self.labels}
        for word in range(len(sentence.forms)):
            path = path_between(sentence, predicate, word)
            role = roles.get(word, 0)
            self.paths[side_of(predicate, word) + path][role] += 1
            key = role_key(sentence, predicate, word, path)
            if key:
                self.arcs[key.partition("+")[0]][role] += 1
                self.habits[sense, key][role] += 1

    def shares(self, counted):
        """Return the shares of roles in some counts, none of them zero."""
        usual = sum(self.paths.values())
        usual = usual / usual.sum()
        return (counted + OTHERS * usual) / (counted.sum() + OTHERS)


def path_lines(counts):
    for key, counted in sorted(counts.paths.items()):
        values = PATH * numpy.log(counts.shares(counted))
        values[0] -= NONE
        yield key + "\t" + letters(values)


def habit_lines(counts):
    """Yield a line for each roleset: of each key what it adds to all roles,
    then each role that gets another number, and this."""
    usual = {key: counts.shares(counted)
             for key, counted in counts.arcs.items()}
    words = collections.defaultdict(list)
    for (sense, key), counted in sorted(counts.habits.items()):
        total = counted.sum()
        if total < LEAST_HABIT:
            continue
        share = usual[key.partition("+")[0]]
        ratio = (counted + OTHERS * share) / ((total + OTHERS) * share)
        rest = HABIT * numpy.log([OTHERS / (total + OTHERS)])
        base, values = letters(rest), letters(HABIT * numpy.log(ratio))
        text = base + "".join(LETTERS[role] + value for role, value
                              in enumerate(values) if value != base)
        if text != "A":
            words[sense].append(key + "=" + text)
    for sense, keys in sorted(words.items()):
        yield sense + "\t" + " ".join(keys)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--data", required=True)
    options = parser.parse_args()
    tensors = read_model(options.model)
    counts = Counts(read_syntax(
        os.path.join(options.data, "ud-ewt/train.conllu"),
        os.path.join(options.data, "propbank-ewt/train.jsonl")),
        tensors["role.labels"])
    tensors["role.paths"] = list(path_lines(counts))
    tensors["role.habits"] = list(habit_lines(counts))
    print(write_model(options.model, tensors), "bytes")


if __name__ == "__main__":
    main()
