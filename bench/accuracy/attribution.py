#!/usr/bin/env python3
"""Score attributions (who says what) against PolNeAR.

  attribution.py GOLD_FOLDER PROGRAM [--limit N] [--errors] [--documents TEXT]

GOLD_FOLDER holds text/*.txt and attributions/*.ann (brat), or dev.tar.xz or another archive of these two is given
itself.  PROGRAM is demarche; it reads the texts as `extract --format events` does.  Where several annotators worked
on a text, the first one's file counts.

token        a run of letters and digits.  Punctuation does not count.
content      found if one of ours covers at least half of the gold content's tokens and is at least half covered by
             it.  Both may have several pieces.
attribution  found if its content is, and the head word of our source lies in the gold source, or neither has one.
             One of ours finds at most one of gold's, and the other way round.
source       among the pairs with found content: precision is how many of our named sources are right, recall how
             many of the gold's are.
outermost    PolNeAR annotates no attribution within another's content.  So those of ours of depth 2 and more are
             not counted as wrong (nor as right, unless they find one); the line "all depths" counts them.

The table by phenomenon is over gold's attributions (a line each for all that it fits), by recall:
  direct      all tokens of the content are in quotation marks        mixed     some are
  indirect    none are
  pieces      the content has several pieces                          sentences it has several sentences
  before      the content comes before the cue, after ... after it    headline  on the first line of the text
  according   the cue begins with "according to", "per", "in ... words"
  mark        the cue is a colon or dash                              no source the gold names none
  speech      the cue has a verb of saying (list below)               mind      of thinking, wanting, knowing
  nominal     the cue has an article or possessive                    other cue none of the last five
"""
import argparse
import glob
import json
import os
import re
import subprocess
import tarfile
import tempfile
from collections import defaultdict

SPEECH = '''say tell add note write call announce suggest ask acknowledge warn claim argue report describe declare
 continue respond state reply explain insist tweet admit deny assert reveal cite mention recall promise pledge vow
 conclude complain agree confirm point accuse criticize criticise praise urge demand propose question'''.split()
MIND = '''think believe want hope know plan expect feel see support oppose worry fear wish intend understand consider
 seem doubt prefer seek like love hate need'''.split()
WORDS = re.compile(r'[^\W_]+')


def verb_of(cue, verbs):
    """Whether a word of `cue` is a form of one of these verbs, as far as spelling tells."""
    irregular = {'said': 'say', 'told': 'tell', 'wrote': 'write', 'written': 'write', 'thought': 'think',
                 'knew': 'know', 'known': 'know', 'felt': 'feel', 'saw': 'see', 'seen': 'see', 'understood':
                 'understand', 'sought': 'seek', 'denied': 'deny', 'denies': 'deny', 'replied': 'reply'}
    for word in WORDS.findall(cue.lower()):
        stems = {irregular.get(word, word), word, re.sub(r's$', '', word), re.sub(r'es$', '', word)}
        for ending in ('ed', 'ing'):
            if word.endswith(ending):
                stem = word[:-len(ending)]
                stems |= {stem, stem + 'e', stem[:-1] if stem[-2:-1] == stem[-1:] else stem}
        if stems & set(verbs):
            return True
    return False


class Attribution:
    def __init__(self, text, source, cue, content, depth=1):
        self.source, self.cue, self.content, self.depth = source, cue, sorted(content), depth
        self.tokens = {match.start() for match in WORDS.finditer(text)
                       if any(begin <= match.start() < end for begin, end in content)}


def read_brat(text, path):
    spans, attributions = {}, []
    with open(path, encoding='utf8', newline='') as file:
        for line in file:
            fields = line.rstrip('\n').split('\t')
            if line.startswith('T') and len(fields) > 1:
                spans[fields[0]] = [tuple(map(int, piece.split())) for piece in
                                    fields[1].split(' ', 1)[1].split(';')]
            elif line.startswith('E') and len(fields) > 1:
                parts = defaultdict(list)
                for part in fields[1].split():
                    kind, name = part.split(':')
                    parts[kind.rstrip('0123456789')] += spans.get(name, [])  # a few point at spans that are not there
                if parts['Content']:
                    attributions.append(Attribution(text, parts['Source'], parts['Cue'], parts['Content']))
    return attributions


