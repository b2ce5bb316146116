#!/usr/bin/env python3
"""Our own examples as articles, and what is expected of them as verdicts for confidence.py.

  case_verdicts.py articles > articles.jsonl
  case_verdicts.py verdicts TRAITS > verdicts.tsv

The examples are the sentences of tests/cases, and the articles of examples/ with the lines of tests/articles.

Rare words are judged in no sample of news, but by example there.  TRAITS is what build/bench_traits wrote for the
articles.  An event is right if a case has its category or class at its word; what a case does not speak of is nobody's
verdict.  So is who stands on its sides, but one whose head the case gives there.
"""
import glob
import json
import os
import sys


def expected_events(line):
    """[(category or class or None, trigger, [(side, words)])] of a line of expectations."""
    if line.startswith('event '):
        kind, *parts = line[len('event '):].split(' | ')
        sides = [part.strip().split(' ', 1) for part in parts if part.split()[0] in ('source', 'target')]
        return [(*kind.split()[:2], sides)]
    if line.startswith('one '):
        return [(None, mention.split()[-1], []) for mention in line[4:].split(' | ')]
    return []


def read_cases():
    """[(id, text, expected events)]"""
    cases = []
    for path in sorted(glob.glob('tests/cases/*.txt')):
        with open(path, encoding='utf8') as lines:
            for number, line in enumerate(lines, 1):
                if line.startswith('> '):
                    text = line[2:].strip().replace(' ¶ ', '\n\n')
                    cases.append((f'{os.path.basename(path)}:{number}', text, []))
                elif cases:
                    cases[-1][2].extend(expected_events(line))
    for path in sorted(glob.glob('tests/articles/*.txt')):
        article = os.path.join('examples', os.path.basename(path))
        if os.path.exists(article):
            with open(article, encoding='utf8') as text, open(path, encoding='utf8') as lines:
                cases.append((article, text.read(), [event for line in lines for event in expected_events(line)]))
    return cases


def verdicts(cases, events):
    texts = {name: (text, expected) for name, text, expected in cases}
    for event in events:
        text, expected = texts[event['article']]
        kinds = {event['category'], event['traits'][0].split()[-1]}
        for kind, trigger, sides in expected:
            if kind in kinds | {None} and text[event['begin']:].startswith(trigger):
                judged = []
                for side, who in sides:
                    heads = [one['head'] for one in event['candidates'] if text[one['head']:].startswith(who.split()[-1])]
                    if len(heads) == 1:
                        judged.append(f'{heads[0]}:{side}:y')
                print(event['article'], event['begin'], 'y', ' '.join(judged), sep='\t')
                break


def main():
    cases = read_cases()
    if sys.argv[1] == 'articles':
        for name, text, _ in cases:
            print(json.dumps({'id': name, 'text': text, 'published': '2023-01-12'}))
    else:
        with open(sys.argv[2], encoding='utf8') as lines:
            events = [json.loads(line) for line in lines]
        verdicts(cases, [event for event in events if 'candidates' in event])


if __name__ == '__main__':
    main()
