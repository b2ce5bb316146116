"""Let the half-trained model label the names of EWT where it is sure.

UD EWT has no names. `names_data.add_weak_names` leaves its proper nouns open;
here they get the model's own answer, if it is confident of the whole name.
"""
from concurrent.futures import ThreadPoolExecutor

import torch

import decode
from batches import batches, collate
from names_data import spans_of

SURE = 0.85


def add_own_names(model, numbering, items, threads):
    """Fill the open names of numbered sentences; return how many."""
    def name(group):
        with torch.no_grad():
            return _name_batch(model, numbering, group)
    model.eval()
    opened = [item for item in items if min(item.labels["name"]) < 0]
    with ThreadPoolExecutor(threads) as pool:
        added = sum(pool.map(name, batches(opened, 500, shuffle=False)))
    model.train()
    return added


def _name_batch(model, numbering, group):
    vectors = model.encode(collate(group, numbering))
    scores = model.name(vectors[:, 1:])
    chances = scores.softmax(-1).numpy()
    added = 0
    for row, item in enumerate(group):
        count = len(item.forms)
        added += _fill(item.labels["name"], numbering,
                       scores[row, :count].numpy(), chances[row, :count])
    return added


def _fill(names, numbering, scores, chances):
    labels = decode.best_names(scores, numbering.labels["name"])
    found = numbering.of("name", labels)
    sure = [chances[i, label] >= SURE for i, label in enumerate(found)]
    spans = spans_of(labels)
    inside = {i for begin, end, _ in spans for i in range(begin, end)}
    spans += [(i, i + 1, "O") for i in range(len(names)) if i not in inside]
    added = 0
    for begin, end, kind in spans:
        if all(sure[begin:end]) and all(n < 0 for n in names[begin:end]):
            names[begin:end] = found[begin:end]
            added += kind != "O"
    return added
