"""Analyse sentences with the model and write or score the result."""
import json
import os
import subprocess
import sys
import tempfile

import numpy
import torch

import decode
import lemmas
from batches import Item, batches, collate
from labels import apply_lemma_rule
from names_data import read_columns, spans_of, tags_of
from syntax_data import Sentence, read_conllu


def analyse(model, numbering, sentences):
    """Return the sentences as the model sees them; the forms are kept."""
    items = []
    for number, sentence in enumerate(sentences):
        bare = Sentence(sentence.forms, sentence.identifier)
        item = Item(bare, numbering)
        item.number, item.sentence = number, bare
        items.append(item)
    found = [None] * len(items)
    with torch.no_grad():
        for group in batches(items, 700, shuffle=False):
            _analyse_batch(model, numbering, group)
            for item in group:
                found[item.number] = item.sentence
    return found


def _analyse_batch(model, numbering, group):
    batch = collate(group, numbering)
    vectors = model.encode(batch)
    words = vectors[:, 1:]
    arcs = model.arc_scores(vectors, batch["real"]).double().numpy()
    heads = torch.zeros(words.shape[:2], dtype=int)
    for row, item in enumerate(group):
        count = len(item.forms)
        item.sentence.heads = decode.arborescence(
            arcs[row, :count, :1 + count])
        heads[row, :count] = torch.tensor(item.sentence.heads)
    chosen = {head: getattr(model, head)(words).argmax(-1).tolist()
              for head in ("upos", "xpos", "feats")}
    chosen["lemma"] = model.lemma(words).topk(
        lemmas.RULES_TRIED).indices.tolist()
    chosen["relation"] = model.relation_scores(vectors,
                                               heads).argmax(-1).tolist()
    names = model.name(words).numpy()
    for row, item in enumerate(group):
        _fill(item.sentence, {head: rows[row]
                              for head, rows in chosen.items()},
              names[row], numbering)
    _add_frames(model, numbering, group, vectors)


def _fill(sentence, chosen, names, numbering):
    def values(head):
        return [numbering.labels[head][i]
                for i, _ in zip(chosen[head], sentence.forms)]
    sentence.upos, sentence.xpos = values("upos"), values("xpos")
    sentence.feats, sentence.relations = values("feats"), values("relation")
    rules = numbering.labels["lemma"]
    sentence.lemmas = [
        lemmas.best_lemma(form, [apply_lemma_rule(rules[i], form)
                                 for i in best], xpos, numbering)
        for best, form, xpos in zip(chosen["lemma"], sentence.forms,
                                    sentence.xpos)]
    sentence.names = decode.best_names(names[:len(sentence.forms)],
                                       numbering.labels["name"])


def _add_frames(model, numbering, group, vectors):
    positive = model.predicate(vectors[:, 1:])[..., 0] > 0
    found = []
    for row, item in enumerate(group):
        item.sentence.frames = []
        found += [(row, word) for word in range(len(item.forms))
                  if positive[row, word] and numbering.may_be_predicate(
                      item.sentence.lemmas[word], item.sentence.upos[word])]
    if not found:
        return
    rows, words = (torch.tensor(column) for column in zip(*found))
    senses = model.sense(vectors[rows, 1 + words]).numpy()
    scores = model.role_scores(vectors, rows, words).numpy()
    labels = numbering.labels["role"]
    for (row, word), sense, table in zip(found, senses, scores):
        sentence = group[row].sentence
        sense = decode.best_sense(sentence.lemmas[word], sense, numbering)
        table = table[:len(sentence.forms)] + decode.role_evidence(
            sentence, word, sense, numbering.role_paths,
            numbering.role_habits, len(labels))
        role = decode.best_roles(table, labels,
                                 numbering.cores.get(sense, "*"))
        arguments = [(labels[role[i]], i)
                     for i in range(len(sentence.forms)) if role[i]]
        sentence.frames.append((word, sense, arguments))


