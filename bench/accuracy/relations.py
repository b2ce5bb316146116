#!/usr/bin/env python3
"""Score standing and event relations between named ends against re3d.

  relations.py GOLD_FOLDER PROGRAM [--judged FILE] [--missed] [--extra]

GOLD_FOLDER holds one folder a source with documents.jsonl, entities.jsonl and relations.jsonl, as re3d comes;
PROGRAM is build/bench_relations (CMake option DEMARCHE_BENCH).  Documents are read whole, without their titles.

named end  A gold entity that is no time, quantity, frequency, money, coordinate or address, and whose last word, or
           last word before its first preposition, conjunction or comma, begins with a capital and is no pronoun
           ("the city of Mosul", "residents of Mosul", "Government of Iraq"; not "Iraqi forces", "he").
gold       Relations between two named ends; of a symmetric type and its mirror image one.  A relation of an entity
           with itself (one does occur) and those to a capitalised noun that is no name are scored as they stand.
our end    An entity of ours is a gold entity if the head word of one of its mentions lies in the gold span, and not
           within a longer mention of another entity whose head lies there too ("Mosul" is not "residents of
           Mosul"), unless the gold entity is a place that ends with the mention ("the city of Mosul").
ours       What STANDING gives for our standing relations, and EVENTS and PLACES for events: each source with each
           target and partner, where there is none the first partner with the others, as in direct triples (until
           2026-11-28 all partners with one another), each entity in a role with each place of the event.  IsSynonymOf is
           one entity with two mentions in one sentence, in gold spans that do not overlap and of which neither text
           contains the other.  What the article denies is left out; what is merely claimed or planned is in, as it is
           in the gold.
found      A gold relation is found if we state, anywhere in its document, a relation of its type between two
           entities that are its ends: from the one to the other, but for the symmetric types in either direction.
           Recall is found / gold.
precision  Over our statements in whose own sentence both ends are named gold entities, but not one and the same
           ("Aleppo, Syria"), each pair of entities and set of types once.  Right: a gold relation of one of the types
           anywhere in the document, between ends that the two entities are.  The gold is incomplete: people marked
           only some of the pairs of a sentence, and "strict" takes all that they did not mark for wrong.  "decided"
           leaves out the pairs between which the gold has no relation whatever in the document.  "judged" is strict,
           but where FILE (lines of document, begin and end of the two ends, types, "right" or "wrong") says that what
           is missing in the gold is what the sentence states, it is right.
"""
import argparse
import glob
import json
import os
import re
import subprocess
from collections import Counter, defaultdict

SYMMETRIC = {'CoLocated', 'FightingAgainst', 'CommWith', 'AlliesOf', 'IsSynonymOf', 'Apart', 'Likes', 'Dislikes'}

