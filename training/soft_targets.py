"""A teacher's analyses, as the best classes of each word and their shares.

A file of soft targets is a numpy archive of the words of all sentences, one
after another: `forms` (lines of text in UTF-8), `lengths` (the words of each
sentence), and for each of HEADS `NAME.ids` and `NAME.shares`, (words, BEST).
`predicate.shares` is (words), the chance of each word to be one. For each
predicate `frame.sentence` and `frame.word` say where it is; `role.ids` and
`role.shares` have a row for each word of its sentence.
"""
import numpy
import torch

from batches import Item, collate
from syntax_data import Sentence

BEST = 4
TAGS = ("upos", "xpos", "feats", "lemma", "name")
HEADS = TAGS + ("head", "relation")


class SoftItem(Item):
    """A sentence as its teacher saw it.

    `soft` maps heads to (ids, shares), `predicates` are chances, and
    `soft_frames` are (word, ids, shares) of the roles.
    """

    def __init__(self, forms, numbering):
        super().__init__(Sentence(forms), numbering)
        self.soft, self.predicates, self.soft_frames = {}, None, []


def read_soft(path, numbering):
    """Return the sentences of a file of soft targets."""
    with numpy.load(path, allow_pickle=False) as file:
        table = {name: file[name] for name in file.files}
    forms = table["forms"].tobytes().decode("utf-8").split("\n")
    items, at = [], 0
    for length in table["lengths"]:
        item = SoftItem(forms[at:at + length], numbering)
        item.soft = {head: _rows(table, head, at, length) for head in HEADS}
        item.predicates = table["predicate.shares"][at:at + length]
        items.append(item)
        at += length
    at = 0
    for sentence, word in zip(table["frame.sentence"], table["frame.word"]):
        item = items[sentence]
        item.soft_frames.append(
            (word, *_rows(table, "role", at, len(item.forms))))
        at += len(item.forms)
    return items


def _rows(table, head, at, length):
    return tuple(table[head + part][at:at + length]
                 for part in (".ids", ".shares"))


def collate_soft(items, numbering, rates):
    """Return the tensors of a batch with soft targets."""
    batch = collate(items, numbering, rates)
    words = batch["first"].shape[1] - 1
    for head in HEADS:
        batch["soft." + head] = _padded([item.soft[head] for item in items],
                                        words)
    predicates = numpy.zeros((len(items), words), "f4")
    for row, item in enumerate(items):
        predicates[row, :len(item.forms)] = item.predicates
    batch["soft.predicate"] = torch.from_numpy(predicates)
    frames = [(row, *frame) for row, item in enumerate(items)
              for frame in item.soft_frames]
    for name, column in (("row", 0), ("word", 1)):
        batch["soft.frame_" + name] = torch.tensor(
            [int(frame[column]) for frame in frames], dtype=int)
    batch["soft.role"] = _padded([frame[2:] for frame in frames], words)
    return batch


def _padded(rows, words):
    """Return the tensors (ids, shares) of rows of fewer words."""
    ids = numpy.zeros((len(rows), words, BEST), int)
    shares = numpy.zeros((len(rows), words, BEST), "f4")
    for row, (some_ids, some_shares) in enumerate(rows):
        ids[row, :len(some_ids)] = some_ids
        shares[row, :len(some_ids)] = some_shares
    return torch.from_numpy(ids), torch.from_numpy(shares)