def read_gold(folder):
    gold = {}
    for path in sorted(glob.glob(os.path.join(folder, 'attributions', '*.ann'))):
        name = os.path.basename(path)[:-len('.ann')].rsplit('_', 1)[0]
        if name in gold:
            continue
        with open(os.path.join(folder, 'text', name + '.txt'), encoding='utf8', newline='') as file:
            text = file.read()
        gold[name] = text, read_brat(text, path)
    return gold


def run(program, folder, names):
    """Our attributions by name of text."""
    paths = [os.path.join(folder, 'text', name + '.txt') for name in names]
    output = subprocess.run([program, 'extract', '--input', 'text', '--format', 'events', *paths], text=True,
                            stdout=subprocess.PIPE, check=True).stdout
    lines = [json.loads(line) for line in output.splitlines()]
    assert len(lines) == len(names)
    return {name: line['attributions'] for name, line in zip(names, lines)}


def ours_of(text, attributions):
    ours = []
    for attribution in attributions:
        source = attribution['source']
        span = lambda one: (one['begin'], one['end'])
        heads = [span(source['head'])] if source and 'head' in source else []
        ours.append(Attribution(text, heads, [span(attribution['cue'])], list(map(span, attribution['content'])),
                                attribution['depth']))
    return ours


def content_found(gold, ours):
    common = len(gold.tokens & ours.tokens)
    return common > 0 and 2 * common >= len(gold.tokens) and 2 * common >= len(ours.tokens)


def source_right(gold, ours):
    if not gold.source or not ours.source:
        return not gold.source and not ours.source
    return any(begin <= ours.source[0][0] < end for begin, end in gold.source)


def pair(gold, ours, fits):
    """One-to-one pairs that fit, those with the greater overlap first; as {index in gold: index in ours}."""
    candidates = []
    for i, one in enumerate(gold):
        for j, other in enumerate(ours):
            if content_found(one, other) and fits(one, other):
                overlap = len(one.tokens & other.tokens) / len(one.tokens | other.tokens)
                candidates.append((-overlap, i, j))
    pairs, used = {}, set()
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def quoted_tokens(text):
    quoted, inside = set(), False
    for match in re.finditer(r"[^\W_]+|[\"“”]|''|\n", text):
        mark = match.group()
        if mark == '\n' or mark == '”':
            inside = False
        elif mark == '“':
            inside = True
        elif mark in ('"', "''"):
            inside = not inside
        elif inside:
            quoted.add(match.start())
    return quoted


def phenomena(text, quoted, gold):
    cue = ' '.join(text[begin:end] for begin, end in gold.cue)
    count = len(gold.tokens & quoted)
    kinds = ['direct' if count and count == len(gold.tokens) else 'mixed' if count else 'indirect']
    pieces = [text[begin:end] for begin, end in gold.content]
    kinds += ['pieces'] * (len(pieces) > 1)
    kinds += ['sentences'] * bool(re.search(r'[.?!]["”\']* +["“\']*[A-Z]', ' '.join(pieces)))
    if gold.cue:
        kinds.append('before' if gold.content[0][0] < gold.cue[0][0] else 'after')
    kinds += ['headline'] * (gold.content[0][1] <= (text + '\n').index('\n'))
    kinds += ['no source'] * (not gold.source)
    if re.match(r'according|per\b|in .*words', cue, re.I):
        kinds.append('according')
    elif not WORDS.search(cue):
        kinds.append('mark')
    elif verb_of(cue, SPEECH):
        kinds.append('speech')
    elif verb_of(cue, MIND):
        kinds.append('mind')
    elif re.search(r"\b(a|an|the|his|her|its|their|’s|'s)\b", cue, re.I):
        kinds.append('nominal')
    else:
        kinds.append('other cue')
    return kinds


