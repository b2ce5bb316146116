#!/usr/bin/env python3
"""Learn how far to trust events and standing relations, from what readers judged.

  confidence.py TRAITS VERDICTS SIDES RELATION_VERDICTS MODEL [--write]

TRAITS    what build/bench_traits wrote for the judged articles
VERDICTS  lines "article <tab> begin <tab> type <tab> fillers": where the event's word begins (code points), whether its
          type is right (y, n, or - if nobody judged), and "head:side:y" or ":n" for each filler that was judged, by
          where its head begins
SIDES     lines "article <tab> begin <tab> type <tab> sources <tab> targets": all who stand on its sides, by where their
          heads begin; whoever is not there stands on none.  The type is y, or which of the 16 it is instead, or -
RELATION_VERDICTS  lines "article <tab> begin <tab> relation <tab> subject <tab> object <tab> right": where the words begin
          that state it, and those that refer to its ends; y or n
MODEL     the model file, which gets the tensors confidence.* with --write; without, only figures are printed

Four logistic regressions (L2), over the traits of events, of who may be on either side, and of relations.  The figures
are of five-fold cross-validation, an article in one fold: the area under the ROC curve; of events of SIDES that keep
type and an actor, for bounds on who stands there, how many actors are right, how many events have right actors alone, none
missing, the right type, all; and of relations, for bounds, how many are kept and how many of these are wrong.
"""
import argparse
import itertools
import json

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

import model_file

STRENGTH = {'type': .2, 'source': .1, 'target': .1, 'relation': .3}
LEAST_WEIGHT = .055
SIDES = ('source', 'target')
LEAST_TYPE = .5


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

    def __init__(self, found, verdict, sides):
        self.article, self.begin, self.traits = found['article'], found['begin'], counted(found['traits'])
        self.candidates = [dict(one, traits=counted(one['traits'])) for one in found['candidates']]
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


def read_events(path, verdicts, sides):
    events = []
    with open(path, encoding='utf8') as lines:
        for line in lines:
            found = json.loads(line)
            if 'candidates' in found:
                key = found['article'], found['begin']
                if key in sides or key in verdicts:
                    events.append(Event(found, verdicts.get(key), sides.get(key)))
    return events


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


class Model:
    def __init__(self, samples, strength):
        self.vectorizer = DictVectorizer()
        table = self.vectorizer.fit_transform([traits for traits, _ in samples])
        self.regression = LogisticRegression(C=strength, max_iter=5000).fit(table, [right for _, right in samples])
        weights = self.regression.coef_
        weights[abs(weights) < LEAST_WEIGHT] = 0

    def chances(self, traits):
        if not traits:
            return []
        return self.regression.predict_proba(self.vectorizer.transform(traits))[:, 1]

    def tensors(self, name):
        weights = dict(zip(self.vectorizer.feature_names_, self.regression.coef_[0]))
        kept = sorted(((trait, weight) for trait, weight in weights.items() if weight), key=lambda pair: pair[0].encode())
        return {name + '.traits': [trait for trait, _ in kept],
                name + '.weights': numpy.array([weight for _, weight in kept], '<f4'),
                name + '.bias': self.regression.intercept_.astype('<f4')}


def train(events):
    """The models of types, sources and targets."""
    types = [(event.traits, event.right) for event in events if event.right is not None]
    standing = [[(one['traits'], one['on'][side]) for event in events for one in event.candidates
                 if one['on'][side] is not None] for side in range(2)]
    return [Model(samples, STRENGTH[name]) for name, samples in zip(('type', *SIDES), (types, *standing))]


def cross_validate(events):
    """Gives each event and candidate its chances, by models that have not seen its article."""
    groups = [event.article for event in events]
    for seen, unseen in GroupKFold(5).split(events, groups=groups):
        type_, *standing = train([events[i] for i in seen])
        for i in unseen:
            events[i].chance = type_.chances([events[i].traits])[0]
            for side, model in enumerate(standing):
                for one, chance in zip(events[i].candidates, model.chances([c['traits'] for c in events[i].candidates])):
                    one.setdefault('chance', [0, 0])[side] = chance