def conllu_lines(sentence, comments=()):
    """Return the CoNLL-U rows, with Name, Pred and Arg in MISC."""
    misc = [[f"Name={name}"] if name and name != "O" else []
            for name in sentence.names or [None] * len(sentence.forms)]
    for predicate, sense, arguments in sentence.frames or ():
        misc[predicate].append(f"Pred={sense}")
    for predicate, _, arguments in sentence.frames or ():
        for role, head in arguments:
            misc[head].append((predicate + 1, role))
    lines = list(comments)
    for i, form in enumerate(sentence.forms):
        plain = [field for field in misc[i] if isinstance(field, str)]
        pairs = [field for field in misc[i] if not isinstance(field, str)]
        if pairs:
            plain.append("Arg=" + ",".join(f"{p}:{r}" for p, r in pairs))
        lines.append("\t".join((
            str(i + 1), form, sentence.lemmas[i], sentence.upos[i],
            sentence.xpos[i], sentence.feats[i], str(sentence.heads[i]),
            sentence.relations[i], "_", "|".join(plain) or "_")))
    return lines + [""]


def write_conllu(path, sentences, comments):
    with open(path, "w", encoding="utf-8") as out:
        for sentence, lines in zip(sentences, comments):
            out.write("\n".join(conllu_lines(sentence, lines)) + "\n")


def run_scorer(scorer, arguments):
    """Run score_conllu.py and return its JSON."""
    done = subprocess.run([sys.executable, scorer, *arguments, "--json"],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def score_trees(model, numbering, data, scorer, sample=None):
    """Score EWT dev: syntax, UNER names and PropBank roles."""
    gold = list(read_conllu(os.path.join(data, "ud-ewt/dev.conllu")))
    if sample:
        gold = gold[::max(1, len(gold) // sample)]
    found = analyse(model, numbering, gold)
    comments = [sentence.comments for sentence in gold]
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("gold", "system")]
        write_conllu(paths[0], gold, comments)
        write_conllu(paths[1], found, comments)
        return run_scorer(scorer, paths + [
            "--names", os.path.join(data, "uner-ewt/dev.iob2"),
            "--roles", os.path.join(data, "propbank-ewt/dev.jsonl")])


def score_names(model, numbering, path, scorer, kinds, sample=None):
    """Score a file of columns; `kinds` maps its types to PER, ORG, LOC."""
    gold = []
    for number, (forms, tags) in enumerate(read_columns(path)):
        spans = [(b, e, kinds[k]) for b, e, k in spans_of(tags) if k in kinds]
        gold.append(Sentence(forms, str(number),
                             names=tags_of(spans, len(forms))))
    if sample:
        gold = gold[::max(1, len(gold) // sample)]
    found = analyse(model, numbering, gold)
    comments = [[f"# sent_id = {s.identifier}"] for s in gold]
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name)
                 for name in ("system", "gold.iob2")]
        write_conllu(paths[0], found, comments)
        with open(paths[1], "w", encoding="utf-8") as out:
            for sentence, lines in zip(gold, comments):
                rows = [f"{i + 1}\t{form}\t{name}\t-\t-" for i, (form, name)
                        in enumerate(zip(sentence.forms, sentence.names))]
                out.write("\n".join(lines + rows) + "\n\n")
        return run_scorer(scorer, [paths[0], paths[0], "--no-strip",
                                   "--names", paths[1]])["names"]


def summary(model, numbering, data, sample=None):
    """Return one line of scores, in percent."""
    scorer = os.path.join(data, "../eval/score_conllu.py")
    plain = {kind: kind for kind in ("PER", "ORG", "LOC")}
    trees = score_trees(model, numbering, data, scorer, sample)
    names = score_names(model, numbering, os.path.join(
        data, "conllpp/conllpp_dev.txt"), scorer, plain, sample)
    figures = {head: trees[head]["f1"] for head in
               ("UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS")}
    figures["UNER"] = trees["names"]["micro"]["f1"]
    figures["CoNLL++"] = names["micro"]["f1"]
    for name, score in trees["roles"].items():
        figures[name] = score["f1"]
    return "  ".join(f"{name} {numpy.round(value, 2)}"
                     for name, value in figures.items())