def excerpt(text, spans):
    return ' … '.join(text[begin:end].replace('\n', ' ') for begin, end in spans) or '-'


def show_errors(name, text, gold, ours, pairs):
    lines = [(one.content[0][0], 'missed', one, phenomena(text, quoted_tokens(text), one))
             for i, one in enumerate(gold) if i not in pairs]
    lines += [(one.content[0][0] if one.content else 0, 'false', one, one.depth)
              for j, one in enumerate(ours) if j not in pairs.values()]
    lines += [(gold[i].content[0][0], 'found', gold[i], '') for i in pairs]
    print('##', name)
    for place, verdict, one, note in sorted(lines, key=lambda line: line[:2]):
        print(f'{verdict:6} {place:5} [{excerpt(text, one.source)}] [{excerpt(text, one.cue)}]'
              f' [{excerpt(text, one.content)}] {note}')


def f1(right, ours, gold):
    precision, recall = right / max(ours, 1), right / max(gold, 1)
    return precision, recall, 2 * right / max(ours + gold, 1)


def score(folder, options):
    gold = read_gold(folder)
    names = [name for name in gold if options.documents in name][:options.limit]
    answers = run(options.program, folder, names)
    total, table = defaultdict(int), defaultdict(lambda: [0, 0, 0])
    for name in names:
        text, annotated = gold[name]
        ours = ours_of(text, answers[name])
        by_content = pair(annotated, ours, lambda one, other: True)
        pairs = pair(annotated, ours, source_right)
        contents = {**by_content, **pairs}
        quoted = quoted_tokens(text)
        total['gold'] += len(annotated)
        total['ours'] += len(ours)
        total['outer'] += sum(one.depth == 1 or j in pairs.values() for j, one in enumerate(ours))
        total['outer content'] += sum(one.depth == 1 or j in by_content.values() for j, one in enumerate(ours))
        total['right'] += len(pairs)
        total['content'] += len(by_content)
        for i, j in contents.items():
            right = source_right(annotated[i], ours[j]) and bool(annotated[i].source)
            total['source right'] += right
            total['source ours'] += bool(ours[j].source)
            total['source gold'] += bool(annotated[i].source)
        for i, one in enumerate(annotated):
            for kind in phenomena(text, quoted, one):
                for column, counted in enumerate((True, i in contents, i in pairs)):
                    table[kind][column] += counted
        if options.errors:
            show_errors(name, text, annotated, ours, pairs)
    print(f'{len(names)} texts, {total["gold"]} attributions, ours {total["ours"]}')
    print(f'{"":24}{"precision":>10}{"recall":>10}{"F1":>10}')
    for label, right, own, of_gold in (('attribution, outermost', 'right', 'outer', 'gold'),
                                       ('attribution, all depths', 'right', 'ours', 'gold'),
                                       ('content, outermost', 'content', 'outer content', 'gold'),
                                       ('source, content found', 'source right', 'source ours', 'source gold')):
        print(f'{label:24}' + ''.join(f'{value:10.3f}' for value in f1(total[right], total[own], total[of_gold])))
    print(f'\n{"phenomenon":12}{"gold":>8}{"content":>10}{"found":>10}')
    for kind in ('direct mixed indirect pieces sentences before after headline according mark no_source speech mind '
                 'nominal other_cue').split():
        count, content, found = table[kind.replace('_', ' ')]
        if count:
            print(f'{kind.replace("_", " "):12}{count:8}{content / count:10.3f}{found / count:10.3f}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('program')
    parser.add_argument('--limit', type=int, help='only the first so many texts')
    parser.add_argument('--documents', default='', help='only texts whose name contains this')
    parser.add_argument('--errors', action='store_true', help='print each attribution with its verdict')
    options = parser.parse_args()
    if os.path.isdir(options.gold):
        return score(options.gold, options)
    with tempfile.TemporaryDirectory() as folder, tarfile.open(options.gold) as archive:
        archive.extractall(folder, filter='data')
        score(folder, options)


if __name__ == '__main__':
    main()
