#!/usr/bin/env python3
"""Learn how far to trust events and standing relations, from what readers judged.

  confidence.py TRAITS VERDICTS SIDES RELATION_VERDICTS MODEL [--write]
  confidence.py --probe MODEL OUTPUT

TRAITS    what build/bench_traits wrote for the judged articles, with the vectors of words if it had the model OUTPUT
VERDICTS  lines "article <tab> begin <tab> type <tab> fillers": where the event's word begins (code points), whether its
          type is right (y, n, or - if nobody judged), and "head:side:y" or ":n" for each filler that was judged, by
          where its head begins
SIDES     lines "article <tab> begin <tab> type <tab> sources <tab> targets": all who stand on its sides, by where their
          heads begin; whoever is not there stands on none.  The type is y, or which of the 16 it is instead, or -
RELATION_VERDICTS  lines "article <tab> begin <tab> relation <tab> subject <tab> object <tab> right": where the words begin
          that state it, and those that refer to its ends; y or n
MODEL     the model file, which gets the tensors confidence.* with --write; without, figures are printed instead
OUTPUT    the model file with a layer that gives the vectors themselves

Logistic regressions (L2) over the traits of events, of who may be on either side, and of relations, and over the vectors
of their words (log_linear.py).  The figures are of five-fold cross-validation, an article in one fold: the area under the
ROC curve; of events of SIDES that keep type and an actor, for bounds, how many actors are right, how many events have
right actors alone, none missing, the right type, all, and of all events of the right type how many are kept; and of
relations, for bounds, how many are kept and how many of these are wrong.
"""
import argparse
import itertools
import json

import numpy
from scipy.special import expit
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

import log_linear
import model_file

STRENGTH = {'type': .2, 'side': .1, 'relation': .3}
SIDES = ('source', 'target')
# As in extractor/event_sides.cc and extractor/confidence.cc.
LEAST_SHARE, MOST_NOBODY, SIDES_POWER = .25, .6, .25


def read_verdicts(path):
    verdicts = {}
    with open(path, encoding='utf8') as lines:
        for line in lines:
            if line.startswith('#'):
                continue
            article, begin, type_, fillers = line.rstrip('\n').split('\t')
            judged = {}
            for filler in fillers.split():
                head, side, right = filler.split(':')
                judged[int(head), side] = right == 'y'
            verdicts[article, int(begin)] = (type_, judged)
    return verdicts


def read_sides(path):
    sides = {}
    with open(path, encoding='utf8') as lines:
        for line in lines:
            if not line.startswith('#'):
                article, begin, type_, *heads = line.rstrip('\n').split('\t')
                sides[article, int(begin)] = (type_, [{int(head) for head in side.split()} for side in heads])
    return sides


class Event:
    """An event that was judged.  `right` is whether its type is; `candidates` are those who may stand on its sides, with
    who does in `on`: for each side True, False, or None where nobody judged.  `whole`: all who stand there are known."""

    def __init__(self, found, verdict, sides, row_of):
        self.article, self.begin, self.traits = found['article'], found['begin'], counted(found['traits'])
        self.candidates = [dict(one, traits=counted(one['traits'])) for one in found['candidates']]
        self.row = row_of(self.begin)
        for one in self.candidates:
            one['row'] = row_of(one['head'])
        self.whole = sides is not None
        if self.whole:
            self.right = sides[0] == 'y'
            self.gold = [{one['entity'] for one in self.candidates if one['head'] in heads} for heads in sides[1]]
            self.lacks = [bool(heads) and not gold for heads, gold in zip(sides[1], self.gold)]
        else:
            self.right = {'y': True, 'n': False}.get(verdict[0])
        for one in self.candidates:
            if self.whole:
                one['on'] = [self.stands(one, heads, gold) for heads, gold in zip(sides[1], self.gold)]
            else:
                one['on'] = [verdict[1].get((one['head'], side)) for side in SIDES]
                # Only fillers that some version of the program gave were judged: they are likelier right than others.
                given = {'given ' + trait for trait in one['traits'] if trait.startswith('role ')}
                one['traits'].update(dict.fromkeys(given | {'given'}, 1))

    @staticmethod
    def stands(one, heads, gold):
        if one['head'] in heads:
            return True
        return False if one['actor'] and one['entity'] not in gold else None


class Vectors:
    """Those of the judged words, a row each; without any, of no width."""

    def __init__(self):
        self.rows, self.numbers = {}, []

    def row_of(self, article, begin, words):
        if (article, begin) not in self.rows:
            scale, whole = words.get(str(begin), (0, ''))
            self.rows[article, begin] = len(self.numbers)
            self.numbers.append(numpy.frombuffer(bytes.fromhex(whole), 'i1') * numpy.float32(scale))
        return self.rows[article, begin]

    def table(self):
        """The rows, less their mean and divided by one scale, and these."""
        width = max(map(len, self.numbers))
        table = numpy.array([row if len(row) else numpy.zeros(width, 'f4') for row in self.numbers], 'f4')
        mean, scale = table.mean(0), table.std() * width ** .5 + 1e-6
        return (table - mean) / scale, mean, scale


