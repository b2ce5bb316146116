"""Readers of the sets of names, brought to one set of labels."""
import os
import re

from syntax_data import Sentence

TYPES = ("PER", "ORG", "LOC", "GPE", "NORP", "FAC", "EVENT", "MISC")
LABELS = ["O"] + [f"{mark}-{kind}" for kind in TYPES for mark in "BI"]
KINDS = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC",
    # WNUT 2017
    "person": "PER", "corporation": "ORG", "group": "ORG",
    "location": "LOC", "product": "MISC", "creative-work": "MISC",
    # CrossNER politics
    "politician": "PER", "politicalparty": "ORG", "organisation": "ORG",
    "country": "GPE", "event": "EVENT", "election": "EVENT", "misc": "MISC",
}
# Tags of UD EWT that are never part of a name, if no proper noun is near.
PLAIN = {"VERB", "AUX", "PRON", "ADV", "SCONJ", "CCONJ", "DET", "ADP", "PART",
         "INTJ", "PUNCT", "NOUN", "SYM"}
ADDRESS = "ADD"  # the tag of addresses of mail and the web
DAYS = set("""Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
February March April June July August September October November December Mon
Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov
Dec""".split())


def read_columns(path):
    """Yield (forms, tags) of a file with the tag in the last column."""
    forms, tags = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = line.split()
            if not row:
                if forms:
                    yield forms, tags
                forms, tags = [], []
            elif row[0] != "-DOCSTART-" and len(row) > 1:
                forms.append(row[0])
                tags.append(row[-1])
    if forms:
        yield forms, tags


def spans_of(tags):
    """Return (begin, end, kind) of IOB1 or IOB2 tags."""
    spans, begin, kind = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        mark, _, here = (tag or "O").partition("-")
        if begin is not None and (mark in "OB" or here != kind):
            spans.append((begin, i, kind))
            begin = None
        if mark != "O" and begin is None:
            begin, kind = i, here
    return spans


def tags_of(spans, length):
    tags = ["O"] * length
    for begin, end, kind in spans:
        for i in range(begin, end):
            tags[i] = ("B-" if i == begin else "I-") + kind
    return tags


def read_names(path, gazetteer):
    """Return the sentences of one file with names of our labels."""
    sentences = []
    for forms, tags in read_columns(path):
        spans = [(begin, end, gazetteer.refine(
            KINDS[kind], " ".join(forms[begin:end])))
            for begin, end, kind in spans_of(tags)]
        sentences.append(Sentence(forms, names=tags_of(spans, len(forms))))
    return sentences


def training_names(data, gazetteer):
    """Read all training sets; the small ones count several times.

    Every other sentence has its hyphenated words split, as in EWT.
    """
    files = (("conllpp/conllpp_train.txt", 1),
             ("wikigold/wikigold.conll.txt", 2),
             ("wnut17/train.conll", 1),
             ("crossner-politics/train.txt", 3),
             ("crossner-politics/dev.txt", 2))
    sentences = []
    for name, times in files:
        sentences += times * read_names(os.path.join(data, name), gazetteer)
    sentences[::2] = map(split_hyphens, sentences[::2])
    return sentences


def split_hyphens(sentence):
    """Split words like al-Qaeda into three, as UD EWT does."""
    forms, names = [], []
    for form, name in zip(sentence.forms, sentence.names):
        parts = re.split(r"(?<=[^\W\d])(-)(?=[^\W\d])", form)
        forms += parts
        names += [name] + [name.replace("B-", "I-")] * (len(parts) - 1)
    return Sentence(forms, names=names)


def add_weak_names(sentence):
    """Say O of addresses, days and plain words; leave the others open.

    A plain word has no proper noun beside it.
    """
    upos, forms = sentence.upos, sentence.forms
    proper = [tag == "PROPN" for tag in upos]
    sentence.names = [None] * len(forms)
    for i, tag in enumerate(upos):
        near = proper[max(0, i - 1):i + 2]
        plain = tag in PLAIN and not any(near)
        day = sum(near) == 1 and forms[i].rstrip(".") in DAYS
        if plain or day or sentence.xpos[i] == ADDRESS:
            sentence.names[i] = "O"
