#!/usr/bin/env python3
"""Draw direct triples or typed events from news for readers to judge, and count their verdicts.

  judged.py draw {triples,events} PROGRAM ARTICLES SEED --articles N --count N --sheet FILE --keys FILE
  judged.py score KEYS VERDICTS [SECOND_VERDICTS]

draw    shuffles the lines of ARTICLES (JSONL, or its .xz) by random.Random(SEED), reads the first N with PROGRAM,
        shuffles all that it states there, and keeps COUNT of it.  KEYS gets what may be committed: number, article,
        offsets (code points), and what is stated.  SHEET gets the same with the sentences, for the readers alone.
triple  a triple between entities or events that the article asserts, with the claim behind it.
event   one with a PLOVER category and an actor on either side, of any factuality.
score   a line of VERDICTS is "number <tab> verdict": "ok"; else a letter for each fault: of a triple "n" (the article
        does not itself assert it), "r" relation, "d" direction, "a" an actor; of an event "t" type, "a" actors.
        Prints the share of each fault with Wilson's 95 % interval, and for two readers their agreement (Cohen's kappa
        of right against wrong).
"""
import argparse
import json
import lzma
import random
import re
import subprocess
from collections import Counter

ONTOLOGY = 'https://w3id.org/demarche/ontology#'
RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
LABEL = 'http://www.w3.org/2000/01/rdf-schema#label'
STATEMENT = re.compile(r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\]|\\.)*)"\S*) \.$')


def local(iri):
    return re.split(r'[#/]', iri)[-1]


def read_articles(path, seed, count):
    opener = lzma.open if path.endswith('.xz') else open
    with opener(path, 'rt', encoding='utf8') as lines:
        lines = [line for line in lines if line.strip()]
    random.Random(seed).shuffle(lines)
    return [json.loads(line) for line in lines[:count]]


def run(program, articles, form):
    text = ''.join(json.dumps(article) + '\n' for article in articles)
    return subprocess.run([program, 'extract', '--input', 'jsonl', '--format', form, '-'], input=text,
                          capture_output=True, text=True, check=True).stdout


def sentence_around(text, begin, end):
    """The lines of the text at the span, cut to about 300 characters on each side, the span in brackets."""
    first, last = max(0, begin - 300), min(len(text), end + 300)
    return (text[first:begin] + '[[' + text[begin:end] + ']]' + text[end:last]).replace('\n', ' / ')


def triples_of(program, articles):
    labels, claims, asserted = {}, {}, set()
    for line in run(program, articles, 'ntriples').splitlines():
        match = STATEMENT.match(line)
        if not match:
            continue
        subject, predicate, target, literal = match.groups()
        if predicate == LABEL:
            labels[subject] = literal
        elif '#claim=' in subject and subject.endswith(';by=article'):
            claims.setdefault(subject, {})[predicate] = target
        elif target:
            asserted.add((subject, predicate, target))
    texts = {article['url']: article['text'] for article in articles}
    found = {}
    for claim, parts in claims.items():
        triple = tuple(parts.get(RDF + part) for part in ('subject', 'predicate', 'object'))
        article, span = claim.split('#claim=')
        if triple in asserted and article in texts and (article, triple) not in found:
            begin, end = map(int, re.match(r'(\d+),(\d+)', span).groups())
            names = [labels.get(part, local(part)) for part in triple]
            found[article, triple] = (article, begin, end, f'{names[0]} | {local(triple[1])} | {names[2]}')
    return [(row, sentence_around(texts[row[0]], row[1], row[2])) for row in found.values()]


def events_of(program, articles):
    texts = {article['url']: article['text'] for article in articles}
    rows = []
    for line in run(program, articles, 'events').splitlines():
        record = json.loads(line)
        for event in record['events']:
            if not event['type'] or not (event['source'] or event['target']):
                continue
            begin, end = event['trigger']['begin'], event['trigger']['end']
            sides = ' | '.join(side + ' ' + (', '.join(actor['text'] for actor in event[side]) or '-')
                               for side in ('source', 'target'))
            said = f"{event['type']} {event['class']} | {sides} | {event['factuality']}{event['polarity']}"
            rows.append(((record['url'], begin, end, said),
                         sentence_around(texts[record['url']], begin, end)))
    return rows


