#!/usr/bin/env python3
"""Trains the model that splits a passage's tokens into sentences.

    boundaries.py --train EWT/train.conllu --dev EWT/dev.conllu
                  [--names CONLLPP/train.txt] [--news NEWS.conllu]
                  --output boundary.npz

The news are unlabelled: any CoNLL-U whose tokens came from `demarche explain
--format conllu`; its own sentence boundaries are not looked at. Only gaps
that rules are sure of teach anything there.

The network is a stack of convolutions over the tokens of one passage:

    x0[t] = word[hash(form)] + shape[shape] + gap[space before] + quote[inside]
    xN[t] = relu(bias + sum over k of weightN[k] xN-1[t + (k - K/2) dilationN])
    a sentence ends after t  <=>  output . xN[t] + bias > 0

Before the passage lie tokens of shape 0, which have no word, gap or quote.
extractor/sentence_splitter.{h,cc} computes the same; the hash, shapes and
quotes are defined there in the same words.
"""
import argparse
import random
import re

import numpy as np
import torch
from torch import nn

import token_lists

WORDS, WIDTH, HIDDEN = 8192, 32, 48
KERNELS, DILATIONS = (5, 5, 5), (1, 2, 3)
SHAPES, GAPS, QUOTES = 16, 2, 2
CLOSERS = set("\"'”’)]»") | {"''"}
OPENERS = set("\"'“‘([«")
ABBREVIATIONS = set(token_lists.ABBREVIATIONS)
TITLES = set("Mr. Mrs. Ms. Dr. Prof. Rev. Gen. Sen. Rep. Gov. Lt. Col. Sgt. St."
             " Maj. Capt. Adm. Sens. Reps. Messrs. vs. v. Jan. Feb. Aug. Sept."
             " Oct. Nov. Dec. No.".split())

SAYING = set("said says asked asks added adds told tells tweeted tweets wrote"
             " writes replied shouted wondered exclaimed insisted joked yelled"
             " declared announced responded quipped recalled argued".split())
STARTERS = set("The He She It They But In This That A An And We I If When While"
               " As At On After There These Those His Her Their Its For"
               " So Then".split())


class Passage:
    """forms: tokens as written; spaces[i]: white space before token i;
    ends[i]: 1 if a sentence ends after token i, -1 for not known."""

    def __init__(self, forms, spaces, ends):
        self.forms, self.spaces, self.ends = forms, spaces, ends


# ------------------------------------------------------------------ reading


def read_blocks(path):
    comments, rows = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            comments.append(line)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = [], []


def tokens_of(rows):
    """(form, space after) of each token as written."""
    last = 0
    for row in rows:
        if "." in row[0]:
            continue
        first, _, end = row[0].partition("-")
        if int(first) <= last:
            continue
        last = int(end or first)
        yield row[1], "SpaceAfter=No" not in row[9]


def read_conllu(path):
    """Passages of a treebank; an abbreviation gets back the full stop that
    ends its sentence, as the tokenizer leaves it."""
    passages, space = [], False
    for comments, rows in read_blocks(path):
        if not passages or any(c.startswith(("# newpar", "# newdoc"))
                               for c in comments):
            passages.append(Passage([], [], []))
            space = True
        passage = passages[-1]
        for form, after in tokens_of(rows):
            whole = passage.forms[-1] + "." if passage.forms else ""
            if form == "." and not space and passage.ends[-1] == 0 and (
                    whole in ABBREVIATIONS
                    or re.fullmatch(r"([A-Za-z]\.)+|[A-Z]\.", whole)):
                passage.forms[-1] = whole
            else:
                passage.forms.append(form)
                passage.spaces.append(int(space))
                passage.ends.append(0)
            space = after
        passage.ends[-1] = 1
    return passages


def detached(tokens, i):
    """Whether white space goes before token i of newswire cut into words."""
    form, before = tokens[i], tokens[i - 1] if i else ""
    if not i or re.fullmatch(r"[.,:;?!%)\]]|'s|n't|'(ll|re|ve|d|m)|'", form):
        return i == 0
    return before not in ("(", "[", "$", "-") and form != "-"


