"""From sentences to tensors: numbering, casing noise and batches."""
import random

import numpy
import torch

from labels import lemma_rule
from pieces import BEGIN, END, MARKER, PADDING, shape_of

SMALL_WORDS = set("""a an the of in on to for and or but at by from with as is
be was are were not it its""".split())
IGNORED = -100


class Numbering:
    """The numbers of all classes: what a batch needs to know.

    `cores` and `never` are what role_limits.py rules out: the core roles of
    each roleset, and pairs (lemma, UPOS) that are no predicates.
    """

    role_paths, role_habits = {}, {}  # of role_paths.py

    def __init__(self, pieces, labels, rolesets, lemmas, cores=(), never=()):
        self.pieces, self.labels = pieces, labels
        self.rolesets, self.lemmas = rolesets, lemmas
        self.cores, self.never = dict(cores), set(never)
        self.ids = {head: {label: i for i, label in enumerate(names)}
                    for head, names in labels.items()}

    def of(self, head, values):
        ids = self.ids[head]
        return [ids.get(value, IGNORED) for value in values]

    def may_be_predicate(self, lemma, upos):
        """Only verbs and adjectives do without a roleset."""
        lemma = lemma.lower()
        if (lemma, upos) in self.never:
            return False
        return upos in ("VERB", "ADJ") or lemma in self.rolesets

    def senses(self, lemma):
        """Return the numbers of the rolesets of a lemma that are labels."""
        ids = self.ids["sense"]
        return [ids[sense] for sense in self.rolesets.get(lemma.lower(), ())
                if sense in ids]


class Item:
    """A sentence in numbers; `events` are those of event_data.py."""
    events = ()

    def __init__(self, sentence, numbering):
        self.forms = sentence.forms
        self.pieces = [numbering.pieces.split(form) for form in self.forms]
        self.length = 2 + sum(map(len, self.pieces))
        self.labels, self.frames = {}, None
        if sentence.lemmas:
            rules = map(lemma_rule, sentence.forms, sentence.lemmas)
            for head, values in (
                    ("upos", sentence.upos), ("xpos", sentence.xpos),
                    ("feats", sentence.feats), ("lemma", rules),
                    ("relation", sentence.relations)):
                self.labels[head] = numbering.of(head, values)
            self.labels["head"] = sentence.heads
        if sentence.names:
            self.labels["name"] = numbering.of("name", sentence.names)
        if sentence.frames is not None:
            self.frames = [self._frame(sentence, frame, numbering)
                           for frame in sentence.frames]

    @staticmethod
    def _frame(sentence, frame, numbering):
        predicate, sense, arguments = frame
        senses = numbering.senses(sentence.lemmas[predicate])
        target = numbering.ids["sense"].get(sense)
        if target not in senses:
            senses = []
        ids = numbering.ids["role"]
        roles = [(ids[role], head) for role, head in arguments if role in ids]
        return predicate, target, senses, roles


def recased(forms, kind):
    """Return the forms in title case, capitals or lower case."""
    if kind == "title":
        return [form if form in SMALL_WORDS and i or not form[0].islower()
                else form[0].upper() + form[1:]
                for i, form in enumerate(forms)]
    return [form.upper() if kind == "upper" else form.lower()
            for form in forms]


def noise(forms, rates):
    """Recase a sentence at the given rates of (title, upper, lower)."""
    draw = random.random()
    for kind, rate in zip(("title", "upper", "lower"), rates):
        if draw < rate:
            return recased(forms, kind)
        draw -= rate
    return forms


