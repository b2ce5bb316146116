"""Train the analyser on all sets at once.

    train.py --data FOLDER --base FOLDER --work FOLDER [--steps N]

Writes WORK/analyser.pt whenever the averaged weights have been measured.
With --from it starts from the weights of a checkpoint or of a model file, with
--resume it goes on with a run that was stopped, and with --soft a share of the
batches are what soften.py wrote of a teacher's analyses.
"""
import argparse
import json
import os
import random
import time
from concurrent.futures import ThreadPoolExecutor

import numpy
import torch

import evaluate
from batches import Item, Numbering, collate, stream
from gazetteer import Gazetteer
from judged_events import is_held_out
from labels import count_words, make_labels, prune_pieces, read_frames
from lemmas import lemma_table, with_british
from losses import loss_of
from model import Analyser, Linear, load_encoder
from names_data import add_weak_names, training_names
from pieces import Pieces
from soft_targets import collate_soft, read_soft
from syntax_data import Sentence, read_syntax
from weights import make_model, read_weights

SYNTAX_NOISE, NAMES_NOISE = (.05, .015, .015), (.05, .02, .03)


def prepare(options):
    """Read the data; return (numbering, kept pieces, items by stream)."""
    data = options.data
    gazetteer = Gazetteer(os.path.join(data, "gazetteer"))
    syntax = read_syntax(os.path.join(data, "ud-ewt/train.conllu"),
                         os.path.join(data, "propbank-ewt/train.jsonl"))
    for sentence in syntax:
        add_weak_names(sentence)
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
    numbering = Numbering(Pieces(kept), labels, with_british(rolesets),
                          lemma_table(syntax))
    items = {"syntax": [Item(sentence, numbering) for sentence in syntax],
             "names": [Item(sentence, numbering) for sentence in names]}
    if options.events:
        items["events"] = read_events(options.events, numbering)
    items = {kind: [item for item in group if item.length <= options.positions]
             for kind, group in items.items()}
    if options.soft:
        items["soft"] = [item for path in options.soft
                         for item in read_soft(path, numbering)]
    return numbering, [full[name] for name in kept], items


def read_events(path, numbering):
    """Return the sentences of event_data.py that are not held out."""
    items = []
    with open(path, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if not is_held_out(line["events"][0]["article"]):
                items.append(Item(Sentence(line["forms"]), numbering))
                items[-1].events = line["events"]
    return items


def optimizer_of(model, factor):
    encoder = [*model.embeddings.parameters(), *model.encoder.parameters()]
    known = {id(parameter) for parameter in encoder}
    heads = [p for p in model.parameters() if id(p) not in known]
    shape = model.embeddings.shape.weight
    encoder = [p for p in encoder if p is not shape]
    return torch.optim.AdamW(
        [{"params": group, "peak": peak * factor} for group, peak in
         ((encoder, 1.2e-4), (heads, 1.5e-3), ([shape], 1e-3))],
        lr=0, betas=(.9, .98), weight_decay=.01, fused=True)


def set_rate(optimizer, step, progress, warm_up):
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
                "lemmas": numbering.lemmas,
                "positions": options.positions, "progress": progress},
               path + ".new")
    os.replace(path + ".new", path)


def measure(options, model, average, numbering, progress):
    """Save the averaged weights and print their scores on dev."""
    average.swap()
    model.eval().to("cpu")
    quantised, Linear.quantised = Linear.quantised, options.quantise < 1
    save(options, model, numbering, progress)
    print(evaluate.summary(model, numbering, options.data, options.sample),
          flush=True)
    Linear.quantised = quantised
    model.train().to(options.device)
    average.swap()


def gradients(model, batch, options):
    """Return the loss of a batch and the gradient of each parameter.

    With --half matrices are multiplied in bfloat16 until rounding begins.
    """
    batch = moved(batch, options.device)
    with torch.autocast(options.device, dtype=torch.bfloat16,
                        enabled=options.half and not Linear.quantised):
        loss = loss_of(model, batch)
    return loss.item(), torch.autograd.grad(
        loss, list(model.parameters()), allow_unused=True)


def moved(batch, device):
    """Return the batch on a device; soft targets are pairs of tensors."""
    return {name: tuple(part.to(device) for part in value)
            if isinstance(value, tuple) else value.to(device)
            for name, value in batch.items()}


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


def draw(syntax, options, streams, numbering):
    """Return a batch of events, of a teacher's analyses, trees or names."""
    if "events" in streams and random.random() < options.events_share:
        return collate(next(streams["events"]), numbering, NAMES_NOISE)
    if "soft" in streams and random.random() < options.share:
        return collate_soft(next(streams["soft"]), numbering, NAMES_NOISE)
    if random.random() < syntax:
        return collate(next(streams["syntax"]), numbering, SYNTAX_NOISE)
    return collate(next(streams["names"]), numbering, NAMES_NOISE)