def read_names(path):
    """Runs of two to six whole sentences of newswire as passages."""
    passages, run, rng = [], [], random.Random(7)

    def flush():
        while run:
            passage = Passage([], [], [])
            for tokens in run[:rng.randint(2, 6)]:
                quotes = 0
                for i, form in enumerate(tokens):
                    space = detached(tokens, i)
                    if form == '"':
                        space = i == 0 or quotes % 2 == 0
                        quotes += 1
                    elif i and tokens[i - 1] == '"' and quotes % 2:
                        space = False
                    passage.forms.append(form)
                    passage.spaces.append(int(space))
                    passage.ends.append(0)
                passage.ends[-1] = 1
                run.pop(0)
            passages.append(passage)

    tokens = []
    for line in open(path, encoding="utf-8"):
        if line.strip():
            tokens.append(line.split()[0])
            continue
        if tokens and tokens[-1] in (".", '"', "?") and len(tokens) > 4 \
                and "-DOCSTART-" not in tokens:
            run.append(tokens)
        else:
            flush()
        tokens = []
    flush()
    return passages


def label_news(passage):
    """Marks the ends that rules are sure of; unsure gaps become -1."""
    forms, spaces = passage.forms, passage.spaces
    for i, form in enumerate(forms):
        stop = i
        while stop > 0 and forms[stop] in CLOSERS and not spaces[stop]:
            stop -= 1
        mark = forms[stop]
        after = forms[i + 1] if i + 1 < len(forms) else ""
        opens = after in OPENERS and spaces[i + 1] \
            and i + 2 < len(forms) and not spaces[i + 2]
        if opens:
            after = forms[i + 2]
        if not after:
            passage.ends[i] = 1
        elif mark in (":", ",") and opens:
            passage.ends[i] = 0
        elif not spaces[i + 1] or (after in CLOSERS and not opens):
            passage.ends[i] = 0 if re.search(r"[\w,;]$", mark) else -1
        elif mark == ".":
            lower = after[:1].islower()
            passage.ends[i] = -1 if lower else 1
        elif mark in ("?", "!"):
            speaker = stop < i and SAYING & set(forms[i + 1:i + 5])
            passage.ends[i] = int(not after[:1].islower() and not speaker)
        elif re.search(r"\w\.$", mark):
            lower = after[:1].islower() or mark in TITLES
            ended = after in STARTERS and len(mark) > 2
            passage.ends[i] = 0 if lower or after in ",;:" \
                else 1 if ended else -1
        else:
            passage.ends[i] = -1 if re.search(r"[.?!…:-]", mark) else 0
    return passage


# ----------------------------------------------------------------- features


def lower_ascii(data):
    return data.lower()  # bytes.lower() leaves all but A-Z alone


def word_bucket(form):
    """FNV-1a of the first 32 bytes, letters lowered, digits as 0."""
    value = 2166136261
    for byte in lower_ascii(form.encode()[:32]):
        if 48 <= byte <= 57:
            byte = 48
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return (value ^ (value >> 16)) % WORDS


def shape_of(form):
    """Told from ASCII alone; bytes beyond it count as lower-case letters,
    unless the whole form is of them and of punctuation (13 opening quotes and
    brackets, 14 closing ones, 15 other)."""
    data = form.encode()[:32]
    upper = sum(65 <= b <= 90 for b in data)
    lower = sum(97 <= b <= 122 for b in data)
    digit = sum(48 <= b <= 57 for b in data)
    wide = sum(b >= 128 for b in data)
    if upper + lower == 0 and digit == 0:
        if form in ("“", "‘", "«", "(", "[", "{", "„"):
            return 13
        if form in ("”", "’", "»", ")", "]", "}"):
            return 14
        if wide == 0:
            return {".": 9, "?": 10, "!": 10, ",": 11, '"': 12, "'": 12,
                    "-": 8, ":": 8, ";": 8}.get(form[:1], 15)
        return 15 if data[0] == 0xE2 else 1
    if digit:
        return 6 if upper + lower == 0 else 7
    if data[-1] == 46:
        return 4 if upper else 5
    first = 65 <= data[0] <= 90
    if first and lower + wide == 0:
        return 3
    return 2 if first else 1


