#!/usr/bin/env python3
"""Draw events, compare what their outlets say, and give what comes out to readers to judge.

  compared.py draw PROGRAM EVENTS SEED --sheet FILE --keys FILE [--events N] [--apart-from SEED ...]
                   [--seen FILE] [--shared N] [--likeness L]
  compared.py score KEYS VERDICTS [SECOND_VERDICTS]

draw    shuffles the sorted ids of the events, three articles of BASIL (basil.tar.xz) each or two of one story in a corpus
        of news (.jsonl.xz, see same_story.py), by random.Random(SEED), takes the first N, of pairs only those without an
        article of another drawn before, and runs `PROGRAM compare` on the articles of each.  KEYS gets what may be committed: number, event, "shared" or the
        contrast of a contradiction, and for each claim outlet, offsets of its trigger (code points), kind.  SHEET gets the
        same with the sentences, for the readers alone.  --apart-from leaves out the N that another SEED draws (20 of BASIL), and
        their articles, so that rules can be mended on some events and measured on others; --seen those with an article that
        FILE names, one id a line.
score   a line of VERDICTS is "number <tab> verdict": "ok", "p" (right but for an actor), or "no".  Shared claims are right
        if the sentences tell of one event or state of affairs and agree that it is so; contradictions if the two cannot
        both be true of one matter.  Prints shares with Wilson's 95 % interval, all actors right in brackets.
"""
import json
import os
import random
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from judged import local, read_verdicts, run_command, wilson  # noqa: E402
from same_story import LEAST_LIKENESS, read_pairs  # noqa: E402


def read_basil(path):
    """The three articles of each event, as records of JSONL, by the event's id."""
    events = defaultdict(list)
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            if '/articles/' not in member.name or not member.name.endswith('.json'):
                continue
            article = json.load(archive.extractfile(member))
            text = '\n\n'.join(' '.join(paragraph) for paragraph in article['body-paragraphs'])
            events[article['triplet-uuid']].append({
                'id': article['uuid'], 'url': article['url'], 'title': article['title'], 'published': article['date'],
                'publisher': article['source'], 'text': text})
    return {event: sorted(articles, key=lambda a: a['publisher']) for event, articles in events.items()}


def drawn(events, seed, count):
    """Ids of events that have no article in common."""
    ids = sorted(events)
    random.Random(seed).shuffle(ids)
    chosen, seen = [], set()
    for event in ids:
        articles = {article['id'] for article in events[event]}
        if len(chosen) < count and not articles & seen:
            chosen.append(event)
            seen |= articles
    return chosen


def without_articles(events, seen):
    """The events that have no article among those seen."""
    return {event: articles for event, articles in events.items() if all(a['id'] not in seen for a in articles)}


def without(events, ids):
    """The events that have no article in common with those of the ids."""
    return without_articles(events, {article['id'] for event in ids for article in events[event]})


def compare(program, articles):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf8') as file:
        file.writelines(json.dumps(article) + '\n' for article in articles)
        file.flush()
        return json.loads(subprocess.run([program, 'compare', '--input', 'jsonl', '--format', 'json', file.name],
                                         capture_output=True, text=True, check=True).stdout)


def found_in(comparison):
    """Each shared claim and each contradiction: what it is, why, and its claims."""
    claims = comparison['claims']
    for shared in comparison['shared']:
        yield 'shared', shared, [claims[number] for number in shared['claims']]
    for contradiction in comparison['contradictions']:
        yield contradiction['contrast'], contradiction, [claims[number] for number in contradiction['claims']]


def names(participants):
    return ', '.join(name or 'somebody' for name in participants) or '-'


def describe(claim, sides):
    sentence, trigger = claim['sentence'], claim['trigger']
    begin, end = trigger['begin'] - sentence['begin'], trigger['end'] - sentence['begin']
    text = sentence['text']
    marked = (text[:begin] + '[[' + text[begin:end] + ']]' + text[end:]).replace('\n', ' / ')
    said_by = f" (says {names(claim['claimers'])})" if claim['claimers'] else ''
    return (f"   {sides[claim['side']]['name']}: {local(claim['kind'] or claim['lemma'])} | {names(claim['source'])} | "
            f"{names(claim['target'])} | {claim['factuality']}{said_by}\n      {marked}\n")


