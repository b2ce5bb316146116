#!/usr/bin/env python3
"""Score and time models of different depth and width: the front of accuracy against speed.

  students.py PROGRAM SHARED NEWS NAME=MODEL... [--rounds N] [--processor N]

SHARED  the folder with data/ and eval/: UD EWT, UNER and PropBank dev, CoNLL++ dev, and score_conllu.py
NEWS    JSONL; PROGRAM reads it with each model in turn, `explain --format conllu` in one thread, N rounds
Prints a table and writes bench/students.tsv and bench/students.svg (LAS and arguments against words a second).
"""
import argparse
import json
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile

COLUMNS = ('layers', 'inner', 'MB', 'words/s', 'UPOS', 'LAS', 'UNER', 'CoNLL++', 'predicates', 'arguments')


def explain(program, model, arguments, output):
    """Run it and return the processor time in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    with open(output, 'wb') as out:
        subprocess.run([program, 'explain', '--format', 'conllu', '--model', model, '--threads', '1', *arguments],
                       stdout=out, stderr=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def score(shared, arguments):
    script = os.path.join(shared, 'eval/score_conllu.py')
    return json.loads(subprocess.run([sys.executable, script, *arguments, '--json'], capture_output=True, text=True,
                                     check=True).stdout)


def write_names(source, words, names):
    """The columns of CoNLL++ as CoNLL-U without analyses, and as the names that score_conllu.py reads."""
    sentences, rows = [], []
    with open(source, encoding='utf8') as lines:
        for line in [*lines, '\n']:
            cells = line.split()
            if not cells or cells[0] == '-DOCSTART-':
                sentences += [rows] if rows else []
                rows = []
            else:
                rows.append((cells[0], '' if cells[-1].endswith('MISC') else cells[-1]))
    with open(words, 'w', encoding='utf8') as out, open(names, 'w', encoding='utf8') as gold:
        for number, rows in enumerate(sentences):
            before = ''
            print(f'# sent_id = {number}', file=out)
            print(f'# sent_id = {number}', file=gold)
            for i, (form, tag) in enumerate(rows, 1):
                if tag.startswith('I-') and before[2:] != tag[2:]:
                    tag = 'B' + tag[1:]
                before = tag
                print(i, form, *'_' * 4, 0 if i == 1 else 1, 'root' if i == 1 else 'dep', *'__', sep='\t', file=out)
                print(i, form, tag or 'O', '-', '-', sep='\t', file=gold)
            print(file=out)
            print(file=gold)


def accuracy(options, model, folder):
    data = os.path.join(options.shared, 'data')
    trees, found = os.path.join(data, 'ud-ewt/dev.conllu'), os.path.join(folder, 'found')
    explain(options.program, model, ['--input', 'conllu', trees], found)
    scores = score(options.shared, [trees, found, '--names', os.path.join(data, 'uner-ewt/dev.iob2'),
                                    '--roles', os.path.join(data, 'propbank-ewt/dev.jsonl')])
    words, names = os.path.join(folder, 'words.conllu'), os.path.join(folder, 'names')
    write_names(os.path.join(data, 'conllpp/conllpp_dev.txt'), words, names)
    explain(options.program, model, ['--input', 'conllu', words], found)
    reuters = score(options.shared, [found, found, '--no-strip', '--names', names])
    f1 = [scores['UPOS'], scores['LAS'], scores['names']['micro'], reuters['names']['micro'],
          scores['roles']['Predicates'], scores['roles']['Args']]
    return [f"{part['f1']:.2f}" for part in f1]


def shape_of(model):
    """Layers and inner neurons."""
    sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'training'))
    from model_file import read_model
    tensors = read_model(model)
    layers = sum(bool(re.fullmatch(r'encoder\.\d+\.up\.bias', name)) for name in tensors)
    return layers, len(tensors['encoder.0.up.bias'])


def plot(rows):
    width, height, left, below = 720, 420, 60, 50
    speeds = [float(row['words/s']) for row in rows]
    shown = [('LAS', '#2b6cb0'), ('arguments', '#c05621')]
    values = [float(row[name]) for row in rows for name, _ in shown]
    low, high, fastest = min(values) - 1, max(values) + 1, max(speeds) * 1.08

    def place(speed, value):
        return left + (width - left - 20) * speed / fastest, height - below - (height - below - 20) * (value - low) / (high - low)

    parts = [f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
             f'<path d="M{left} 20V{height - below}H{width - 20}" fill="none" stroke="#718096"/>',
             f'<text x="{(left + width) / 2}" y="{height - 12}" text-anchor="middle">words a second, one processor</text>']
    for tick in range(int(low) + 1, int(high) + 1, 2):
        y = place(0, tick)[1]
        parts.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{tick}</text>'
                     f'<path d="M{left} {y:.1f}H{width - 20}" stroke="#e2e8f0"/>')
    for tick in range(0, int(fastest), 4000):
        parts.append(f'<text x="{place(tick, low)[0]:.1f}" y="{height - below + 18}" text-anchor="middle">{tick}</text>')
    for number, (name, colour) in enumerate(shown):
        parts.append(f'<text x="{width - 120}" y="{36 + 18 * number}" fill="{colour}">{name}, F1</text>')
        for row in rows:
            x, y = place(float(row['words/s']), float(row[name]))
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
                         f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle" fill="{colour}">{row["name"]}</text>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" '
            f'font-size="13">\n' + '\n'.join(parts) + '\n</svg>\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('program', 'shared', 'news'):
        parser.add_argument(name)
    parser.add_argument('models', nargs='+', metavar='NAME=MODEL')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--processor', type=int, default=0)
    options = parser.parse_args()
    os.sched_setaffinity(0, {options.processor})
    models = dict(pair.split('=', 1) for pair in options.models)
    with open(options.news, encoding='utf8') as lines:
        words = sum(len(json.loads(line)['text'].split()) for line in lines)
    times = {name: [] for name in models}
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(options.rounds):
            for name, model in models.items():
                times[name].append(explain(options.program, model, ['--input', 'jsonl', options.news],
                                           os.path.join(folder, 'out')))
        for name, model in models.items():
            values = [*shape_of(model), f'{os.path.getsize(model) / 1e6:.1f}',
                      f'{words / statistics.median(times[name]):.0f}', *accuracy(options, model, folder)]
            rows.append({'name': name, **dict(zip(COLUMNS, values))})
    here = pathlib.Path(__file__).parent
    lines = ['\t'.join(map(str, row.values())) for row in rows]
    (here / 'students.tsv').write_text('\n'.join(['\t'.join(rows[0]), *lines]) + '\n', encoding='utf8')
    (here / 'students.svg').write_text(plot(rows), encoding='utf8')
    print('| ' + ' | '.join(rows[0]) + ' |\n|' + '---|' * len(rows[0]))
    for row in rows:
        print('| ' + ' | '.join(map(str, row.values())) + ' |')


if __name__ == '__main__':
    main()