def chosen(event, least, least_alone):
    """Who stands on either side, as in extractor/event_sides.cc, but for mutual events."""
    best = {}
    for one in event.candidates:
        if one['actor'] and (one['entity'] not in best or max(best[one['entity']]) < max(one['chance'])):
            best[one['entity']] = one['chance']
    sides = [[], []]
    for entity, (source, target) in sorted(best.items(), key=lambda pair: -max(pair[1])):
        side = sides[int(source < target)]
        if max(source, target) >= (least if side else least_alone):
            side.append(entity)
    return sides


def report(events):
    judged = [event for event in events if event.right is not None]
    print(f'{len(judged)} types, AUC {roc_auc_score([e.right for e in judged], [e.chance for e in judged]):.3f}')
    for side, name in enumerate(SIDES):
        ones = [one for event in events for one in event.candidates if one['on'][side] is not None]
        print(f'{len(ones)} for {name}, AUC {roc_auc_score(*zip(*((o["on"][side], o["chance"][side]) for o in ones))):.3f}')
    print('type  least  alone  events  actors  right  none missing  type right  all')
    whole = [event for event in events if event.whole]
    for least_type, least, alone in itertools.product((LEAST_TYPE, .6, .7), (.4, .5, .6), (.25, .3, .4, .5)):
        kept = [(event, sides) for event in whole if event.chance >= least_type
                and any(sides := chosen(event, least, alone))]
        rights = [[entity in gold for side, gold in zip(sides, event.gold) for entity in side] for event, sides in kept]
        complete = [not any(lack or (gold and not side) for lack, gold, side in zip(event.lacks, event.gold, sides))
                    for event, sides in kept]
        columns = [[right for event in rights for right in event], [all(event) for event in rights], complete,
                   [event.right for event, _ in kept]]
        columns.append([all(row) for row in zip(*columns[1:])])
        print(f'{least_type:4} {least:6} {alone:6} {len(kept):7}', *(f'{sum(c) / len(c):8.3f}' for c in columns))


def train_relations(relations):
    return Model([(traits, right) for _, traits, right in relations], STRENGTH['relation'])


def report_relations(relations):
    chances = [None] * len(relations)
    groups = [article for article, *_ in relations]
    for seen, unseen in GroupKFold(5).split(relations, groups=groups):
        model = train_relations([relations[i] for i in seen])
        for i, chance in zip(unseen, model.chances([relations[i][1] for i in unseen])):
            chances[i] = chance
    rights = [right for *_, right in relations]
    print(f'{len(relations)} relations, AUC {roc_auc_score(rights, chances):.3f}')
    print('bound  kept  wrong')
    for least in (0, .6, .7, .75, .8, .85, .9, .95):
        kept = [right for right, chance in zip(rights, chances) if chance >= least]
        print(f'{least:5} {len(kept) / len(rights):5.3f} {1 - sum(kept) / len(kept):6.3f}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('traits', 'verdicts', 'sides', 'relation_verdicts', 'model'):
        parser.add_argument(name)
    parser.add_argument('--write', action='store_true')
    options = parser.parse_args()
    events = read_events(options.traits, read_verdicts(options.verdicts), read_sides(options.sides))
    relations = read_relations(options.traits, options.relation_verdicts)
    cross_validate(events)
    report(events)
    report_relations(relations)
    if options.write:
        tensors = {name: tensor for name, tensor in model_file.read_model(options.model).items()
                   if not name.startswith('confidence.')}
        for name, model in zip(('type', *SIDES, 'relation'), (*train(events), train_relations(relations))):
            tensors.update(model.tensors('confidence.' + name))
        print(model_file.write_model(options.model, tensors), 'bytes')


if __name__ == '__main__':
    main()