def features(passage):
    """Rows (word, shape, gap, quote), and -1 for no word."""
    rows, inside = [], 0
    for form, space in zip(passage.forms, passage.spaces):
        if form in ("“", "''") or form == "”":
            inside = int(form == "“")
        elif form == '"':
            inside = 1 - inside
        rows.append((word_bucket(form), shape_of(form), space, inside))
    return rows


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.word = nn.Embedding(WORDS + 1, WIDTH, padding_idx=WORDS)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.gap = nn.Embedding(GAPS + 1, WIDTH, padding_idx=GAPS)
        self.quote = nn.Embedding(QUOTES + 1, WIDTH, padding_idx=QUOTES)
        nn.init.normal_(self.word.weight, std=0.3)
        with torch.no_grad():
            self.word.weight[WORDS] = 0
        sizes = [WIDTH] + [HIDDEN] * len(KERNELS)
        self.layers = nn.ModuleList(
            nn.Conv1d(a, b, k, dilation=d, padding=0)
            for a, b, k, d in zip(sizes, sizes[1:], KERNELS, DILATIONS))
        self.output = nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(0.2)

    def forward(self, rows):
        """rows [batch, time, 4] to scores [batch, time]. Each layer sees zeros
        beyond its input, the first one PAD embeddings, as in C++."""
        word, shape, gap, quote = rows.unbind(-1)
        if self.training:
            hide = torch.rand(word.shape) < 0.05
            word = torch.where(hide, WORDS, word)
        x = self.drop(self.word(word) + self.gap(gap) + self.quote(quote)
                      + self.shape(shape))
        x = x.transpose(1, 2)
        pad = shape == 0
        for layer, kernel, dilation in zip(self.layers, KERNELS, DILATIONS):
            reach = kernel // 2 * dilation
            x = torch.relu(layer(nn.functional.pad(x, (reach, reach))))
            x = self.drop(x) * (~pad).unsqueeze(1)
        return self.output(x.transpose(1, 2)).squeeze(-1)


