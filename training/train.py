"""Train the analyser on all sets at once.

    train.py --data FOLDER --base FOLDER --work FOLDER [--steps N]

Writes WORK/analyser.pt whenever the averaged weights have been measured.
"""
import argparse
import os
import random
import time
from concurrent.futures import ThreadPoolExecutor

import numpy
import torch
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.nn.functional import cross_entropy

import evaluate
from batches import IGNORED, Item, Numbering, collate, stream
from gazetteer import Gazetteer
from labels import count_words, make_labels, prune_pieces, read_frames
from model import Analyser, Linear, load_encoder
from names_data import add_weak_names, training_names
from pieces import Pieces
from syntax_data import read_syntax

WEIGHTS = {"upos": 1, "xpos": .5, "feats": .5, "lemma": .5, "name": 1.5}
SYNTAX_NOISE, NAMES_NOISE = (.05, .015, .015), (.05, .02, .03)


def label_loss(scores, targets):
    return cross_entropy(scores.flatten(0, -2), targets.flatten(),
                         ignore_index=IGNORED)


def loss_of(model, batch):
    """Return the weighted sum of the losses that the batch has labels for."""
    vectors = model.encode(batch)
    words = vectors[:, 1:]
    total = vectors.new_zeros(())
    for head, weight in WEIGHTS.items():
        if head in batch and (batch[head] != IGNORED).any():
            scores = getattr(model, head)(words)
            total = total + weight * label_loss(scores, batch[head])
    if "head" in batch:
        total = total + tree_loss(model, vectors, batch)
    if "predicate" in batch:
        total = total + role_loss(model, vectors, batch)
    return total


def tree_loss(model, vectors, batch):
    heads = batch["head"]
    arcs = label_loss(model.arc_scores(vectors, batch["real"]), heads)
    relations = label_loss(model.relation_scores(vectors, heads.clamp_min(0)),
                           batch["relation"])
    return arcs + relations


def role_loss(model, vectors, batch):
    labelled = batch["predicate"] != IGNORED
    scores = model.predicate(vectors[:, 1:])[..., 0]
    loss = binary_cross_entropy_with_logits(
        scores[labelled], batch["predicate"][labelled].float())
    if not len(batch["frame_row"]):
        return loss
    rows, words = batch["frame_row"], batch["frame_word"]
    scores = model.role_scores(vectors, rows, words)
    roles = cross_entropy(scores.flatten(0, 1), batch["role"].flatten(),
                          ignore_index=IGNORED, reduction="sum")
    loss = loss + roles / labelled.sum()
    chosen = batch["sense"] != IGNORED
    if chosen.any():
        senses = model.sense(vectors[rows[chosen], 1 + words[chosen]])
        senses = senses.masked_fill(~batch["allowed"][chosen], -1e4)
        loss = loss + .3 * cross_entropy(senses, batch["sense"][chosen])
    return loss


def prepare(options):
    """Read the data; return (numbering, kept pieces, items by stream)."""
    data = options.data
    gazetteer = Gazetteer(os.path.join(data, "gazetteer"))
    syntax = read_syntax(os.path.join(data, "ud-ewt/train.conllu"),
                         os.path.join(data, "propbank-ewt/train.jsonl"))
    for sentence in syntax:
        add_weak_names(sentence, gazetteer)
    names = training_names(data, gazetteer)
    frames = read_frames(os.path.join(data,
                                      "propbank-frames/frames.tar.xz"))
    labels, rolesets = make_labels(syntax, frames)
    with open(os.path.join(options.base, "vocab.txt"),
              encoding="utf-8") as lines:
        vocabulary = lines.read().split("\n")[:-1]
    counts = count_words(syntax + names, os.path.join(
        data, "news/articles-15k.jsonl.xz"), options.articles)
    required = sorted(gazetteer.countries | gazetteer.states |
                      gazetteer.peoples | gazetteer.large_cities)
    kept = prune_pieces(vocabulary, counts, required, options.pieces)
    full = {name: i for i, name in enumerate(vocabulary)}
    numbering = Numbering(Pieces(kept), labels, rolesets)
    items = [[Item(sentence, numbering) for sentence in sentences]
             for sentences in (syntax, names)]
    items = [[item for item in group if item.length <= options.positions]
             for group in items]
    return numbering, [full[name] for name in kept], items


def optimizer_of(model):
    encoder = [*model.embeddings.parameters(), *model.encoder.parameters()]
    known = {id(parameter) for parameter in encoder}
    heads = [p for p in model.parameters() if id(p) not in known]
    shape = model.embeddings.shape.weight
    encoder = [p for p in encoder if p is not shape]
    return torch.optim.AdamW(
        [{"params": encoder, "peak": 1.2e-4}, {"params": heads,
                                               "peak": 1.5e-3},
         {"params": [shape], "peak": 1e-3}],
        lr=0, betas=(.9, .98), weight_decay=.01, fused=True)


