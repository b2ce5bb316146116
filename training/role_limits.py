"""Write into a model file what PropBank says of predicates and their roles.

    role_limits.py MODEL --data FOLDER

`rolesets.cores` says which core roles each roleset has, by its frame or in
training, and which of them it has more often or more rarely than most
(docs/model_format.md). `not_predicates` are words (lemma and UPOS) with
rolesets that training has LEAST times or more, and never as a predicate; of
verbs and adjectives it marks too few to say so ("innocent").
"""
import argparse
import collections
import math
import os
import re
import tarfile

from decode import core_of
from model_file import read_model, write_model
from syntax_data import read_syntax
from weights import rolesets_of

LEAST, OPEN = 2, ("VERB", "ADJ")
ANY = "*"  # of a roleset of which no role is known
# Weight of the logarithm of how much more often a roleset has a role than
# most, its greatest value, and how many frames as of most are added to its own.
SHARE, GREATEST, OTHERS = .5, 3, 5
ELEMENT = re.compile(r"<(roleset|role)\b([^>]*)>")


def frame_cores(path):
    """Return {roleset: numbers of core roles} of the frame files."""
    cores = collections.defaultdict(set)
    with tarfile.open(path) as archive:
        for member in archive:
            if not member.name.endswith(".xml"):
                continue
            text = archive.extractfile(member).read().decode("utf-8")
            roleset = None
            for tag, fields in ELEMENT.findall(text):
                fields = dict(re.findall(r'(\w+)="([^"]*)"', fields))
                if tag == "roleset":
                    roleset = fields.get("id")
                elif fields.get("n", "").upper() not in ("", "M"):
                    cores[roleset].add(fields["n"].upper())
    return cores


class CoreCounts:
    """How often the frames of each roleset have each core role."""

    def __init__(self, sentences):
        self.roles = collections.defaultdict(collections.Counter)
        self.frames, self.all = collections.Counter(), collections.Counter()
        for sentence in sentences:
            for _, sense, arguments in sentence.frames or ():
                cores = {core_of(role) for role, _ in arguments} - {""}
                self.roles[sense].update(cores)
                self.all.update(cores)
                self.frames[sense] += 1

    def mark(self, roleset, core):
        """Return the letter of a core role, "" if it is as often as most."""
        if not self.all[core]:
            return ""
        usual = self.all[core] / self.frames.total()
        share = (self.roles[roleset][core] + OTHERS * usual) \
            / (self.frames[roleset] + OTHERS)
        ratio = max(-GREATEST, min(GREATEST, math.log(share / usual)))
        steps = round(10 * SHARE * ratio)
        return chr(ord("A" if steps > 0 else "a") + abs(steps)) if steps \
            else ""


def never_predicates(sentences, rolesets):
    """Return the sorted lines of words that training never has as one."""
    seen, predicates = collections.Counter(), set()
    for sentence in sentences:
        if sentence.frames is None:
            continue
        words = [(lemma.lower(), upos) for lemma, upos
                 in zip(sentence.lemmas, sentence.upos)]
        seen.update(words)
        predicates.update(words[frame[0]] for frame in sentence.frames)
    return sorted(f"{lemma}\t{upos}" for (lemma, upos), count in seen.items()
                  if count >= LEAST and lemma in rolesets
                  and upos not in OPEN
                  and (lemma, upos) not in predicates)


def core_lines(lines, cores, counts):
    """Return a line for each of `rolesets`; `cores` are those of frames."""
    def written(roleset):
        found = sorted(cores.get(roleset, set()) |
                       set(counts.roles.get(roleset, ())))
        return "".join(core + counts.mark(roleset, core)
                       for core in found) or ANY
    return [" ".join(map(written, line.partition("\t")[2].split()))
            for line in lines]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--data", required=True)
    options = parser.parse_args()
    sentences = read_syntax(
        os.path.join(options.data, "ud-ewt/train.conllu"),
        os.path.join(options.data, "propbank-ewt/train.jsonl"))
    cores = frame_cores(os.path.join(options.data,
                                     "propbank-frames/frames.tar.xz"))
    tensors = read_model(options.model)
    tensors["rolesets.cores"] = core_lines(
        tensors["rolesets"], cores, CoreCounts(sentences))
    tensors["not_predicates"] = never_predicates(
        sentences, rolesets_of(tensors["rolesets"]))
    print(write_model(options.model, tensors), "bytes")


if __name__ == "__main__":
    main()
