#!/usr/bin/env python3
"""Score standing and event relations between named ends against re3d.

  relations.py GOLD_FOLDER PROGRAM [--judged FILE] [--missed] [--extra] [--bounds]

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
           2026-11-28 all partners with one another), each entity in a role with each place of the event.  IsSynonymOf
           is one entity with two mentions in one sentence, in gold spans of one type that do not overlap and of which
           neither text contains the other: re3d calls two names of one thing synonyms, and a nationality an attribute
           ("Turkey", "Turkish").  What the article denies is left out; what is merely claimed or planned is in, as it
           is in the gold.
likely     Since 2026-11-29.  For recall and precision alike, events and standing relations are ours only where they are
           as likely to be right as they must be to stand outside the text, as direct triples (LIKELY): those are the
           pairs that the program says are related.  All others are in the graph too, with their confidence, for
           whoever wants more of them; "--bounds" has the figures at other bounds, at 0 of all that is there.
found      A gold relation is found if we state, anywhere in its document, a relation of its type between two
           entities that are its ends: from the one to the other, but for the symmetric types in either direction.
           Recall is found / gold.
precision  Over our statements in whose own sentence both ends are named gold entities.  Since 2026-11-29 each pair of
           gold entities counts once with a set of types, whichever entities of ours they are, and a pair does not
           count where a mention of one end contains one of the other in that sentence ("Aleppo, Syria"; "the health
           minister of Peru", "Peru"): re3d relates mentions that stand apart (all but 8 of its 815 relations).  Right:
           a gold relation of one of the types anywhere in the document, between ends that the two entities are.  The
           gold is incomplete: people marked only some of the pairs of a sentence, and "strict" takes all that they
           did not mark for wrong.  "decided" leaves out the pairs between which the gold has no relation whatever in
           the document.  "judged" is strict, but where FILE (lines of document, begin and end of the two ends, types,
           "right" or "wrong") says that what is missing in the gold is what the sentence states, it is right.
"""
import argparse
import glob
import json
import os
import re
import subprocess
from collections import defaultdict
from typing import NamedTuple

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

# The least confidence of what is stated as a direct triple (graphs/direct_triples.cc): of an event, the product with
# those of its two roles, or of the one beside a place; less is enough where the gazetteer knows both ends.
LIKELY = {'relation': .8, 'event': .75, 'known': .6, 'same': 0}

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


class Statement(NamedTuple):
    kinds: str
    a: int
    b: int
    sentence: list
    name: str
    confidence: float
    bound: str             # A key of LIKELY.


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
        """Ties our entities to the gold's, and turns what we state into statements."""
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
            yield Statement(kinds, relation['subject'], relation['object'], relation['sentence'],
                            relation['property'], relation['confidence'], 'relation')
    known = ['concept' in entity for entity in ours.get('entities', [])]
    for event in ours.get('events', []):
        if not event['factuality'].endswith('certain_negative'):
            for kinds, a, b, name, confidence in of_event(event):
                for sentence in event.get('sentences', []):
                    yield Statement(kinds, a, b, sentence, name, confidence,
                                    'known' if known[a] and known[b] else 'event')
    for number in range(len(ours.get('entities', []))):
        for sentence in ours.get('sentences', []):
            if names_in(document, number, sentence):
                yield Statement('IsSynonymOf', number, number, sentence, 'same', 1, 'same')


def names_in(document, entity, sentence):
    """The first two spans in the sentence that are two names of the entity; or none."""
    spans = sorted(document.spans_in(entity, sentence))
    return next(((a, b) for i, a in enumerate(spans) for b in spans[i + 1:] if are_two_names(document, a, b)), None)


def are_two_names(document, a, b):
    one, other = (document.text[begin:end].lower() for begin, end in (a, b))
    return (a[1] <= b[0] and one not in other and other not in one and
            document.spans[a]['type'] == document.spans[b]['type'])


def of_event(event):
    """The pairs of an event: types, both entities, name, confidence."""
    kinds = EVENTS.get(event['class']) or EVENTS.get(event['category'])
    roles = event.get('roles', [])
    by_side = {side: [r for r in roles if r['side'] == side] for side in ('source', 'target', 'partner')}
    name, sure = event['class'], event['confidence']
    pairs = [(PLACES[role['role']], other, role) for role in roles if role['role'] in PLACES
             for other in by_side['source'] + by_side['partner'] if other is not role]
    if kinds:
        sources, partners = by_side['source'], by_side['partner']
        if not sources:
            sources, partners = partners[:1], partners[1:]
        pairs += [(kinds, a, b) for a in sources for b in by_side['target'] + partners]
    for types, a, b in pairs:
        yield types, a['entity'], b['entity'], name, sure * a['confidence'] * b['confidence']
    for place in event.get('places', []):
        for role in roles:
            if role['entity'] != place:
                yield 'CoLocated', role['entity'], place, name + ' at', sure * role['confidence']


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


def pair_in(document, statement):
    """The named spans of both ends in the statement's sentence, where it is one for precision; or none."""
    x, y = (document.spans_in(end, statement.sentence) for end in (statement.a, statement.b))
    if statement.a == statement.b:
        return tuple({span} for span in names_in(document, statement.a, statement.sentence))
    overlap = any(a[0] < b[1] and b[0] < a[1] for a in x for b in y)
    return (x, y) if x and y and not overlap else None


def score(documents, judged, options, likely):
    recall = defaultdict(lambda: [0, 0])
    precision = defaultdict(lambda: [0, 0, 0, 0])      # right, all, decided, judged right
    for document in documents:
        found, seen = set(), set()
        for statement in document.ours:
            kinds, a, b, sentence, name = statement[:5]
            if statement.confidence < likely[statement.bound] or (a == b and kinds != 'IsSynonymOf'):
                continue
            hits = document.is_gold(kinds.split(), a, b)
            found.update(hits)
            pair = pair_in(document, statement)
            if not pair:
                continue
            x, y = pair
            same = {(frozenset((p, q)), kinds) for p in x for q in y}
            if same & seen:
                continue
            seen |= same
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


def print_bounds(documents, judged, options):
    """Recall and strict precision where other bounds replace all of LIKELY."""
    quiet = argparse.Namespace(**{**vars(options), 'extra': False, 'missed': False})
    print(f'{"least confidence":24}{"recall":>16}{"strict":>16}')
    for bound in (0, .2, .4, .5, .6, .7, .8, .9):
        recall, precision = score(documents, judged, quiet, dict.fromkeys(LIKELY, bound))
        (found, count), (right, stated) = recall['all'], precision['all'][:2]
        print(f'{bound:<24}{found:5}/{count:<4} {found / count:.3f}{right:6}/{stated:<4} {right / stated:.3f}')
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('program')
    parser.add_argument('--judged', help='verdicts on what the gold does not have')
    parser.add_argument('--missed', action='store_true', help='print what is not found')
    parser.add_argument('--extra', action='store_true', help='print what the gold does not have')
    parser.add_argument('--bounds', action='store_true', help='print recall and precision at other bounds')
    options = parser.parse_args()
    documents = read_documents(options.gold)
    lines = [json.dumps({'id': document.id, 'text': document.text}) for document in documents.values()]
    output = subprocess.run([options.program], input='\n'.join(lines) + '\n', text=True, stdout=subprocess.PIPE,
                            check=True).stdout
    for ours in map(json.loads, output.splitlines()):
        documents[ours['id']].read(ours)
    judged = read_judged(options.judged)
    if options.bounds:
        print_bounds(documents.values(), judged, options)
    recall, precision = score(documents.values(), judged, options, LIKELY)

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