def read_events(path, verdicts, sides):
    events, vectors, words = [], Vectors(), {}
    with open(path, encoding='utf8') as lines:
        for line in lines:
            found = json.loads(line)
            if 'vectors' in found:
                words = found
            if 'candidates' in found:
                article, begin = key = found['article'], found['begin']
                known = words['vectors'] if words.get('article') == article else {}
                if key in sides or key in verdicts:
                    events.append(Event(found, verdicts.get(key), sides.get(key),
                                        lambda begin: vectors.row_of(article, begin, known)))
    return events, *vectors.table()


def read_relations(path, verdicts_path):
    """The judged relations: (article, traits, right)."""
    with open(verdicts_path, encoding='utf8') as lines:
        rows = [line.rstrip('\n').split('\t') for line in lines if not line.startswith('#')]
    verdicts = {tuple(row[:5]): row[5] == 'y' for row in rows}
    relations = []
    with open(path, encoding='utf8') as lines:
        for line in lines:
            found = json.loads(line)
            if 'relation' in found:
                key = tuple(str(found[name]) for name in ('article', 'begin', 'relation', 'subject', 'object'))
                if key in verdicts:
                    relations.append((found['article'], counted(found['traits']), verdicts[key]))
    return relations


def counted(traits):
    counts = {}
    for trait in traits:
        counts[trait] = counts.get(trait, 0) + 1
    return counts


def train(events, vectors):
    """The models of types, and of sources and targets those of candidates and of nobody."""
    judged = [event for event in events if event.right is not None]
    type_ = log_linear.train([event.traits for event in judged], [event.right for event in judged], STRENGTH['type'],
                             [numpy.array([event.row for event in judged])], vectors)
    return [type_, *(train_side(events, vectors, side) for side in range(2))]


def train_side(events, vectors, side):
    ones = [(i, one) for i, event in enumerate(events) for one in event.candidates if one['on'][side] is not None]
    event_rows = numpy.array([event.row for event in events])
    event_of = numpy.array([i for i, _ in ones])
    candidates = log_linear.Sums([one['traits'] for _, one in ones],
                                 [event_rows[event_of], numpy.array([one['row'] for _, one in ones])],
                                 vectors, STRENGTH['side'])
    nobody = log_linear.Sums([event.traits for event in events], [event_rows], vectors, STRENGTH['side'])
    return log_linear.train_side(numpy.array([one['on'][side] for _, one in ones], float), event_of,
                                 numpy.array([event.whole and not event.lacks[side] for event in events]),
                                 candidates, nobody)


def weigh(event, models, vectors):
    """Gives an event and its candidates their chances: `chance` of a candidate is that he stands on a side, whoever else
    does, and `share` that it is he rather than another or nobody."""
    type_, *sides = models
    own = vectors[[event.row]]
    event.chance = expit(type_.log_odds([event.traits], [own])[0])
    rows = vectors[[one['row'] for one in event.candidates]]
    odds = [numpy.exp(numpy.concatenate([somebody.log_odds([one['traits'] for one in event.candidates], [own, rows]),
                                         nobody.log_odds([event.traits], [own])])) for somebody, nobody in sides]
    event.nobody = [of[-1] / of.sum() for of in odds]
    for i, one in enumerate(event.candidates):
        one['chance'] = [of[i] / (1 + of[i]) for of in odds]
        one['share'] = [of[i] / of.sum() for of in odds]


def cross_validate(events, vectors):
    """Weighs each event by models that have not seen its article."""
    groups = [event.article for event in events]
    for seen, unseen in GroupKFold(5).split(events, groups=groups):
        models = train([events[i] for i in seen], vectors)
        for i in unseen:
            weigh(events[i], models, vectors)


def chosen(event, least, most_nobody=MOST_NOBODY):
    """Who stands on either side, as in extractor/event_sides.cc, and how likely it is that both are right."""
    standings = {}
    for one in event.candidates:
        if one['actor']:
            shares, chances = standings.get(one['entity'], ([0, 0], [0, 0]))
            standings[one['entity']] = ([a + b for a, b in zip(shares, one['share'])], list(map(max, chances, one['chance'])))
    sides, likely = [[], []], list(event.nobody)
    seen = set()
    for entity, (shares, chances) in sorted(standings.items(), key=lambda pair: -max(pair[1][0])):
        side = int(shares[0] < shares[1])
        if side not in seen:
            seen.add(side)
            if shares[side] >= LEAST_SHARE and event.nobody[side] < most_nobody:
                sides[side].append(entity)
                likely[side] = max(shares[side], chances[side])
        elif chances[side] >= least:
            sides[side].append(entity)
            likely[side] *= chances[side]
    return sides, likely[0] * likely[1]


