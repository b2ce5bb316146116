#!/usr/bin/env python3
"""Learn how far to trust events and standing relations, from what readers judged.

  confidence.py TRAITS VERDICTS SIDES RELATION_VERDICTS MODEL [--write]

TRAITS    what build/bench_traits wrote for the judged articles, with what the network of MODEL says of them
VERDICTS  lines "article <tab> begin <tab> type <tab> fillers": where the event's word begins (code points), whether its
          type is right (y, n, or - if nobody judged), and "head:side:y" or ":n" for each filler that was judged, by
          where its head begins
SIDES     lines "article <tab> begin <tab> type <tab> sources <tab> targets": all who stand on its sides, by where their
          heads begin; whoever is not there stands on none.  The type is y, or which of the 16 it is instead, or -
RELATION_VERDICTS  lines "article <tab> begin <tab> relation <tab> subject <tab> object <tab> right": where the words begin
          that state it, and those that refer to its ends; y or n
MODEL     the model file, which gets the tensors confidence.* with --write; without, figures are printed instead

Logistic regressions (L2) over the traits of events, of who may be on either side, and of relations (log_linear.py); to
those of events is added what the network says, each with a share that the articles set that trained neither
(judged_events.is_held_out).  Of these are the figures: the area under the ROC curve; of events of SIDES that keep type and an
actor, for bounds, how many actors are right, how many events have right actors alone, none missing, the right type, all,
and of all events of the right type how many are kept.  Of relations, by five-fold cross-validation, an article in one
fold, for bounds, how many are kept and how many of these are wrong.
"""
import argparse
import itertools
import json

import numpy
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

import log_linear
import model_file
from judged_events import SIDES, counted, is_held_out, read_judged

STRENGTH = {'type': .2, 'side': .1, 'relation': .3}
# As in extractor/event_sides.cc and extractor/confidence.cc.
LEAST_SHARE, MOST_NOBODY, SIDES_POWER = .25, .6, .25


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


def train(events):
    """The models of types, and of sources and targets those of candidates and of nobody."""
    judged = [event for event in events if event.right is not None]
    type_ = log_linear.train([event.traits for event in judged], [event.right for event in judged], STRENGTH['type'])
    return [type_, *(train_side(events, side) for side in range(2))]


def train_side(events, side):
    ones = [(i, one) for i, event in enumerate(events) for one in event.candidates if one['on'][side] is not None]
    candidates = log_linear.Sums([one['traits'] for _, one in ones], STRENGTH['side'])
    nobody = log_linear.Sums([event.traits for event in events], STRENGTH['side'])
    return log_linear.train_side(numpy.array([one['on'][side] for _, one in ones], float),
                                 numpy.array([i for i, _ in ones]),
                                 numpy.array([event.whole and not event.lacks[side] for event in events]),
                                 candidates, nobody)


def find_shares(events, models):
    """For types and for sides: the shares of traits and network in the log-odds, and what is added: to all, and to the
    weights of categories, as the network does not know that the lexicon proposes one."""
    type_, *sides = models
    judged = [event for event in events if event.right is not None]
    of_types = mixed(type_.log_odds([event.traits for event in judged]), [event.network['type'] for event in judged],
                     [event.right for event in judged], ['category ' + event.category for event in judged])
    odds, network, rights = [], [], []
    for side, (somebody, _) in enumerate(sides):
        ones = [one for event in events for one in event.candidates if one['on'][side] is not None]
        odds += [*somebody.log_odds([one['traits'] for one in ones])]
        network += [one['network'][side] for one in ones]
        rights += [one['on'][side] for one in ones]
    return of_types, mixed(odds, network, rights)


def mixed(odds, network, rights, kinds=()):
    """The shares of both, what is added to all, and to each kind."""
    names = sorted(set(kinds))
    of_kind = numpy.array([[kind == name for name in names] for kind in kinds], float).reshape(len(rights), -1)
    fit = LogisticRegression(C=1).fit(numpy.column_stack([odds, network, of_kind]), rights)
    share, of_network, *added = fit.coef_[0]
    print(f'{len(rights)}: AUC of the traits {roc_auc_score(rights, odds):.4f}, of the network '
          f'{roc_auc_score(rights, network):.4f}; shares {share:.3f} {of_network:.3f}, added {fit.intercept_[0]:.3f}',
          *(f'{name} {more:.2f}' for name, more in zip(names, added)))
    return share, of_network, fit.intercept_[0], dict(zip(names, added))


def with_shares(models, shares):
    """The models times the shares of their traits."""
    of_types, of_sides = ((share, *more) for share, _, *more in shares)
    type_, *sides = models
    return [type_.scaled(*of_types), *([model.scaled(*of_sides) for model in side] for side in sides)]


def weigh(event, models, shares):
    """Gives an event and its candidates their chances: `chance` of a candidate is that he stands on a side, whoever else
    does, and `share` that it is he rather than another or nobody."""
    type_, *sides = models
    of_type, of_sides = (share for _, share, *_ in shares)
    event.chance = expit(type_.log_odds([event.traits])[0] + of_type * event.network['type'])
    odds = []
    for side, (somebody, nobody) in enumerate(sides):
        network = [one['network'][side] for one in event.candidates] + [event.network['nobody'][side]]
        traits = [*somebody.log_odds([one['traits'] for one in event.candidates]), *nobody.log_odds([event.traits])]
        odds.append(numpy.exp(numpy.array(traits) + of_sides * numpy.array(network)))
    event.nobody = [of[-1] / of.sum() for of in odds]
    for i, one in enumerate(event.candidates):
        one['chance'] = [of[i] / (1 + of[i]) for of in odds]
        one['share'] = [of[i] / of.sum() for of in odds]


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
        for i, chance in zip(unseen, expit(model.log_odds([relations[i][1] for i in unseen]))):
            chances[i] = chance
    rights = [right for *_, right in relations]
    print(f'{len(relations)} relations, AUC {roc_auc_score(rights, chances):.3f}')
    print('bound  kept  wrong')
    for least in (0, .6, .7, .75, .8, .85, .9, .95):
        kept = [right for right, chance in zip(rights, chances) if chance >= least]
        print(f'{least:5} {len(kept) / len(rights):5.3f} {1 - sum(kept) / len(kept):6.3f}')


def write(path, models, shares, of_relations):
    tensors = {name: tensor for name, tensor in model_file.read_model(path).items()
               if not name.startswith('confidence.')}
    type_, *sides = models
    tensors |= type_.tensors('confidence.type') | of_relations.tensors('confidence.relation')
    for name, (somebody, nobody) in zip(SIDES, sides):
        tensors |= somebody.tensors('confidence.' + name) | nobody.tensors(f'confidence.{name}.nobody')
    tensors['confidence.network'] = numpy.array([share for _, share, *_ in shares], '<f4')
    print(model_file.write_model(path, tensors), 'bytes')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('traits', 'verdicts', 'sides', 'relation_verdicts', 'model'):
        parser.add_argument(name)
    parser.add_argument('--write', action='store_true')
    options = parser.parse_args()
    events = read_judged(options.traits, options.verdicts, options.sides)
    held_out = [event for event in events if is_held_out(event.article)]
    models = train([event for event in events if not is_held_out(event.article)])
    shares = find_shares(held_out, models)
    relations = read_relations(options.traits, options.relation_verdicts)
    if options.write:
        write(options.model, with_shares(train(events), shares), shares, train_relations(relations))
        return
    for event in held_out:
        weigh(event, with_shares(models, shares), shares)
    report(held_out)
    report_relations(relations)


if __name__ == '__main__':
    main()
