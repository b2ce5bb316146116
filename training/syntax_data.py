"""Readers of the syntax and role sets: UD (CoNLL-U) and PropBank (JSON)."""
import json
from dataclasses import dataclass, field


@dataclass
class Sentence:
    """A sentence with whatever labels its set has; None where it has none."""
    forms: list
    identifier: str = ""
    upos: list = None
    xpos: list = None
    feats: list = None
    lemmas: list = None
    heads: list = None       # 0 is the root, words count from 1
    relations: list = None
    frames: list = None      # (predicate, sense, [(role, head)]), from 0
    names: list = None       # IOB2, or None for a word without supervision
    comments: list = field(default_factory=list)


def read_conllu(path):
    """Yield the sentences of a CoNLL-U file, by words and basic trees."""
    rows, comments = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield _sentence(rows, comments)
                rows, comments = [], []
    if rows:
        yield _sentence(rows, comments)


def _sentence(rows, comments):
    words = [row for row in rows if row[0].isdigit()]
    identifier = next((comment.split(" = ", 1)[1] for comment in comments
                       if comment.startswith("# sent_id = ")), "")
    forms, lemmas, upos, xpos, feats, heads, relations = (
        [row[i] for row in words] for i in (1, 2, 3, 4, 5, 6, 7))
    return Sentence(forms, identifier, upos, xpos, feats, lemmas,
                    [int(head) if head.isdigit() else 0 for head in heads],
                    relations, comments=comments)


def add_roles(sentences, path):
    """Give `sentences` the frames that the PropBank file has for them."""
    by_identifier = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            by_identifier[entry["sent_id"]] = entry
    for sentence in sentences:
        entry = by_identifier.get(sentence.identifier)
        if entry and len(entry["forms"]) == len(sentence.forms):
            sentence.frames = [_frame(frame) for frame in entry["frames"]]


def _frame(frame):
    return (frame["predicate"], frame["sense"],
            [(argument["role"], argument["head"])
             for argument in frame["args"] if argument["head"] is not None])


def read_syntax(trees, roles):
    sentences = list(read_conllu(trees))
    add_roles(sentences, roles)
    return sentences