REACH = sum(k // 2 * d for k, d in zip(KERNELS, DILATIONS))
PAD = (WORDS, 0, GAPS, QUOTES)


def batches(passages, length=512, size=8, rng=None):
    """Passages one after the other with padding between them, cut into rows
    of equal length. Targets: 0, 1, or -1 for nothing to learn."""
    order = list(passages)
    if rng:
        rng.shuffle(order)
    rows, targets = [], []
    for passage in order:
        rows += [PAD] * REACH + passage.rows
        targets += [-1] * REACH + passage.ends[:-1] + [-1]
    fill = -len(rows) % length
    rows += [PAD] * fill
    targets += [-1] * fill
    rows = torch.tensor(rows).view(-1, length, 4)
    targets = torch.tensor(targets).view(-1, length)
    for i in range(0, len(rows), size):
        yield rows[i:i + size], targets[i:i + size]


def scores_of(network, passages):
    """One array of scores for each passage."""
    network.eval()
    with torch.no_grad():
        for passage in passages:
            rows = [PAD] * REACH + passage.rows + [PAD] * REACH
            yield network(torch.tensor([rows]))[0].numpy()[REACH:-REACH]


def sentence_score(passages, scores, threshold=0.0):
    """F1 of sentences over all passages, in percent."""
    right = gold = system = 0
    for passage, score in zip(passages, scores):
        ends = {i for i, end in enumerate(passage.ends) if end == 1}
        found = {i for i, s in enumerate(score) if s > threshold}
        ends.add(len(score) - 1)
        found.add(len(score) - 1)

        def spans(cuts):
            cuts = sorted(cuts)
            return set(zip([-1] + cuts, cuts))
        right += len(spans(ends) & spans(found))
        gold += len(ends)
        system += len(found)
    return 200 * right / (gold + system)


def lower_copy(passage):
    copy = Passage([form.lower() for form in passage.forms], passage.spaces,
                   passage.ends)
    copy.rows = features(copy)
    return copy


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", required=True)
    parser.add_argument("--dev", required=True)
    parser.add_argument("--names")
    parser.add_argument("--names-dev")
    parser.add_argument("--news")
    parser.add_argument("--news-share", type=int, default=3000)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)
    sets = {"ewt": read_conllu(options.train)}
    if options.names:
        sets["names"] = read_names(options.names)
    if options.news:
        news = read_conllu(options.news)
        rng.shuffle(news)
        sets["news"] = [label_news(p) for p in news[:options.news_share]]
    dev = {"ewt dev": read_conllu(options.dev)}
    if options.names_dev:
        dev["names dev"] = read_names(options.names_dev)
    for passages in list(sets.values()) + list(dev.values()):
        for passage in passages:
            passage.rows = features(passage)
    for name, passages in sets.items():
        print(name, len(passages), "passages,",
              sum(len(p.forms) for p in passages), "tokens", flush=True)
    network = Network()
    optimizer = torch.optim.AdamW(network.parameters(), lr=4e-3,
                                  weight_decay=0.01)
    train = sum(sets.values(), [])
    steps = sum(1 for _ in batches(train)) * options.epochs * 1.1
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: max(0.02, 1 - step / steps)
        * min(1, (step + 1) / 100))
    loss_of = nn.BCEWithLogitsLoss()
    average = None
    for epoch in range(options.epochs):
        network.train()
        extra = [lower_copy(p) for p in
                 rng.sample(train, len(train) // 12)]
        total = count = 0
        for rows, targets in batches(train + extra, rng=rng):
            known = targets >= 0
            loss = loss_of(network(rows)[known], targets[known].float())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        report = []
        for name, passages in dev.items():
            scores = list(scores_of(network, passages))
            report.append(name + " " + " ".join(
                f"{sentence_score(passages, scores, t):.2f}"
                for t in (-1, -0.5, 0, 0.5)))
        print(f"epoch {epoch + 1} loss {total / count:.4f}", *report,
              flush=True)
    export(network, options.output)
    check = list(scores_of(network, dev["ewt dev"]))
    print("after rounding:", f"{sentence_score(dev['ewt dev'], check):.2f}")


def export(network, path):
    """Rounds the words to int8, in the network too, and writes all tensors."""
    weight = network.word.weight.detach().numpy()[:WORDS]
    scale = np.float32(np.abs(weight).max() / 127)
    rounded = np.rint(weight / scale).astype(np.int8)
    with torch.no_grad():
        network.word.weight[:WORDS] = torch.tensor(
            rounded.astype(np.float32) * scale)
    tensors = {"boundary.word": rounded,
               "boundary.word.scale": np.array([scale], np.float32)}
    for name, rows in (("shape", SHAPES), ("gap", GAPS), ("quote", QUOTES)):
        tensors[f"boundary.{name}"] = \
            getattr(network, name).weight.detach().numpy()[:rows]
    for i, layer in enumerate(network.layers):
        # [out, in, k] to [k, in, out]
        tensors[f"boundary.layer.{i}.weight"] = \
            layer.weight.detach().numpy().transpose(2, 1, 0)
        tensors[f"boundary.layer.{i}.bias"] = layer.bias.detach().numpy()
        tensors[f"boundary.layer.{i}.dilation"] = \
            np.array([DILATIONS[i]], np.float32)
    tensors["boundary.output.weight"] = \
        network.output.weight.detach().numpy()[0]
    tensors["boundary.output.bias"] = network.output.bias.detach().numpy()
    for name in ("abbreviations", "prefixes", "units", "contractions"):
        tensors[f"boundary.{name}"] = np.array(
            sorted(set(getattr(token_lists, name.upper()))), dtype=str)
    np.savez(path, **{name: np.ascontiguousarray(value)
                      for name, value in tensors.items()})
    print(path, sum(value.nbytes for value in tensors.values()), "bytes")


if __name__ == "__main__":
    main()