# Our standing relations, and what they are in re3d.  Where re3d divides otherwise than we, any of several.
STANDING = {
    'locatedIn': 'CoLocated', 'basedIn': 'CoLocated', 'capitalOf': 'CoLocated', 'neighborOf': 'CoLocated',
    'borders': 'CoLocated', 'links': 'CoLocated', 'homeOf': 'CoLocated', 'populationOf': 'CoLocated BelongsTo',
    'citizenOf': 'HasAttrOf CoLocated BelongsTo', 'partOf': 'CoLocated BelongsTo',
    'presentIn': 'CoLocated', 'comesFrom': 'CoLocated', 'memberOf': 'BelongsTo', 'candidateOf': 'BelongsTo',
    'employedBy': 'BelongsTo', 'ownedBy': 'BelongsTo',
    'affiliatedWith': 'BelongsTo AlliesOf', 'speaksFor': 'BelongsTo', 'represents': 'BelongsTo',
    'holdsOffice': 'InChargeOf BelongsTo', 'formerlyHeldOffice': 'InChargeOf BelongsTo',
    'leads': 'InChargeOf BelongsTo', 'controls': 'InChargeOf CoLocated', 'founderOf': 'InChargeOf BelongsTo',
    'backs': 'AlliesOf Likes',
    'allyOf': 'AlliesOf Likes', 'rivalOf': 'Dislikes FightingAgainst',
}
# Classes of events before their PLOVER categories: source with target.
EVENTS = {
    'Conquest': 'InChargeOf FightingAgainst CoLocated', 'Seizure': 'InChargeOf FightingAgainst',
    'Occupation': 'InChargeOf FightingAgainst CoLocated', 'Annexation': 'InChargeOf FightingAgainst',
    'Deployment': 'InChargeOf CoLocated', 'Appointment': 'InChargeOf CommWith', 'Visit': 'CoLocated CommWith',
    'Movement': 'CoLocated', 'Displacement': 'Apart', 'TroopWithdrawal': 'Apart', 'Victory': 'FightingAgainst',
    'Meeting': 'CommWith CoLocated', 'Statement': 'CommWith', 'Announcement': 'CommWith',
    'Order': 'InChargeOf CommWith',
    'CONSULT': 'CommWith', 'AGREE': 'CommWith Likes AlliesOf', 'REQUEST': 'CommWith',
    'SUPPORT': 'Likes AlliesOf CommWith', 'AID': 'Likes AlliesOf', 'COOPERATE': 'AlliesOf Likes CommWith',
    'CONCEDE': 'CommWith', 'RETREAT': 'Apart', 'ACCUSE': 'Dislikes CommWith', 'REJECT': 'Dislikes CommWith',
    'THREATEN': 'Dislikes FightingAgainst', 'PROTEST': 'Dislikes', 'SANCTION': 'Dislikes Apart',
    'MOBILIZE': 'FightingAgainst CoLocated', 'COERCE': 'FightingAgainst Dislikes InChargeOf',
    'ASSAULT': 'FightingAgainst Dislikes CoLocated',
}
# Roles whose filler is a place where, or from which, the source and target are.
PLACES = {'destination': 'CoLocated', 'deploymentPlace': 'CoLocated', 'exercisePlace': 'CoLocated',
          'peacekeptPlace': 'CoLocated', 'origin': 'Apart'}

UNNAMED = {'Temporal', 'Quantity', 'Frequency', 'Money', 'Coordinate', 'CommsIdentifier'}
PRONOUNS = set('the a an this that these those we it i he she they our their his her its you some all many other '
               'others both one each my us them who such no'.split())
PREPOSITION = re.compile(r'\b(?:of|in|on|at|for|from|to|by|with|near|who|that|which|and)\b|,')


def is_named(entity):
    if entity['type'] in UNNAMED:
        return False
    first = PREPOSITION.search(entity['value'])
    heads = [entity['value'].split()[-1]]
    if first and entity['value'][:first.start()].split():
        heads.append(entity['value'][:first.start()].split()[-1])
    heads = [head.strip('"“”\'().,') for head in heads]
    return any(head[:1].isupper() and head.lower() not in PRONOUNS for head in heads)


def lines_of(folder, name):
    for path in sorted(glob.glob(os.path.join(folder, '*', name))):
        with open(path, encoding='utf8') as file:
            for line in file:
                yield json.loads(line)


