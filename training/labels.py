"""The lists of classes: tags, lemma rules, rolesets, and pieces."""
import collections
import json
import lzma
import os
import re
import tarfile

import pieces as piece_rules
from names_data import LABELS as NAME_LABELS


def lemma_rule(form, lemma):
    """Return the rule that makes `lemma` of `form` (docs/model_format.md)."""
    lowered = form.lower()
    if lemma == lowered:
        return "l0+"
    if lemma == form:
        return "k0+"
    casing, base = ("l", lowered) if lemma.islower() else ("k", form)
    common = len(os.path.commonprefix([base, lemma]))
    if common == 0:
        return "=" + lemma
    return f"{casing}{len(base) - common}+{lemma[common:]}"


def apply_lemma_rule(rule, form):
    if rule.startswith("="):
        return rule[1:]
    base = form.lower() if rule[0] == "l" else form
    cut, _, ending = rule[1:].partition("+")
    return (base[:len(base) - int(cut)] + ending) or form


def classes(values, least=1):
    """Return the values seen `least` times or more, frequent first."""
    counts = collections.Counter(values)
    return [value for value, count in
            sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            if count >= least]


ELEMENT = re.compile(r'<(predicate|roleset|alias)\b([^>]*)>([^<]*)')


def read_frames(path):
    """Return {lemma: rolesets} of the PropBank frame files, in order.

    Not all of them are well-formed XML; three kinds of tags are enough.
    """
    candidates = collections.defaultdict(list)
    files = {}
    with tarfile.open(path) as archive:
        for member in archive:
            if member.name.endswith(".xml"):
                raw = archive.extractfile(member).read()
                files[member.name] = raw.decode("utf-8")
    for name in sorted(files):
        _add_rolesets(files[name], candidates)
    return candidates


def _add_rolesets(text, candidates):
    base, roleset = "", None
    for tag, fields, content in ELEMENT.findall(text):
        fields = dict(re.findall(r'(\w+)="([^"]*)"', fields))
        if tag == "predicate":
            base = head_word(fields.get("lemma", ""), "v")
            continue
        if tag == "roleset":
            roleset, lemma = fields.get("id"), base
        else:
            lemma = head_word(content.strip(), fields.get("pos", "v"))
        if roleset and lemma and roleset not in candidates[lemma]:
            candidates[lemma].append(roleset)


def head_word(lemma, part):
    words = re.split(r"[_ ]", lemma)
    return words[-1] if part in ("n", "j") else words[0]


def roleset_table(sentences, frames):
    """Return {lemma: rolesets}, the most frequent in training first."""
    counts = collections.defaultdict(collections.Counter)
    for sentence in sentences:
        for predicate, sense, _ in sentence.frames or ():
            counts[sentence.lemmas[predicate].lower()][sense] += 1
    table = {}
    for lemma in sorted(set(frames) | set(counts)):
        listed = sorted(frames.get(lemma, ()),
                        key=lambda r: (not r.startswith(lemma + "."), r))
        ranked = [sense for sense, _ in counts[lemma].most_common()]
        table[lemma] = ranked + [r for r in listed if r not in ranked]
    return table


def make_labels(sentences, frames):
    """Return {head: labels} and the table of rolesets."""
    def every(attribute):
        return [value for s in sentences for value in getattr(s, attribute)]
    rules = [lemma_rule(form, lemma) for s in sentences
             for form, lemma in zip(s.forms, s.lemmas)]
    roles = [role for s in sentences for _, _, arguments in s.frames or ()
             for role, _ in arguments]
    table = roleset_table(sentences, frames)
    seen = {sense for s in sentences for _, sense, _ in s.frames or ()}
    ambiguous = {sense for senses in table.values() if len(senses) > 1
                 for sense in senses if sense in seen}
    return {
        "upos": classes(every("upos")), "xpos": classes(every("xpos")),
        "feats": classes(every("feats"), 2), "lemma": classes(rules, 3),
        "relation": classes(every("relations")),
        "role": ["_"] + classes(roles, 5), "name": NAME_LABELS,
        "sense": sorted(ambiguous)}, table


def count_words(sentences, news, articles):
    """Count words of the sets and of the first `articles` news articles."""
    counts = collections.Counter()
    for sentence in sentences:
        counts.update(sentence.forms)
    with lzma.open(news, "rt", encoding="utf-8") as lines:
        for number, line in zip(range(articles), lines):
            counts.update(json.loads(line)["text"].split())
    return counts


def prune_pieces(vocabulary, counts, required, limit):
    """Return the pieces to keep: specials, characters, frequent ones.

    `required` words keep all their pieces while the limit allows.
    """
    full = piece_rules.Pieces(vocabulary)
    uses = collections.Counter()
    for form, count in counts.items():
        for piece in full.split(form):
            uses[piece] += count
    keep = {full.ids[name] for name in piece_rules.SPECIAL}
    keep |= {i for i, name in enumerate(vocabulary)
             if len(name.removeprefix("##")) == 1 and
             (uses[i] or name.removeprefix("##").isascii())}
    ranked = [piece for piece, _ in uses.most_common()]
    named = [piece for form in required for piece in full.split(form)]
    for piece in ranked[:limit * 9 // 10] + named + ranked[limit * 9 // 10:]:
        if len(keep) >= limit:
            break
        keep.add(piece)
    return [vocabulary[i] for i in sorted(keep)]
