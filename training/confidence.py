#!/usr/bin/env python3
"""Learn how far to trust events and standing relations, from what readers judged.

  confidence.py TRAITS VERDICTS RELATION_VERDICTS MODEL [--write]

TRAITS    what build/bench_traits wrote for the judged articles
VERDICTS  lines "article <tab> begin <tab> type <tab> fillers": where the event's word begins (code points), whether its
          type is right (y, n, or - if nobody judged), and "head:side:y" or ":n" for each filler that was judged, by
          where its head begins
RELATION_VERDICTS  lines "article <tab> begin <tab> relation <tab> subject <tab> object <tab> right": where the words begin
          that state it, and those that refer to its ends; y or n
MODEL     the model file, which gets the tensors confidence.* with --write; without, only figures are printed

Three logistic regressions (L2), over the traits of events, of roles and of relations.  The figures are of five-fold
cross-validation, an article in one fold: the area under the ROC curve; and for bounds on the two probabilities how many
events keep their type and an actor, how many of these have the right type, only right actors, both; for bounds on
relations how many are kept, and how many of these are wrong.
"""
import argparse
import json

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

import model_file

STRENGTH = {'type': .2, 'role': .1, 'relation': .3}
LEAST_WEIGHT = .01


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


def verdict_on(role, fillers):
    """That of its side; of a partner in a reciprocal event, that of either side."""
    sides = ('source', 'target') if role['side'] == 'partner' else (role['side'],)
    return next((fillers[role['head'], side] for side in sides if (role['head'], side) in fillers), None)


def read_events(path, verdicts):
    """The judged events: (article, traits, right, [(traits, right or None)])."""
    events = []
    with open(path, encoding='utf8') as lines:
        for line in lines:
            event = json.loads(line)
            if 'roles' not in event:
                continue
            verdict = verdicts.get((event['article'], event['begin']))
            if verdict is None:
                continue
            type_, fillers = verdict
            roles = [(role['traits'], verdict_on(role, fillers)) for role in event['roles']]
            events.append((event['article'], event['traits'], {'y': True, 'n': False}.get(type_), roles))
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
                    relations.append((found['article'], found['traits'], verdicts[key]))
    return relations


def counted(traits):
    counts = {}
    for trait in traits:
        counts[trait] = counts.get(trait, 0) + 1
    return counts


class Model:
    def __init__(self, samples, strength):
        self.vectorizer = DictVectorizer()
        table = self.vectorizer.fit_transform([counted(traits) for traits, _ in samples])
        self.regression = LogisticRegression(C=strength, max_iter=5000).fit(table, [right for _, right in samples])

    def chances(self, traits):
        if not traits:
            return []
        return self.regression.predict_proba(self.vectorizer.transform([counted(t) for t in traits]))[:, 1]

    def tensors(self, name):
        weights = dict(zip(self.vectorizer.feature_names_, self.regression.coef_[0]))
        kept = sorted(((t, w) for t, w in weights.items() if abs(w) >= LEAST_WEIGHT), key=lambda p: p[0].encode())
        return {name + '.traits': [trait for trait, _ in kept],
                name + '.weights': numpy.array([weight for _, weight in kept], '<f4'),
                name + '.bias': self.regression.intercept_.astype('<f4')}


def train(events):
    types = [(traits, right) for _, traits, right, _ in events if right is not None]
    roles = [role for _, _, _, roles in events for role in roles if role[1] is not None]
    return Model(types, STRENGTH['type']), Model(roles, STRENGTH['role'])


def cross_validate(events):
    """For each event its chance and those of its roles, by models that have not seen its article."""
    chances = [None] * len(events)
    groups = [article for article, *_ in events]
    for seen, unseen in GroupKFold(5).split(events, groups=groups):
        type_, role = train([events[i] for i in seen])
        for i in unseen:
            chances[i] = (type_.chances([events[i][1]])[0], list(role.chances([t for t, _ in events[i][3]])))
    return chances


def report(events, chances):
    right = [(e[2], c[0]) for e, c in zip(events, chances) if e[2] is not None]
    print(f'{len(right)} types, AUC {roc_auc_score(*zip(*right)):.3f}')
    right = [(r, p) for e, c in zip(events, chances) for (_, r), p in zip(e[3], c[1]) if r is not None]
    print(f'{len(right)} roles, AUC {roc_auc_score(*zip(*right)):.3f}')
    print('type  role  events  type right  actors right  both')
    for least_type in (0, .4, .5, .6, .7, .75):
        for least_role in (0, .6, .7, .8):
            kept = [(e[2], all(r for r in roles)) for e, c in zip(events, chances)
                    if e[2] is not None and c[0] >= least_type
                    and (roles := [r for (_, r), p in zip(e[3], c[1]) if p >= least_role]) and None not in roles]
            shares = [sum(map(pick, kept)) / len(kept) for pick in (lambda k: k[0], lambda k: k[1], all)]
            print(f'{least_type:4} {least_role:5} {len(kept):7}', *(f'{share:11.3f}' for share in shares))


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
    parser.add_argument('traits')
    parser.add_argument('verdicts')
    parser.add_argument('relation_verdicts')
    parser.add_argument('model')
    parser.add_argument('--write', action='store_true')
    options = parser.parse_args()
    events = read_events(options.traits, read_verdicts(options.verdicts))
    relations = read_relations(options.traits, options.relation_verdicts)
    report(events, cross_validate(events))
    report_relations(relations)
    if options.write:
        tensors = model_file.read_model(options.model)
        models = (*train(events), train_relations(relations))
        for name, model in zip(('confidence.type', 'confidence.role', 'confidence.relation'), models):
            tensors.update(model.tensors(name))
        print(model_file.write_model(options.model, tensors), 'bytes')


if __name__ == '__main__':
    main()