def draw(options):
    is_basil = not options.articles.endswith('.jsonl.xz')
    events = read_basil(options.articles) if is_basil else read_pairs(options.articles, options.likeness, options.days)
    if options.seen:
        with open(options.seen, encoding='utf8') as lines:
            events = without_articles(events, set(lines.read().split()))
    for seed in options.apart_from:
        events = without(events, drawn(events, seed, 20 if is_basil else options.events))
    totals, number = Counter(), 0
    with open(options.keys, 'w', encoding='utf8') as keys, open(options.sheet, 'w', encoding='utf8') as sheet:
        for event in drawn(events, options.seed, options.events):
            comparison = compare(options.program, events[event])
            sides = comparison['sides']
            print(f"== {event}: {' / '.join(article['title'] for article in events[event])}\n", file=sheet)
            found = list(found_in(comparison))
            if options.shared is not None:
                dice = random.Random(f'{options.seed} {event}')
                shared = [one for one in found if one[0] == 'shared']
                kept = dice.sample(shared, min(options.shared, len(shared)))
                found = kept + [one for one in found if one[0] != 'shared']
            for kind, why, claims in found:
                number += 1
                totals['shared' if kind == 'shared' else 'contradictions'] += 1
                print(number, event, kind, *(f"{sides[c['side']]['name'].replace(' ', '_')} {c['trigger']['begin']},{c['trigger']['end']} "
                                             f"{local(c['kind'] or c['lemma'])}" for c in claims), sep='\t', file=keys)
                reason = f" [{why['score']}, {why['reason']}]" if options.reasons else ''
                print(f"{number}. {'SHARED' if kind == 'shared' else 'CONTRADICTION (' + kind + ')'}{reason}", file=sheet)
                print(''.join(describe(claim, sides) for claim in claims), file=sheet)
    print(f"{options.events} events, {totals['shared']} shared claims, {totals['contradictions']} contradictions")


def score(options):
    with open(options.keys, encoding='utf8') as lines:
        kinds = {row[0]: 'shared' if row[2] == 'shared' else 'contradictions'
                 for row in (line.rstrip('\n').split('\t') for line in lines) if len(row) > 2}
    readers = [read_verdicts(path, set(kinds)) for path in options.verdicts]
    for path, verdicts in zip(options.verdicts, readers):
        for kind in ('shared', 'contradictions'):
            judged = [verdict for number, verdict in verdicts.items() if kinds[number] == kind]
            if judged:
                right = sum(verdict in ('', 'p') for verdict in judged)
                low, high = wilson(right, len(judged))
                print(f'{path}: {kind} {right} of {len(judged)} right ({judged.count("")} with all actors)  '
                      f'{right / len(judged):.3f}  [{low:.3f}, {high:.3f}]')
    if len(readers) == 2:
        agreed = sum((readers[0][number] == 'no') == (readers[1][number] == 'no') for number in kinds)
        print(f'the readers agree on {agreed} of {len(kinds)}')


def add_draw_options(command):
    command.add_argument('program')
    command.add_argument('articles')
    command.add_argument('seed', type=int)
    command.add_argument('--events', type=int, default=20)
    command.add_argument('--apart-from', type=int, nargs='*', default=[])
    command.add_argument('--seen', help='a file of ids of articles to leave out')
    command.add_argument('--likeness', type=float, default=LEAST_LIKENESS,
                         help='of pairs; with a lower one they share no article with those of the default')
    command.add_argument('--days', type=int, default=1, help='how far apart the articles of pairs are at most')
    command.add_argument('--shared', type=int, help='of the shared claims of an event, keep so many by chance')
    command.add_argument('--reasons', action='store_true', help='give scores and reasons, for error analysis')


if __name__ == '__main__':
    run_command(__doc__, add_draw_options, draw, score)
