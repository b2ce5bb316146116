#!/usr/bin/env python3
"""What adding an article to a large dataset costs, beside adding it to an empty one.

usage: dataset_growth.py PROGRAM GRAPH.nq|short ARTICLES.jsonl FOLDER [--count 10000] [--copies 100] [--runs 7]

"short" stands for the graph of made-up articles of one sentence, which PROGRAM reads first.  A merge waits for the disk:
with FOLDER in memory (/dev/shm) all takes a minute.

Fills FOLDER/large with COUNT articles: COPIES copies of each of the shortest articles of GRAPH.nq (N-Quads by
build/bench_forms), each under an IRI of its own, some days apart, and with the words of its text shuffled, so that they are
no near copies, but name the same actors in the same kinds of events.  Then adds RUNS articles of ARTICLES.jsonl, each
to the large dataset and to an empty one in turn, and prints the medians of wall and processor time.
"""
import argparse
import json
import os
import pathlib
import random
import re
import resource
import shutil
import statistics
import subprocess
import time
from collections import defaultdict
from datetime import date, timedelta

GRAPH = re.compile(r'<([^<>]*)> \.$')
DATE = re.compile(r'"(\d{4})-(\d\d)-(\d\d)([^"]*"\^\^<http://www.w3.org/2001/XMLSchema#date)')
TEXT = re.compile(r'(#isString> ")((?:[^"\\]|\\.)*)(")')


def articles_of(path):
    """The lines of each article, the shortest first."""
    lines = defaultdict(list)
    with open(path, encoding='utf8') as file:
        for line in file:
            lines[GRAPH.search(line).group(1).split('#')[0]].append(line)
    lines.pop('https://w3id.org/demarche/derived', None)
    return sorted(((iri, ''.join(own)) for iri, own in lines.items()), key=lambda pair: len(pair[1]))


def write_short_articles(program, count, graph):
    """Of states that act upon each other."""
    states = ['Chad', 'Niger', 'Kenya', 'Ghana', 'Peru', 'Chile', 'Norway', 'Estonia', 'Nepal', 'Laos']
    acts = ['accused {} of shelling a village', 'signed an agreement with {}', 'criticised {}', 'met officials of {}',
            'sent aid to {}', 'threatened {}', 'sued {}', 'praised {}', 'urged {} to release a journalist',
            'recalled its ambassador from {}']
    articles = []
    for i in range(count):
        row, column = divmod(i, 10)
        day, other = 1 + i % 27, states[(column + 1 + row % 9) % 10]
        text = f'{states[column]} {acts[(row + i) % 10].format(other)} on {day} May 2021, a minister said in case {i}.'
        articles.append({'id': f'short{i}', 'url': f'https://example.org/short/{i}', 'published': f'2021-05-{day:02}',
                         'text': text})
    lines = ''.join(json.dumps(article) + '\n' for article in articles)
    with open(graph, 'w', encoding='utf8') as file:
        subprocess.run([program, 'extract', '--input', 'jsonl', '--format', 'nquads', '-'], input=lines, text=True,
                       stdout=file, check=True)


def copy_of(iri, text, number):
    def later(match):
        day = date(*map(int, match.groups()[:3])) + timedelta(days=3 * number)
        return f'"{day.isoformat()}{match.group(4)}'

    def shuffled(match):
        words = match.group(2).split(' ')
        random.Random(number).shuffle(words)
        return match.group(1) + ' '.join(words) + match.group(3)

    return TEXT.sub(shuffled, DATE.sub(later, text.replace(f'<{iri}', f'<{iri}/copy{number}')))


def fill(program, graph, folder, count, copies):
    chosen = articles_of(graph)[:count // copies]
    quads = sum(text.count('\n') for _, text in chosen) * copies
    batch = folder / 'batch.nq'
    for number in range(1, copies + 1):
        batch.write_text(''.join(copy_of(iri, text, number) for iri, text in chosen), encoding='utf8')
        subprocess.run([program, 'merge', '--into', str(folder / 'large'), str(batch)], check=True)
    batch.unlink()
    print(f'{len(chosen) * copies} articles, {quads} quads')


def add(program, article, dataset):
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([program, 'extract', '--input', 'jsonl', '--into', str(dataset), '-'], input=json.dumps(article), text=True,
                   check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - begin, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('graph')
    parser.add_argument('articles')
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--count', type=int, default=10000)
    parser.add_argument('--copies', type=int, default=100)
    parser.add_argument('--runs', type=int, default=7)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.graph == 'short':
        given.graph = given.folder / 'short.nq'
        write_short_articles(given.program, given.count // given.copies, given.graph)
    if not (given.folder / 'large').exists():
        fill(given.program, given.graph, given.folder, given.count, given.copies)
    with open(given.articles, encoding='utf8') as lines:
        articles = [json.loads(line) for line in lines][-given.runs:]
    small, large = [], []
    for article in articles:
        article['url'] += f'#{os.getpid()}'.replace('#', '/added')
        shutil.rmtree(given.folder / 'empty', ignore_errors=True)
        small.append(add(given.program, article, given.folder / 'empty'))
        large.append(add(given.program, article, given.folder / 'large'))
    for name, times in (('empty', small), ('large', large)):
        wall, processor = (statistics.median(each) for each in zip(*times))
        print(f'{name}: median of {given.runs}: wall {wall:.2f} s, processor {processor:.2f} s')
    ratios = [b[1] / a[1] for a, b in zip(small, large)]
    print(f'processor time, large to empty: median {statistics.median(ratios):.2f}, most {max(ratios):.2f}')


main()
