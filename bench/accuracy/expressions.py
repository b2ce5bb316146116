#!/usr/bin/env python3
"""Score the time expressions and the quantities that the program finds in sentences of our own.

  expressions.py GOLD_FOLDER PROGRAM [--set times|quantities] [--half dev|held] [--errors]

GOLD_FOLDER holds times.tsv and quantities.tsv (this folder); PROGRAM is build/demarche, which reads each row as an
article of its own.  The head comments of the two files tell what an expression is and what its value is.

exact     gold expressions for which there is one of ours with the same span and the same value (for quantities:
          value within a thousandth, unit and bound), by all gold expressions.
span      gold expressions for which there is one of ours with the same span.
spurious  expressions of ours that overlap no gold one, as a count: the rows list all that their text holds, and rows
          of the form "none" hold none.

The rows of either set are dealt in turn to two halves: "dev", by which rules may be written, and "held", which is only
counted.  The table has one line per half and origin, and one per form.
"""
import argparse
import json
import os
import re
import subprocess
from collections import defaultdict

LINES = {'times': re.compile(r'  t\d+ (?:date|time|duration|set) (\S+) (\d+)\.\.(\d+) '),
         'quantities': re.compile(r'  q\d+ (about |at least |at most |)(\S+) (\S*) ?(\d+)\.\.(\d+) ')}


def read_rows(path, kind):
    rows = []
    with open(path, encoding='utf8') as file:
        for line in file:
            if line.startswith('#') or not line.strip():
                continue
            half, origin, form, published, text, gold = line.rstrip('\n').split('\t')
            expected = []
            for one in filter(None, gold.split('; ')):
                span, value = one.rsplit('=', 1)
                expected.append((span, value if kind == 'times' else tuple(value.split(' '))))
            rows.append({'half': half, 'origin': origin, 'form': form, 'published': published, 'text': text,
                         'expected': expected})
    return rows


def read_all(program, rows, kind):
    """For each row its expressions: (begin, end, span, value)."""
    lines = [json.dumps({'id': str(i), 'url': f'https://example.org/{i}', 'published': row['published'],
                         'text': row['text']}) for i, row in enumerate(rows)]
    output = subprocess.run([program, 'explain', '--input', 'jsonl', '-'], input='\n'.join(lines) + '\n', text=True,
                            stdout=subprocess.PIPE, check=True).stdout
    found = [[] for _ in rows]
    number = None
    for line in output.splitlines():
        if line.startswith('article https://example.org/'):
            number = int(line.rsplit('/', 1)[1].split()[0])
        match = LINES[kind].match(line)
        if not match:
            continue
        groups = match.groups()
        begin, end = int(groups[-2]), int(groups[-1])
        span = rows[number]['text'].encode()[begin:end].decode()
        if kind == 'times':
            value = '' if groups[0] == '?' else groups[0]
        else:
            value = (groups[1], groups[2], groups[0].strip().replace(' ', '_') or 'exact')
        found[number].append((begin, end, span, value))
    return found


def same(kind, gold, ours):
    if kind == 'times':
        return gold == ours
    return gold[1:] == ours[1:] and abs(float(gold[0]) - float(ours[0])) <= .001 * abs(float(gold[0]))


def score_row(kind, row, found):
    """Counts of exact, span, gold and spurious."""
    taken = []
    exact = spans = 0
    place = 0
    for span, value in row['expected']:
        begin = len(row['text'][:row['text'].index(span, place)].encode())
        place = row['text'].index(span, place) + len(span)
        taken.append((begin, begin + len(span.encode())))
        ours = [one for one in found if one[:2] == taken[-1]]
        spans += bool(ours)
        exact += bool(ours) and same(kind, value, ours[0][3])
    spurious = sum(all(one[1] <= begin or one[0] >= end for begin, end in taken) for one in found)
    return exact, spans, len(row['expected']), spurious


def print_table(counts):
    print(f'{"":26}{"gold":>6}{"exact":>8}{"":>7}{"span":>8}{"":>7}{"spurious":>10}')
    for key, (exact, spans, gold, spurious) in counts.items():
        rates = [f'{count:8}{count / gold:7.3f}' if gold else f'{"-":>15}' for count in (exact, spans)]
        print(f'{key:26}{gold:6}{"".join(rates)}{spurious:10}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('program')
    parser.add_argument('--set', choices=('times', 'quantities'))
    parser.add_argument('--half', choices=('dev', 'held'))
    parser.add_argument('--errors', action='store_true', help='print each row that is not all right')
    options = parser.parse_args()

    for kind in [options.set] if options.set else ['times', 'quantities']:
        rows = read_rows(os.path.join(options.gold, kind + '.tsv'), kind)
        rows = [row for row in rows if options.half in (None, row['half'])]
        counts = defaultdict(lambda: [0, 0, 0, 0])
        forms = defaultdict(lambda: [0, 0, 0, 0])
        for row, found in zip(rows, read_all(options.program, rows, kind)):
            result = score_row(kind, row, found)
            for table, key in ((counts, 'all'), (counts, row['half']), (counts, row['half'] + ' ' + row['origin']),
                               (forms, row['form'])):
                table[key] = [a + b for a, b in zip(table[key], result)]
            if options.errors and (result[0] != result[2] or result[3]):
                print(row['form'], '|', row['published'], '|', row['text'], '|', row['expected'], '|',
                      [one[2:] for one in found])
        print(f'{kind}: {len(rows)} rows')
        print_table(dict(sorted(counts.items())))
        print_table(dict(sorted(forms.items())))


if __name__ == '__main__':
    main()