def draw(options):
    articles = read_articles(options.articles_file, options.seed, options.articles)
    rows = sorted({'triples': triples_of, 'events': events_of}[options.kind](options.program, articles))
    random.Random(options.seed).shuffle(rows)
    dates = {article['url']: article.get('published', '') for article in articles}
    with open(options.keys, 'w', encoding='utf8') as keys, open(options.sheet, 'w', encoding='utf8') as sheet:
        for number, (row, sentence) in enumerate(rows[:options.count], 1):
            print(number, *row, sep='\t', file=keys)
            print(f'{number}. {row[3]}\n   ({dates[row[0]][:10]}) {sentence}\n', file=sheet)
    print(f'{len(rows)} in {len(articles)} articles, {min(len(rows), options.count)} drawn')


def wilson(hits, total):
    z = 1.96
    share, square = hits / total, z * z / total
    middle = (share + square / 2) / (1 + square)
    half = z * ((share * (1 - share) + square / 4) / total) ** .5 / (1 + square)
    return max(0, middle - half), min(1, middle + half)


def read_verdicts(path, numbers):
    verdicts = {}
    with open(path, encoding='utf8') as lines:
        for line in lines:
            if line.strip() and not line.startswith('#'):
                number, verdict = line.split('\t')[:2]
                verdicts[number] = '' if verdict.strip() == 'ok' else verdict.strip()
    missing = numbers - set(verdicts)
    if missing:
        raise SystemExit(f'{path}: no verdict on {sorted(missing, key=int)[:9]}')
    return {number: verdicts[number] for number in numbers}


def score(options):
    with open(options.keys, encoding='utf8') as lines:
        numbers = {line.split('\t')[0] for line in lines if line.strip()}
    readers = [read_verdicts(path, numbers) for path in options.verdicts]
    for path, verdicts in zip(options.verdicts, readers):
        print(f'{path}: {len(verdicts)} judged')
        faults = Counter(fault for verdict in verdicts.values() for fault in set(verdict))
        wrong = {'any fault': sum(1 for verdict in verdicts.values() if verdict),
                 'any but n': sum(1 for verdict in verdicts.values() if set(verdict) - {'n'}), **faults}
        for name, hits in wrong.items():
            low, high = wilson(hits, len(verdicts))
            print(f'  {name:10} {hits:4}  {hits / len(verdicts):.3f}  [{low:.3f}, {high:.3f}]')
    if len(readers) == 2:
        table = Counter((not readers[0][n], not readers[1][n]) for n in numbers)
        agreed = (table[True, True] + table[False, False]) / len(numbers)
        first = (table[True, True] + table[True, False]) / len(numbers)
        second = (table[True, True] + table[False, True]) / len(numbers)
        chance = first * second + (1 - first) * (1 - second)
        print(f'agreement {agreed:.3f}  kappa {(agreed - chance) / (1 - chance) if chance < 1 else 1:.3f}')


def run_command(description, add_draw_options, draw, score):
    """Run "draw", with the options that are given to it and --sheet and --keys, or "score KEYS VERDICTS ..."."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser('draw')
    add_draw_options(command)
    command.add_argument('--sheet', required=True)
    command.add_argument('--keys', required=True)
    command.set_defaults(run=draw)
    command = commands.add_parser('score')
    command.add_argument('keys')
    command.add_argument('verdicts', nargs='+')
    command.set_defaults(run=score)
    options = parser.parse_args()
    options.run(options)


def add_draw_options(command):
    command.add_argument('kind', choices=['triples', 'events'])
    command.add_argument('program')
    command.add_argument('articles_file')
    command.add_argument('seed', type=int)
    command.add_argument('--articles', type=int, default=100)
    command.add_argument('--count', type=int, default=300)


if __name__ == '__main__':
    run_command(__doc__, add_draw_options, draw, score)
