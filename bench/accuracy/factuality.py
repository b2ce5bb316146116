#!/usr/bin/env python3
"""Score factuality values against the predicates of UW, UDS-IH2 or MEANTIME.

  factuality.py GOLD PROGRAM [--limit N] [--errors N] [--json]

GOLD is a file of JSON lines {text, targets: [{span1: [first, end], label}]}: tokens with spaces between them, and
for some of them how much the author or the text holds the event for real, -3 to 3.  PROGRAM is demarche; it reads each
text as an article of its own, as it stands but for the quotation marks, by `explain`.

our value    of the innermost claimer where somebody is said to say it, else of the article: certain 3, probable 2,
             possible 1, unknown 0, with the sign of the polarity.
extracted    a target with an event (typed or untyped) whose trigger has a character of the target's token.
Pearson r    over the extracted targets; also over all, where what is not extracted counts as the mean of ours.

The table by phenomenon is over the extracted targets: number, mean of gold's and ours, mean absolute error.  A target
is in every line that fits; cues are looked for among the eight tokens before it.
"""
import argparse
import json
import re
import subprocess
from collections import defaultdict

VALUES = {'certain_positive': 3, 'probable_positive': 2, 'possible_positive': 1, 'unknown': 0,
          'possible_negative': -1, 'probable_negative': -2, 'certain_negative': -3}
QUOTES = {'``': '"', "''": '"', '`': "'"}
CUES = {
    'negation': "not n't no never nobody nothing neither nor without cannot",
    'modal': 'may might could can should would must ought',
    'future': "will 'll shall wo going",
    'condition': 'if unless whether when until',
    'infinitive': 'to',
    'report': 'said says say told saying claimed announced reported according added',
    'belief': 'believe believes believed think thinks thought expect expects expected hope hopes hoped likely',
}


def read(path):
    with open(path, encoding='utf8') as lines:
        return [json.loads(line) for line in lines]


def join(record):
    """The text, and the characters of each token in it."""
    text, places = '', []
    for token in record['text'].split(' '):
        token = QUOTES.get(token, token)
        text += ' ' if text else ''
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def explain(program, texts):
    """For each text {(begin, end) of a trigger: value}."""
    lines = ''.join(json.dumps({'id': str(i), 'url': f'http://example.org/{i}', 'text': text}) + '\n'
                    for i, text in enumerate(texts))
    output = subprocess.run([program, 'explain', '--input', 'jsonl', '-'], input=lines, capture_output=True,
                            text=True, check=True).stdout
    event = re.compile(r'^  (v\d+) .*?(\w+_positive|\w+_negative|unknown)(?: \w+)* (\d+)\.\.(\d+) "')
    claim = re.compile(r'^  c\d+ by \S+(?: \S+)*? about (v\d+) (\w+) depth (\d+)')
    found, events, depths = {}, {}, {}
    for line in output.splitlines():
        if line.startswith('article '):
            events, depths = {}, {}
            found[int(line.split('/')[-1])] = events_of = {}
        elif match := event.match(line):
            events[match[1]] = (int(match[3]), int(match[4]))
            events_of[events[match[1]]] = VALUES[match[2]]
        elif match := claim.match(line):
            if int(match[3]) >= depths.get(match[1], 0):
                depths[match[1]] = int(match[3])
                events_of[events[match[1]]] = VALUES[match[2]]
    return [found.get(i, {}) for i in range(len(texts))]


def bytes_to_characters(text, spans):
    if text.isascii():
        return spans
    place = {}
    at = 0
    for i, character in enumerate(text):
        place[at] = i
        at += len(character.encode())
    place[at] = len(text)
    return {(place.get(b, 0), place.get(e, 0)): value for (b, e), value in spans.items()}


def value_at(spans, place):
    touching = [(begin, value) for (begin, end), value in spans.items() if begin < place[1] and place[0] < end]
    return max(touching)[1] if touching else None


def pearson(pairs):
    n = len(pairs)
    mean_x = sum(x for x, _ in pairs) / n
    mean_y = sum(y for _, y in pairs) / n
    product = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    square = (sum((x - mean_x) ** 2 for x, _ in pairs) * sum((y - mean_y) ** 2 for _, y in pairs)) ** .5
    return product / square if square else 0


def phenomena(tokens, at):
    before = [token.lower() for token in tokens[max(0, at - 8):at]]
    lines = [name for name, cues in CUES.items() if set(before) & set(cues.split())]
    if before[-1:] == ['to']:
        lines.append('directly after to')
    return lines or ['none of these']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('program')
    parser.add_argument('--limit', type=int)
    parser.add_argument('--errors', type=int, default=0, help='print this many of the largest errors')
    parser.add_argument('--json', action='store_true', help='print {r, share, predicates} alone')
    options = parser.parse_args()
    records = read(options.gold)[:options.limit]
    joined = [join(record) for record in records]
    found = explain(options.program, [text for text, _ in joined])
    pairs, missed, table, errors = [], [], defaultdict(list), []
    for record, (text, places), spans in zip(records, joined, found):
        spans = bytes_to_characters(text, spans)
        tokens = record['text'].split(' ')
        for target in record['targets']:
            at = target['span1'][0]
            ours, gold = value_at(spans, places[at]), target['label']
            if ours is None:
                missed.append((gold, tokens[at]))
                errors.append((-1, gold, ours, tokens[at], text))
                continue
            pairs.append((gold, ours))
            for line in phenomena(tokens, at):
                table[line].append((gold, ours))
            errors.append((abs(gold - ours), gold, ours, tokens[at], text))
    share = len(pairs) / (len(pairs) + len(missed))
    if options.json:
        print(json.dumps({'r': pearson(pairs), 'share': share, 'predicates': len(pairs) + len(missed)}))
        return
    mean = sum(ours for _, ours in pairs) / len(pairs)
    print(f'predicates {len(pairs) + len(missed)}  extracted {share:.3f}  Pearson r {pearson(pairs):.3f}  '
          f'over all {pearson(pairs + [(gold, mean) for gold, _ in missed]):.3f}  '
          f'mean absolute error {sum(abs(x - y) for x, y in pairs) / len(pairs):.3f}')
    for line in sorted(table):
        rows = table[line]
        print(f'  {line:18} {len(rows):5}  gold {sum(x for x, _ in rows) / len(rows):5.2f}  '
              f'ours {sum(y for _, y in rows) / len(rows):5.2f}  '
              f'error {sum(abs(x - y) for x, y in rows) / len(rows):.2f}')
    errors.sort(key=lambda error: -error[0])
    for error, gold, ours, token, text in errors[:options.errors]:
        print(f'{gold:5.2f} {ours!s:>5}  [{token}]  {text}')


if __name__ == '__main__':
    main()