class Document:
    def __init__(self, record):
        self.id = record['_id']
        self.text = record['text']
        self.spans = {}        # (begin, end) of all gold entities -> entity
        self.gold = []         # (type, source span, target span)
        self.ends = defaultdict(set)   # our entity -> named gold spans
        self.places = defaultdict(set)   # offset of a head of ours -> gold spans

    def add_gold(self, record):
        ends = [(record[side + 'Begin'], record[side + 'End']) for side in ('source', 'target')]
        if not all(end in self.spans and is_named(self.spans[end]) for end in ends):
            return
        if record['type'] in SYMMETRIC:
            ends.sort()
        if (record['type'], *ends) not in self.gold:
            self.gold.append((record['type'], *ends))

    def read(self, ours):
        """Ties our entities to the gold's, and turns what we state into (types, entity, entity, sentence)."""
        offsets, at = {}, 0
        for position, character in enumerate(self.text + ' '):
            offsets[at] = position
            at += len(character.encode('utf8'))
        self.heads = defaultdict(list)
        inside = defaultdict(list)
        for number, entity in enumerate(ours.get('entities', [])):
            for mention in entity['mentions']:
                head = offsets[mention['head'][0]]
                self.heads[number].append(mention['head'][0])
                for span in self.spans:
                    if span[0] <= head < span[1] and is_named(self.spans[span]):
                        inside[span].append((number, mention))
        for span, mentions in inside.items():
            for number, mention in mentions:
                is_last = self.spans[span]['type'] == 'Location' and offsets[mention['span'][1]] == span[1]
                if is_last or not any(number != other and is_within(mention['span'], longer['span'])
                                      for other, longer in mentions):
                    self.ends[number].add(span)
                    self.places[mention['head'][0]].add(span)
        self.ours = list(statements(ours, self))

    def spans_in(self, entity, sentence):
        return {span for head in self.heads[entity] if sentence[0] <= head < sentence[1]
                for span in self.places.get(head, ())}

    def is_gold(self, types, a, b):
        """The gold relations that a statement is."""
        return [(kind, x, y) for kind, x, y in self.gold if kind in types and
                ((x in self.ends[a] and y in self.ends[b]) or
                 (kind in SYMMETRIC and y in self.ends[a] and x in self.ends[b]))]

    def has_any(self, a, b):
        return any((x in self.ends[a] and y in self.ends[b]) or (y in self.ends[a] and x in self.ends[b])
                   for _, x, y in self.gold)


def is_within(a, b):
    return b[0] <= a[0] and a[1] <= b[1] and a != b


def statements(ours, document):
    for relation in ours.get('relations', []):
        kinds = STANDING.get(relation['property'])
        if kinds and not relation['factuality'].endswith('negative'):
            yield kinds, relation['subject'], relation['object'], relation['sentence'], relation['property']
    for event in ours.get('events', []):
        if not event['factuality'].endswith('certain_negative'):
            for sentence in event.get('sentences', []):
                yield from of_event(event, sentence)
    for number in range(len(ours.get('entities', []))):
        for sentence in ours.get('sentences', []):
            spans = sorted(document.spans_in(number, sentence))
            if any(are_two_names(document, a, b) for i, a in enumerate(spans) for b in spans[i + 1:]):
                yield 'IsSynonymOf', number, number, sentence, 'same'


def are_two_names(document, a, b):
    one, other = (document.text[begin:end].lower() for begin, end in (a, b))
    return a[1] <= b[0] and one not in other and other not in one


def of_event(event, sentence):
    kinds = EVENTS.get(event['class']) or EVENTS.get(event['category'])
    roles = event.get('roles', [])
    by_side = {side: [r['entity'] for r in roles if r['side'] == side] for side in ('source', 'target', 'partner')}
    for role in roles:
        if role['role'] in PLACES:
            for other in roles:
                if other is not role and other['side'] in ('source', 'partner'):
                    yield PLACES[role['role']], other['entity'], role['entity'], sentence, event['class']
    if kinds:
        sources, partners = by_side['source'], by_side['partner']
        if not sources:
            sources, partners = partners[:1], partners[1:]
        pairs = [(a, b) for a in sources for b in by_side['target'] + partners]
        for a, b in pairs:
            yield kinds, a, b, sentence, event['class']
    for place in event.get('places', []):
        for role in roles:
            if role['entity'] != place:
                yield 'CoLocated', role['entity'], place, sentence, event['class'] + ' at'


def read_documents(folder):
    documents = {record['_id']: Document(record) for record in lines_of(folder, 'documents.jsonl')}
    for record in lines_of(folder, 'entities.jsonl'):
        documents[record['documentId']].spans[record['begin'], record['end']] = record
    for record in lines_of(folder, 'relations.jsonl'):
        documents[record['documentId']].add_gold(record)
    return documents