def set_rate(optimizer, step, progress, warm_up=100):
    factor = min(1, (step + 1) / warm_up) * max(0.01, 1 - progress)
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * factor


class Average:
    """An exponential moving average of the parameters."""

    def __init__(self, model):
        self.model = model
        self.values = [p.detach().clone() for p in model.parameters()]

    def update(self, step):
        decay = min(.995, (1 + step) / (20 + step))
        with torch.no_grad():
            torch._foreach_lerp_(self.values, list(self.model.parameters()),
                                 1 - decay)

    def swap(self):
        for value, parameter in zip(self.values, self.model.parameters()):
            value.data, parameter.data = parameter.data, value.data


def save(options, model, numbering, progress):
    path = os.path.join(options.work, "analyser.pt")
    torch.save({"state": model.state_dict(), "pieces": numbering.pieces.names,
                "labels": numbering.labels, "rolesets": numbering.rolesets,
                "positions": options.positions, "progress": progress},
               path + ".new")
    os.replace(path + ".new", path)


def measure(options, model, average, numbering, progress):
    """Save the averaged weights and print their scores on dev."""
    average.swap()
    model.eval()
    quantised, Linear.quantised = Linear.quantised, True
    save(options, model, numbering, progress)
    print(evaluate.summary(model, numbering, options.data, options.sample),
          flush=True)
    Linear.quantised = quantised
    model.train()
    average.swap()


def gradients(model, batch):
    """Return the loss of a batch and the gradient of each parameter."""
    loss = loss_of(model, batch)
    return loss.item(), torch.autograd.grad(
        loss, list(model.parameters()), allow_unused=True)


def add_gradients(model, found):
    """Set the mean of the gradients that the threads found."""
    for parameter, *parts in zip(model.parameters(),
                                 *(grads for _, grads in found)):
        parts = [part for part in parts if part is not None]
        parameter.grad = None
        if parts:
            parameter.grad = parts[0]
            for part in parts[1:]:
                parameter.grad += part
            parameter.grad /= len(found)


def draw(options, streams, numbering):
    kind = int(random.random() >= options.syntax)
    return collate(next(streams[kind]), numbering,
                   (SYNTAX_NOISE, NAMES_NOISE)[kind])


def run(options, model, numbering, items):
    """Train; each thread has a batch of its own, so that none waits long."""
    optimizer, average = optimizer_of(model), Average(model)
    streams = [stream(group, options.words) for group in items]
    began, step, marks, progress, recent = time.time(), 0, 0, 0, []
    pool = ThreadPoolExecutor(options.threads)
    while progress < 1:
        set_rate(optimizer, step, progress)
        Linear.quantised = progress >= options.quantise
        parts = [draw(options, streams, numbering)
                 for _ in range(options.threads)]
        found = list(pool.map(lambda batch: gradients(model, batch), parts))
        add_gradients(model, found)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimizer.step()
        step += 1
        average.update(step)
        recent += [loss for loss, _ in found]
        progress = step / options.steps
        if options.minutes:
            progress = max(progress,
                           (time.time() - began) / 60 / options.minutes)
        if step % 50 == 0:
            print(f"step {step} progress {progress:.3f} "
                  f"loss {sum(recent) / len(recent):.3f} "
                  f"{time.time() - began:.0f} s", flush=True)
            recent = []
        if progress >= (marks + 1) / options.marks:
            marks = int(progress * options.marks)
            measure(options, model, average, numbering, progress)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "base", "work"):
        parser.add_argument("--" + name, required=True)
    for name, value in (("steps", 3000), ("words", 350), ("seed", 1),
                        ("pieces", 21500), ("positions", 256),
                        ("articles", 3000), ("threads", 2), ("marks", 5),
                        ("sample", 600)):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--syntax", type=float, default=.66,
                        help="share of the steps on EWT")
    parser.add_argument("--quantise", type=float, default=.85,
                        help="progress from which rounding is trained")
    parser.add_argument("--minutes", type=float,
                        help="end by then, with fewer steps")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    numpy.random.seed(options.seed)
    numbering, kept, items = prepare(options)
    sizes = {head: len(names) for head, names in numbering.labels.items()}
    print(len(kept), "pieces", sizes, [len(group) for group in items],
          flush=True)
    model = Analyser(len(kept), options.positions, sizes)
    load_encoder(model, os.path.join(options.base, "model.safetensors"), kept)
    run(options, model, numbering, items)


if __name__ == "__main__":
    main()