def collate(items, numbering, rates=(0, 0, 0)):
    """Return the tensors of a batch."""
    size, longest = len(items), max(item.length for item in items)
    words = max(len(item.forms) for item in items)
    ids = numbering.pieces.ids
    pieces = numpy.full((size, longest), ids[PADDING])
    shapes = numpy.full((size, longest), MARKER)
    mask = numpy.zeros((size, longest), bool)
    first = numpy.zeros((size, 1 + words), int)
    real = numpy.zeros((size, 1 + words), bool)
    for row, item in enumerate(items):
        mask[row, :item.length] = True
        real[row, :1 + len(item.forms)] = True
        pieces[row, 0], pieces[row, item.length - 1] = ids[BEGIN], ids[END]
        at = 1
        forms = noise(item.forms, rates)
        for word, (form, parts) in enumerate(zip(forms, item.pieces)):
            first[row, 1 + word] = at
            pieces[row, at:at + len(parts)] = parts
            shapes[row, at:at + len(parts)] = shape_of(form)
            at += len(parts)
    batch = {"pieces": pieces, "shapes": shapes, "mask": mask,
             "first": first, "real": real}
    batch = {name: torch.from_numpy(array) for name, array in batch.items()}
    _add_labels(batch, items, words)
    _add_frames(batch, items, words, numbering)
    _add_events(batch, items)
    return batch


def _add_labels(batch, items, words):
    for head in {head for item in items for head in item.labels}:
        table = numpy.full((len(items), words), IGNORED)
        for row, item in enumerate(items):
            values = item.labels.get(head)
            if values is not None:
                table[row, :len(values)] = values
        batch[head] = torch.from_numpy(table)


def _add_frames(batch, items, words, numbering):
    if all(item.frames is None for item in items):
        return
    predicate = numpy.full((len(items), words), IGNORED)
    frames = []
    for row, item in enumerate(items):
        if item.frames is not None:
            predicate[row, :len(item.forms)] = 0
            for frame in item.frames:
                predicate[row, frame[0]] = 1
                frames.append((row, len(item.forms), frame))
    count = len(frames)
    role = numpy.full((count, words), IGNORED)
    sense = numpy.full(count, IGNORED)
    allowed = numpy.zeros((count, len(numbering.labels["sense"])), bool)
    for i, (_, length, (_, target, senses, roles)) in enumerate(frames):
        role[i, :length] = 0
        for label, head in roles:
            role[i, head] = label
        if len(senses) > 1:
            sense[i] = target
            allowed[i, senses] = True
    batch.update(
        predicate=torch.from_numpy(predicate), role=torch.from_numpy(role),
        sense=torch.from_numpy(sense), allowed=torch.from_numpy(allowed),
        frame_row=torch.tensor([row for row, _, _ in frames], dtype=int),
        frame_word=torch.tensor([f[0] for _, _, f in frames], dtype=int))


def _add_events(batch, items):
    """Each event by its row and word, and each candidate (`event.pair`) with
    which event it is for (`event.of`)."""
    events = [(row, event) for row, item in enumerate(items)
              for event in item.events]
    if not events:
        return
    pairs = [(number, row, word, on)
             for number, (row, event) in enumerate(events)
             for word, on in zip(event["candidates"], event["on"])]
    numbers, rows, words, on = zip(*pairs) if pairs else ((),) * 4
    batch["event"] = torch.tensor([(row, event["word"])
                                   for row, event in events])
    batch["event.types"] = torch.tensor([ignoring(event["types"])
                                         for _, event in events])
    batch["event.listed"] = torch.tensor([event["listed"]
                                          for _, event in events])
    batch["event.of"] = torch.tensor(numbers, dtype=int)
    batch["event.pair"] = torch.tensor([rows, words], dtype=int).T
    batch["event.on"] = torch.tensor(list(map(ignoring, on)),
                                     dtype=int).view(-1, 2)


def ignoring(values):
    return [IGNORED if value is None else value for value in values]


def batches(items, words, shuffle=True):
    """Cut items into batches of about `words` words of like length."""
    def weight(item):
        return item.length + (random.random() * 4 if shuffle else 0)
    batch, total, made = [], 0, []
    for item in sorted(items, key=weight):
        batch.append(item)
        total += len(item.forms)
        if total >= words:
            made.append(batch)
            batch, total = [], 0
    if batch:
        made.append(batch)
    if shuffle:
        random.shuffle(made)
    return made


def stream(items, words):
    """Yield batches for ever, in a new order each round."""
    while True:
        yield from batches(items, words)
