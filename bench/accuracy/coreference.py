#!/usr/bin/env python3
"""Score coreference and links against UD GUM (nested entities in MISC/Entity).

  coreference.py GOLD_FOLDER PROGRAM [--file dev.conllu] [--errors N] [--document ID]

GOLD_FOLDER holds dev.conllu; PROGRAM is build/bench_coreference (CMake option DEMARCHE_BENCH).  The program gets the
gold's words and sentences, and analyses them itself: its tags, trees, names and mentions are its own.

Coreference, as in the CoNLL-2012 and CorefUD shared tasks:
mentions   all of GUM's, of whatever entity type, without singletons: an entity with one mention is left out, of the gold
           and of ours alike.  Left out of ours are relative pronouns (who, which, whose, whom, and "that" before a
           verb's clause; as the program found them by grammar), of which GUM annotates none.  GUM's chains hold what
           is bound by anaphora, cataphora, apposition, predication and repetition; its bridging is no chain.
head       a mention of ours is one of the gold's if its head word is the head of the gold span, which is the first word
           whose UD head (the gold's) lies outside the span; where several have one head, the most similar spans are
           paired.  This is the figure of the bar.
exact      ... if its first and last words are those of the gold span.
MUC        Vilain et al. 1995; B3: Bagga and Baldwin 1998, CEAFe: Luo 2005 with phi4, all in the version of the reference
           scorer (Pradhan et al. 2014: no twinless mention is added); summed over all documents.
CoNLL      the mean of the three F1.
mentions   under "mentions": recall, precision and F1 of mentions that are in some chain.

By genre: the same within the documents of a genre.  By kind of mention, which is that of the gold head word (pronoun: PRON
or possessive; name: PROPN; nominal: the rest): "links" are, for each gold mention but the first of its chain, whether
it is linked to some mention before it that is truly of its chain (recall); and the same for ours (precision).

Dates: a document is taken to be published on GUM's dateCreated, by which "the President" is linked.

Links: of GUM's mentions with an identity (a Wikipedia title), those
names      of which the head word is PROPN, and that are of type person, organization or place, and whose title is the
           name of a concept of the gazetteer that is a person, an organisation, a state or a group of people (the title
           without what stands in brackets, and without what stands after a comma; mere places do not count).
           Right: the mention of ours with this head word, or that covers exactly these words, is of an entity that is
           linked to such a concept.
all        the same of all mentions, pronouns and nominals among them.
entities   the same of entities: most of their name mentions are right.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import tempfile
import urllib.parse

Mention = collections.namedtuple('Mention', 'sentence first end head kind entity type title')
RELATIVE = {'who', 'whom', 'whose', 'which', 'that'}


def head_of(heads, first, end):
    for i in range(first, end):
        if not first <= heads[i] < end:
            return i
    return first


def kind_of(word):
    upos, xpos = word[2], word[3]
    if upos == 'PRON' or xpos == 'PRP$':
        return 'pronoun'
    return 'name' if upos == 'PROPN' else 'nominal'


def read_mentions(number, words):
    """The mentions of one sentence; the parts of a discontinuous one are joined into one span."""
    heads = [int(word[4]) - 1 for word in words]
    opened, found, parts = collections.defaultdict(list), [], {}
    for i, word in enumerate(words):
        match = re.search(r'(?:^|\|)Entity=([^|]*)', word[5])
        for opening, rest, closed, closing in re.findall(r'\(([^()-]+)-([^()]*)(\)?)|([^()]+)\)',
                                                         match.group(1) if match else ''):
            if opening:
                opened[opening].append((i, rest))
                if not closed:
                    continue
            name = opening or closing
            first, rest = opened[name].pop()
            entity, part = re.fullmatch(r'(\w+)(\[.*\])?', name).groups()
            fields = rest.split('-')
            title = urllib.parse.unquote('-'.join(fields[6:])).replace('_', ' ')
            if part:
                begin = parts.setdefault(entity, (first, fields, title))[0]
                if part[1:-1].split('/')[0] != part[1:-1].split('/')[1]:
                    continue
                first, fields, title = parts.pop(entity)
                first = begin
            head = head_of(heads, first, i + 1)
            found.append(Mention(number, first, i + 1, head, kind_of(words[head]), entity, fields[0], title))
    return found


def read_gold(path):
    documents, sentence, words = {}, [], []
    with open(path, encoding='utf8') as file:
        for line in list(file) + ['\n']:
            if line.startswith('# newdoc id'):
                documents[line.split('=')[1].strip()] = document = {'mentions': [], 'words': [], 'genre': ''}
            elif line.startswith('# meta::genre'):
                document['genre'] = line.split('=')[1].strip()
            elif line[0].isdigit():
                cells = line.rstrip('\n').split('\t')
                if cells[0].isdigit():
                    words.append((cells[1], cells[2], cells[3], cells[4], cells[6], cells[9]))
            elif not line.strip() and words:
                document['mentions'] += read_mentions(len(document['words']), words)
                document['words'].append([word[0] for word in words])
                words = []
    return documents


def read_program(program, path, titles):
    with tempfile.NamedTemporaryFile('w', suffix='.txt', encoding='utf8') as names, open(path, encoding='utf8') as gold:
        names.write('\n'.join(titles) + '\n')
        names.flush()
        output = subprocess.run([program, '--titles', names.name], stdin=gold, text=True, stdout=subprocess.PIPE,
                                check=True).stdout
    lines = [json.loads(line) for line in output.splitlines()]
    return ({line['id']: line for line in lines if 'id' in line},
            {line['title']: line['concepts'] for line in lines if 'title' in line})


def our_mentions(document, words):
    for sentence, first, end, head, kind, entity in document['mentions']:
        form = words[sentence][head].lower()
        if kind == 'pronoun' and form in RELATIVE:
            continue
        yield Mention(sentence, first, end, head, kind, entity, '', '')


def without_singletons(mentions):
    sizes = collections.Counter(mention.entity for mention in mentions)
    return [mention for mention in mentions if sizes[mention.entity] > 1]


def pair(gold, ours, match):
    """A key for each mention, so that what is paired has the same."""
    gold_keys, our_keys = [None] * len(gold), [None] * len(ours)
    groups = collections.defaultdict(lambda: ([], []))
    for side, mentions in enumerate((gold, ours)):
        for i, mention in enumerate(mentions):
            key = (mention.sentence, mention.head) if match == 'head' else mention[:3]
            groups[key][side].append(i)
    for key, (left, right) in groups.items():
        pairs = sorted((abs(gold[i].first - ours[j].first) + abs(gold[i].end - ours[j].end), i, j)
                       for i in left for j in right)
        for _, i, j in pairs:
            if gold_keys[i] is None and our_keys[j] is None:
                gold_keys[i] = our_keys[j] = ('both', i)
    return ([key or ('gold', i) for i, key in enumerate(gold_keys)],
            [key or ('ours', i) for i, key in enumerate(our_keys)])


def clusters_of(mentions, keys):
    clusters = collections.defaultdict(set)
    for mention, key in zip(mentions, keys):
        clusters[mention.entity].add(key)
    return list(clusters.values())


def muc(key, response):
    of = {mention: i for i, cluster in enumerate(response) for mention in cluster}
    right = total = 0
    for cluster in key:
        groups = {of.get(mention, mention) for mention in cluster}
        right += len(cluster) - len(groups)
        total += len(cluster) - 1
    return right, total


def b_cubed(key, response):
    of = {mention: cluster for cluster in response for mention in cluster}
    right = sum(len(cluster & of.get(mention, set())) / len(cluster) for cluster in key for mention in cluster)
    return right, sum(map(len, key))


def best_assignment(weights):
    """The greatest sum of weights of a one-to-one pairing (Hungarian method, rows <= columns)."""
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights)]
    rows, columns = len(weights), len(weights[0])
    u, v, of, way = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        of[0], column = row, 0
        least, used = [float('inf')] * (columns + 1), [False] * (columns + 1)
        while True:
            used[column] = True
            here, delta, following = of[column], float('inf'), 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                cost = -weights[here - 1][j - 1] - u[here] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[of[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = following
            if of[column] == 0:
                break
        while column:
            of[column] = of[way[column]]
            column = way[column]
    return sum(weights[of[j] - 1][j - 1] for j in range(1, columns + 1) if of[j])


def ceaf(key, response):
    """The sum of phi4 over the best pairing, which is sought within each group of clusters that overlap."""
    of = {mention: j for j, cluster in enumerate(response) for mention in cluster}
    neighbours = [{of[mention] for mention in cluster if mention in of} for cluster in key]
    back = collections.defaultdict(set)
    for i, found in enumerate(neighbours):
        for j in found:
            back[j].add(i)
    total, seen = 0.0, set()
    for start in range(len(key)):
        if start in seen or not neighbours[start]:
            continue
        left, right, queue = {start}, set(), [start]
        while queue:
            for j in neighbours[queue.pop()] - right:
                right.add(j)
                queue += back[j] - left
                left |= back[j]
        seen |= left
        total += best_assignment([[2 * len(key[i] & response[j]) / (len(key[i]) + len(response[j]))
                                   for j in sorted(right)] for i in sorted(left)])
    return total


def f1(recall, precision):
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


class Sums:
    def __init__(self):
        self.sums = collections.defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])

    def add(self, measure, right, total, our_right, our_total):
        for i, value in enumerate((right, total, our_right, our_total)):
            self.sums[measure][i] += value

    def scores(self, measure):
        right, total, our_right, our_total = self.sums[measure]
        recall = right / total if total else 0.0
        precision = our_right / our_total if our_total else 0.0
        return recall, precision, f1(recall, precision)

    def conll(self):
        return sum(self.scores(measure)[2] for measure in ('MUC', 'B3', 'CEAFe')) / 3


def add_document(gold, ours, match, all_sums):
    gold_keys, our_keys = pair(gold, ours, match)
    key, response = clusters_of(gold, gold_keys), clusters_of(ours, our_keys)
    both = len(set(gold_keys) & set(our_keys))
    phi = ceaf(key, response)
    for sums in all_sums:
        sums.add('mentions', both, len(gold), both, len(ours))
        sums.add('MUC', *muc(key, response), *muc(response, key))
        sums.add('B3', *b_cubed(key, response), *b_cubed(response, key))
        sums.add('CEAFe', phi, len(key), phi, len(response))
    return gold_keys, our_keys


def add_links(mentions, keys, others, other_keys, side, by_kind):
    """Of each mention but the first of its chain: whether it has a mention before it in both chains."""
    of = {key: mention.entity for mention, key in zip(others, other_keys)}
    before = collections.defaultdict(set)
    order = sorted(zip(mentions, keys), key=lambda pair: (pair[0].sentence, pair[0].first, -pair[0].end))
    wrong = []
    for mention, key in order:
        known = before[mention.entity]
        if known:
            right = key in of and any(of.get(other) == of[key] for other in known)
            sums = (right, 1, 0, 0) if side == 'gold' else (0, 0, right, 1)
            by_kind[mention.kind].add('links', *sums)
            if not right:
                wrong.append((mention, key))
        known.add(key)
    return wrong


def titles_of(title):
    plain = re.sub(r' \(.*?\)', '', title)
    return {title, plain, plain.split(',')[0]}


ACTORS = {'State', 'Person', 'Organization', 'PopulationGroup'}


def holders(mention, concepts):
    if mention.type not in ('person', 'organization', 'place') or not mention.title:
        return set()
    found = [concepts.get(title, []) for title in titles_of(mention.title)]
    person = mention.type == 'person'
    return {iri for some in found for iri, kind in some
            if kind in ACTORS and (person or kind != 'Person') and (not person or kind in ('Person', 'PopulationGroup'))}


def score_links(gold, answer, concepts, counts, errors, name, words):
    by_head, by_span = {}, {}
    for sentence, first, end, head, _, entity in answer['mentions']:
        by_head[sentence, head] = by_span[sentence, first, end] = entity
    entities = collections.defaultdict(list)
    for mention in gold:
        wanted = holders(mention, concepts)
        if not wanted:
            continue
        entity = by_span.get(mention[:3], by_head.get((mention.sentence, mention.head)))
        linked = answer['entities'][entity].get('concept') if entity is not None else None
        right = linked in wanted
        counts['all'][0] += right
        counts['all'][1] += 1
        if mention.kind == 'name':
            counts['names'][0] += right
            counts['names'][1] += 1
            counts['names: ' + mention.type][0] += right
            counts['names: ' + mention.type][1] += 1
            entities[mention.entity].append(right)
            if not right:
                text = ' '.join(words[mention.sentence][mention.first:mention.end])
                errors.append(f'{name}:{mention.sentence} "{text}" is {mention.title}, ours {linked}')
    for rights in entities.values():
        counts['entities'][0] += sum(rights) * 2 > len(rights)
        counts['entities'][1] += 1


def show(mention, words):
    return ' '.join(words[mention.sentence][mention.first:mention.end])


def row(name, sums):
    cells = [f'{name:14}']
    for measure in ('mentions', 'MUC', 'B3', 'CEAFe'):
        cells.append(' '.join(f'{100 * value:5.1f}' for value in sums.scores(measure)))
    return '  '.join(cells) + f'  {100 * sums.conll():6.2f}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('program')
    parser.add_argument('--file', default='dev.conllu')
    parser.add_argument('--document', help='only documents whose id contains this')
    parser.add_argument('--errors', action='store_true', help='print wrong links, and names with a wrong concept')
    options = parser.parse_args()

    path = os.path.join(options.gold, options.file)
    documents = read_gold(path)
    titles = sorted({title for document in documents.values() for mention in document['mentions'] if mention.title
                     for title in titles_of(mention.title)})
    answers, concepts = read_program(options.program, path, titles)
    total = {'head': Sums(), 'exact': Sums()}
    by_genre, by_kind = collections.defaultdict(Sums), collections.defaultdict(Sums)
    counts, errors = collections.defaultdict(lambda: [0, 0]), []
    for name, document in documents.items():
        if options.document and options.document not in name:
            continue
        answer, words = answers[name], document['words']
        assert answer['words'] == list(map(len, words)), name
        score_links(document['mentions'], answer, concepts, counts, errors, name, words)
        gold = without_singletons(document['mentions'])
        ours = without_singletons(list(our_mentions(answer, words)))
        add_document(gold, ours, 'exact', [total['exact']])
        gold_keys, our_keys = add_document(gold, ours, 'head', [total['head'], by_genre[document['genre']]])
        missed = add_links(gold, gold_keys, ours, our_keys, 'gold', by_kind)
        spurious = add_links(ours, our_keys, gold, gold_keys, 'ours', by_kind)
        if options.errors:
            for label, wrong in (('missed', missed), ('spurious', spurious)):
                for mention, _ in wrong:
                    chain = [show(other, words) for other in (gold if label == 'missed' else ours)
                             if other.entity == mention.entity and other.sentence <= mention.sentence][-4:]
                    print(f'{label} {name}:{mention.sentence} {mention.kind} "{show(mention, words)}"  of', chain)
    print(f'{"":14}  ' + '  '.join(f'{measure + " R, P, F1":17}' for measure in ('mentions', 'MUC', 'B3', 'CEAFe'))
          + '  CoNLL')
    for match in ('head', 'exact'):
        print(row(match + ' match', total[match]))
    print()
    for genre in sorted(by_genre):
        print(row(genre, by_genre[genre]))
    print()
    for kind in ('name', 'nominal', 'pronoun'):
        recall, precision, mean = by_kind[kind].scores('links')
        sums = by_kind[kind].sums['links']
        print(f'links of {kind:9} recall {100 * recall:5.1f} of {sums[1]:.0f}, precision {100 * precision:5.1f} of '
              f'{sums[3]:.0f}, F1 {100 * mean:5.1f}')
    print()
    for what in ('names', 'names: person', 'names: organization', 'names: place', 'entities', 'all'):
        right, count = counts[what]
        if count:
            print(f'linked right, {what:20} {right:4}/{count:<4} {right / count:.3f}')
    if options.errors:
        print(*errors, sep='\n')


if __name__ == '__main__':
    main()