class Progress:
    """How far training is, from 0 to 1, and what it lost lately."""

    def __init__(self, options):
        self.options, self.began = options, time.time()
        self.step, self.share, self.losses = 0, options.start, []
        self.marks = int(self.share * options.marks)

    def advance(self, losses):
        self.step += 1
        self.losses += losses
        minutes = (time.time() - self.began) / 60
        done = self.step / self.options.steps
        if self.options.minutes:
            done = max(done, minutes / self.options.minutes)
        self.share = self.options.start + (1 - self.options.start) * done
        if self.step % 50 == 0:
            print(f"step {self.step} progress {self.share:.3f} loss "
                  f"{sum(self.losses) / len(self.losses):.3f} "
                  f"{minutes:.1f} min", flush=True)
            self.losses = []

    def at_mark(self):
        """Whether another part of the run is over."""
        marks = int(self.share * self.options.marks)
        passed, self.marks = marks > self.marks, marks
        return passed


def run(options, model, numbering, items):
    """Train; each thread has a batch of its own, so that none waits long."""
    model.to(options.device)
    optimizer = optimizer_of(model, options.peak)
    average = Average(model)
    streams = {kind: stream(group, options.words)
               for kind, group in items.items()}
    progress, warm_up = Progress(options), 40 if options.start else 100
    pool = ThreadPoolExecutor(options.threads)
    while progress.share < options.until:
        syntax = options.syntax if progress.share < .5 else options.late
        set_rate(optimizer, progress.step, progress.share, warm_up)
        Linear.quantised = progress.share >= options.quantise
        parts = [draw(syntax, options, streams, numbering)
                 for _ in range(options.threads)]
        found = list(pool.map(
            lambda batch: gradients(model, batch, options), parts))
        add_gradients(model, found)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimizer.step()
        average.update(progress.step + 1)
        progress.advance([loss for loss, _ in found])
        if progress.at_mark():
            measure(options, model, average, numbering, progress.share)


def start(options, sizes, kept, numbering):
    """Return the network to train, and how far its training is."""
    path = options.resume or options.start_from
    if not path:
        model = Analyser(len(kept), options.positions, sizes,
                         layers=options.layers)
        load_encoder(model, os.path.join(options.base, "model.safetensors"),
                     kept)
        return model, 0
    saved = read_weights(path)
    if saved["pieces"] != numbering.pieces.names or \
            saved["labels"] != numbering.labels:
        raise ValueError("the weights have other pieces or labels")
    if options.resume:
        return make_model(saved), saved["progress"]
    return make_model(saved, options.keep, options.inner), 0


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("data", "base", "work"):
        parser.add_argument("--" + name, required=True)
    for name, value in (("steps", 4000), ("words", 350), ("seed", 1),
                        ("pieces", 21500), ("positions", 256),
                        ("articles", 3000), ("threads", 2), ("marks", 5),
                        ("sample", 600), ("layers", 6)):
        parser.add_argument("--" + name, type=int, default=value)
    for name, value, text in (
            ("syntax", .52, "share of the batches from EWT"),
            ("late", .45, "the same in the second half"),
            ("quantise", .85, "from where on rounding is trained"),
            ("until", 1, "stop here; go on with --resume"),
            ("minutes", None, "end by then, with fewer steps"),
            ("peak", 1, "factor of the learning rates"),
            ("events-share", .4, "share of the batches from --events"),
            ("share", .5, "share of the other batches from --soft")):
        parser.add_argument("--" + name, type=float, default=value, help=text)
    parser.add_argument("--resume", metavar="FILE",
                        help="go on with this run that was stopped")
    parser.add_argument("--from", metavar="FILE", dest="start_from",
                        help="start from these weights")
    parser.add_argument("--keep", type=int, nargs="+", metavar="LAYER",
                        help="the layers of --from to start with, from 0")
    parser.add_argument("--inner", type=int, metavar="NEURONS",
                        help="how many neurons of the inner layers to keep")
    parser.add_argument("--soft", metavar="FILE", nargs="+",
                        help="a teacher's analyses, of soften.py")
    parser.add_argument("--events", metavar="FILE",
                        help="judged events, of event_data.py")
    parser.add_argument("--device", default="cpu", help="or cuda")
    parser.add_argument("--half", action="store_true",
                        help="multiply in bfloat16")
    return parser.parse_args()


def main():
    options = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    numpy.random.seed(options.seed)
    numbering, kept, items = prepare(options)
    sizes = {head: len(names) for head, names in numbering.labels.items()}
    print(len(kept), "pieces", sizes,
          {kind: len(group) for kind, group in items.items()}, flush=True)
    model, options.start = start(options, sizes, kept, numbering)
    run(options, model, numbering, items)


if __name__ == "__main__":
    main()