def report(events):
    judged = [event for event in events if event.right is not None]
    print(f'{len(judged)} types, AUC {roc_auc_score([e.right for e in judged], [e.chance for e in judged]):.3f}')
    for side, name in enumerate(SIDES):
        ones = [one for event in events for one in event.candidates if one['on'][side] is not None]
        print(f'{len(ones)} for {name}, AUC {roc_auc_score(*zip(*((o["on"][side], o["chance"][side]) for o in ones))):.3f}')
    print('event  least  nobody  events  actors  right  none missing  type right  all  kept of right types')
    whole = [event for event in events if event.whole]
    for least_event, least, nobody in itertools.product((.4, .45, .5, .6), (.5, .6), (.5, .6)):
        choices = [(event, *chosen(event, least, nobody)) for event in whole]
        kept = [(event, sides) for event, sides, likely in choices
                if any(sides) and event.chance * likely ** SIDES_POWER >= least_event]
        rights = [[entity in gold for side, gold in zip(sides, event.gold) for entity in side] for event, sides in kept]
        complete = [not any(lack or (gold and not side) for lack, gold, side in zip(event.lacks, event.gold, sides))
                    for event, sides in kept]
        columns = [[right for event in rights for right in event], [all(event) for event in rights], complete,
                   [event.right for event, _ in kept]]
        columns.append([all(row) for row in zip(*columns[1:])])
        of_right = sum(event.right for event, _ in kept) / sum(event.right for event in whole)
        print(f'{least_event:4} {least:6} {nobody:6} {len(kept):7}', *(f'{sum(c) / len(c):8.3f}' for c in columns),
              f'{of_right:8.3f}')


def train_relations(relations):
    return log_linear.train([traits for _, traits, _ in relations], [right for *_, right in relations],
                            STRENGTH['relation'])


def report_relations(relations):
    chances = [None] * len(relations)
    groups = [article for article, *_ in relations]
    for seen, unseen in GroupKFold(5).split(relations, groups=groups):
        model = train_relations([relations[i] for i in seen])
        for i, chance in zip(unseen, expit(model.log_odds([relations[i][1] for i in unseen], []))):
            chances[i] = chance
    rights = [right for *_, right in relations]
    print(f'{len(relations)} relations, AUC {roc_auc_score(rights, chances):.3f}')
    print('bound  kept  wrong')
    for least in (0, .6, .7, .75, .8, .85, .9, .95):
        kept = [right for right, chance in zip(rights, chances) if chance >= least]
        print(f'{least:5} {len(kept) / len(rights):5.3f} {1 - sum(kept) / len(kept):6.3f}')


def layer(models, mean, scale):
    """What the words' vectors add, in the order of extractor/confidence_model.cc."""
    type_, *sides = models
    weights = [*type_.by_word]
    for somebody, nobody in sides:
        weights += [*somebody.by_word, *nobody.by_word]
    return log_linear.layer_of(weights, mean, scale)


def without_confidence(path):
    return {name: tensor for name, tensor in model_file.read_model(path).items() if not name.startswith('confidence.')}


def write(path, models, of_relations, mean, scale):
    tensors = without_confidence(path)
    type_, *sides = models
    tensors |= type_.tensors('confidence.type') | of_relations.tensors('confidence.relation')
    for name, (somebody, nobody) in zip(SIDES, sides):
        tensors |= somebody.tensors('confidence.' + name) | nobody.tensors(f'confidence.{name}.nobody')
    if len(mean):
        tensors |= layer(models, mean, scale)
    print(model_file.write_model(path, tensors), 'bytes')


def write_probe(path, output):
    tensors = without_confidence(path)
    tensors |= log_linear.probe_layer(tensors['embeddings.shape'].shape[1])
    model_file.write_model(output, tensors)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('files', nargs='+')
    parser.add_argument('--probe', action='store_true')
    parser.add_argument('--write', action='store_true')
    options = parser.parse_args()
    if options.probe:
        write_probe(*options.files)
        return
    traits, verdicts, sides, relation_verdicts, model = options.files
    events, vectors, mean, scale = read_events(traits, read_verdicts(verdicts), read_sides(sides))
    relations = read_relations(traits, relation_verdicts)
    if options.write:
        write(model, train(events, vectors), train_relations(relations), mean, scale)
        return
    cross_validate(events, vectors)
    report(events)
    report_relations(relations)


if __name__ == '__main__':
    main()
