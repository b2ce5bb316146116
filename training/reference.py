"""Run a model file's arithmetic in numpy and write test vectors.

    reference.py MODEL [--vectors FILE]

The vectors are a text file, one record a line, fields parted by tabs:

    sentence  number  count of words
    word      number (from 1)  form
    vector    the first 8 values of the word's vector
    scores    upos xpos feats lemma name: the best score of each head; then
              the predicate's score
    arc       score of the word's chosen head among all
    tags      upos  xpos  feats  lemma  name (after Viterbi)
    tree      head  relation
    predicate word  sense         after the words of its sentence
    argument  predicate  word  role

`vector`, `scores`, `arc`, `tags` and `tree` follow their `word`. A line
that begins with `#` is a comment. Numbers agree to 1e-5: the network's
arithmetic is that of the C++ (exact.py), the sums after it are not.
"""
import argparse

import torch
from torch.nn import functional

import batches
import decode
import evaluate
import exact
from model import Linear
from model_file import read_model
from reference_sentences import SENTENCES
from syntax_data import Sentence
from weights import make_model, numbering_of, weights_of

HEADS = ("upos", "xpos", "feats", "lemma", "name")


class IntegerLinear(torch.nn.Module):
    """A linear layer with exact integer sums, as the C++ computes it."""

    def __init__(self, tensors, name):
        super().__init__()
        self.weight = torch.from_numpy(
            tensors[name + ".weight"].astype("f8"))
        self.scale, self.bias = (torch.from_numpy(tensors[name + part].copy())
                                 for part in (".scale", ".bias"))

    def forward(self, rows):
        scale = rows.abs().amax(-1, keepdim=True) / 127
        whole = torch.round(rows * (1 / scale.clamp_min(1e-30)))
        sums = functional.linear(whole.double(), self.weight).float()
        return sums * (scale * self.scale) + self.bias


def load(path):
    """Return (model, numbering) of a model file, in eval mode."""
    tensors = read_model(path)
    saved = weights_of(tensors)
    model = make_model(saved)
    _load_linears(model, tensors)
    exact.install(model)
    return model.eval(), numbering_of(saved)


def _load_linears(model, tensors):
    for name, module in list(model.named_modules()):
        if isinstance(module, Linear):
            parent, _, child = name.rpartition(".")
            setattr(model.get_submodule(parent), child,
                    IntegerLinear(tensors, name))


def numbers(values):
    return "\t".join(f"{value:.6f}" for value in values)


def vector_lines(model, numbering, sentence):
    """Yield the records of the words of one analysed sentence."""
    item = batches.Item(Sentence(sentence.forms), numbering)
    batch = batches.collate([item], numbering)
    with torch.no_grad():
        vectors = model.encode(batch)
        arcs = model.arc_scores(vectors, batch["real"])[0]
        words = vectors[0, 1:]
        best = torch.stack([getattr(model, head)(words).amax(-1)
                            for head in HEADS] +
                           [model.predicate(words)[:, 0]], 1)
    for i, form in enumerate(sentence.forms):
        yield f"word\t{i + 1}\t{form}"
        yield "vector\t" + numbers(words[i, :8].tolist())
        yield "scores\t" + numbers(best[i].tolist())
        yield "arc\t" + numbers([arcs[i, sentence.heads[i]].item()])
        yield "tags\t" + "\t".join((
            sentence.upos[i], sentence.xpos[i], sentence.feats[i],
            sentence.lemmas[i], sentence.names[i]))
        yield f"tree\t{sentence.heads[i]}\t{sentence.relations[i]}"


def write_vectors(path, model, numbering):
    sentences = evaluate.analyse(model, numbering, [
        Sentence(text.split()) for text in SENTENCES])
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Made by training/reference.py, which says what the"
                  " lines are.\n")
        for number, sentence in enumerate(sentences):
            lines = [f"sentence\t{number + 1}\t{len(sentence.forms)}"]
            lines += vector_lines(model, numbering, sentence)
            for predicate, sense, arguments in sentence.frames:
                lines.append(f"predicate\t{predicate + 1}\t{sense}")
                lines += [f"argument\t{predicate + 1}\t{i + 1}\t{role}"
                          for role, i in arguments]
            out.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("--vectors", metavar="FILE",
                        default="tests/data/model_vectors.txt")
    options = parser.parse_args()
    torch.set_num_threads(1)
    model, numbering = load(options.model)
    write_vectors(options.vectors, model, numbering)


if __name__ == "__main__":
    main()
