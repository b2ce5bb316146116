"""Lemmas of known forms, which come before the rules of the network.

A form is known by the class of its tag: "V" for the past of verbs, "v" for
their other forms, "N", "J" and "R" for nouns, adjectives and adverbs. The
lemmas are those of the training trees, and of irregular_words.txt.
"""
import collections
import os

CLASSES = {"VBD": "V", "VBN": "V", "VB": "v", "VBP": "v", "VBZ": "v",
           "VBG": "v", "NN": "N", "NNS": "N", "JJ": "J", "JJR": "J",
           "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R"}
# The British spellings of -ize and -yze have the rolesets of the American.
BRITISH = (("ize", "ise"), ("yze", "yse"))
PLURALS = (("", "s"), ("", "es"), ("y", "ies"), ("f", "ves"), ("fe", "ves"),
           ("man", "men"), ("is", "es"))
RULES_TRIED = 8


def word_class(xpos):
    """Return the class of a tag; None if its lemmas are the network's."""
    return CLASSES.get(xpos)


def irregular_lemmas():
    """Return {"V fled": "flee", "N feet": "foot", …}."""
    path = os.path.join(os.path.dirname(__file__), "irregular_words.txt")
    found, kind = {}, None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            if line.startswith("#") or not words:
                continue
            if len(words) == 1:
                kind = {"verbs": "V", "nouns": "N"}[words[0]]
                continue
            for cell in words[1:]:
                for form in cell.split("/"):
                    found.setdefault(f"{kind} {form}", words[0])
    return found


def lemma_table(sentences):
    """Return {"class form": lemma} of the trees and the irregular words."""
    counts = collections.defaultdict(collections.Counter)
    for s in sentences:
        for form, xpos, lemma in zip(s.forms, s.xpos, s.lemmas):
            kind = word_class(xpos)
            if kind and lemma == lemma.lower() and form.isalpha():
                counts[f"{kind} {form.lower()}"][lemma] += 1
    table = irregular_lemmas()
    table.update((key, min(found.items(), key=lambda item: (-item[1], item))
                  [0]) for key, found in counts.items())
    return table


def with_british(rolesets):
    """Return the table of rolesets with British spellings of its lemmas."""
    table = dict(rolesets)
    for lemma, senses in rolesets.items():
        for american, british in BRITISH:
            if lemma.endswith(american):
                table.setdefault(lemma.removesuffix(american) + british,
                                 senses)
    return table


def best_lemma(form, candidates, xpos, numbering):
    """Return the lemma of a form; `candidates` are the network's, best first.

    A known form has its lemma. Else, of a verb, the first candidate is taken
    that has rolesets: rules alone make "accus" of "accused". Of a plural
    noun those that it is the plural of count, first those of them that have
    rolesets or are pieces: "clash" before "clashe".
    """
    kind = word_class(xpos)
    if kind:
        known = numbering.lemmas.get(f"{kind} {form.lower()}")
        if known:
            return known
    if xpos == "NNS":
        singulars = [lemma for lemma in candidates
                     if is_plural(form.lower(), lemma.lower())]
        known = [lemma for lemma in singulars if lemma in numbering.pieces.ids
                 or lemma.lower() in numbering.rolesets]
        return (known + singulars + candidates)[0]
    if xpos.startswith("VB"):
        for lemma in candidates:
            if lemma.lower() in numbering.rolesets:
                return lemma
    return candidates[0]


def is_plural(form, lemma):
    """Whether a noun's form is a plural of the lemma by its endings."""
    return any(lemma.endswith(singular) and
               form == lemma.removesuffix(singular) + plural
               for singular, plural in PLURALS)