def read_judged(path):
    if not path:
        return {}
    with open(path, encoding='utf8') as file:
        rows = [line.split() for line in file if line.strip() and line[0] != '#']
    return {(row[0], tuple(row[1:3]), row[3]): row[4] == 'right' for row in rows}


def extra_key(document, a, b, kinds):
    ends = sorted('-'.join(map(str, min(span))) for span in (a, b))
    return document.id, tuple(ends), '+'.join(kinds.split())


def score(documents, judged, options):
    recall = defaultdict(lambda: [0, 0])
    precision = defaultdict(lambda: [0, 0, 0, 0])      # right, all, decided, judged right
    for document in documents:
        found, seen = set(), set()
        for kinds, a, b, sentence, name in document.ours:
            if a == b and kinds != 'IsSynonymOf':
                continue
            hits = document.is_gold(kinds.split(), a, b)
            found.update(hits)
            x, y = document.spans_in(a, sentence), document.spans_in(b, sentence)
            if not x or not y or (frozenset((a, b)), kinds) in seen or (a != b and x & y):
                continue
            seen.add((frozenset((a, b)), kinds))
            if a == b:
                x, y = {min(x)}, {max(x)}
            key = extra_key(document, x, y, kinds)
            right = bool(hits)
            judged_right = right or judged.get(key, False)
            for row in ('all', name.split()[0] if name in STANDING or name == 'same' else kinds.split()[0] + ' event'):
                counts = precision[row]
                counts[0] += right
                counts[1] += 1
                counts[2] += right or document.has_any(a, b)
                counts[3] += judged_right
            if options.extra and not right:
                begin, end = (len(document.text.encode()[:at].decode('utf8', 'ignore')) for at in sentence)
                verdict = {True: 'right', False: 'wrong', None: '?'}[judged.get(key)]
                print(' '.join([key[0], *key[1], key[2], verdict]), '#', name, '|', *sorted(
                    {document.text[b:e] for b, e in x}), '->', *sorted({document.text[b:e] for b, e in y}), '|',
                    ' '.join(document.text[begin:end].split()))
        for relation in document.gold:
            for row in ('all', relation[0]):
                recall[row][0] += relation in found
                recall[row][1] += 1
            if options.missed and relation not in found:
                a, b = (document.text[x:y] for x, y in relation[1:])
                low, high = min(relation[1][0], relation[2][0]), max(relation[1][1], relation[2][1])
                known = ['known' if any(span in spans for spans in document.ends.values()) else 'unknown'
                         for span in relation[1:]]
                print('missed', relation[0], *known, '|', a, '->', b, '|',
                      ' '.join(document.text[max(0, low - 60):high + 60].split()))
    return recall, precision


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('program')
    parser.add_argument('--judged', help='verdicts on what the gold does not have')
    parser.add_argument('--missed', action='store_true', help='print what is not found')
    parser.add_argument('--extra', action='store_true', help='print what the gold does not have')
    options = parser.parse_args()
    documents = read_documents(options.gold)
    lines = [json.dumps({'id': document.id, 'text': document.text}) for document in documents.values()]
    output = subprocess.run([options.program], input='\n'.join(lines) + '\n', text=True, stdout=subprocess.PIPE,
                            check=True).stdout
    for ours in map(json.loads, output.splitlines()):
        documents[ours['id']].read(ours)
    judged = read_judged(options.judged)
    recall, precision = score(documents.values(), judged, options)

    print(f'{"type in re3d":24}{"recall":>16}')
    for row in ['all'] + sorted(set(recall) - {'all'}):
        found, count = recall[row]
        print(f'{row:24}{found:5}/{count:<4} {found / count:.3f}')
    print(f'\n{"what we state":24}{"strict":>16}{"decided":>16}{"judged":>16}')
    for row in ['all'] + sorted(set(precision) - {'all'}):
        right, count, decided, judged_right = precision[row]
        cells = [(right, count), (right, decided), (judged_right, count)]
        print(f'{row:24}' + ''.join(f'{a:6}/{b:<4} {a / b if b else 0:.3f}' for a, b in cells))


if __name__ == '__main__':
    main()
