"""Events that readers judged, with the traits that the program gives them.

The files are those of confidence.py.
"""
import hashlib
import json

SIDES = ('source', 'target')


def is_held_out(article):
    """Whether none of its events trains the network: one article in ten."""
    return int(hashlib.md5(article.encode()).hexdigest(), 16) % 10 == 0


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
    """An event that was judged.  `right` is whether its type is, `other` which it is instead, if any;
    `candidates` are those who may stand on its sides, with who does in `on`: for each side True, False, or None where
    nobody judged.  `whole`: all who stand there are known; `lacks`: whether somebody stands on a side, but no candidate."""

    def __init__(self, found, verdict, sides):
        self.article, self.begin, self.traits = found['article'], found['begin'], counted(found['traits'])
        self.category, self.network = found['category'], found.get('network')
        self.candidates = [dict(one, traits=counted(one['traits'])) for one in found['candidates']]
        self.whole, self.other, self.lacks = sides is not None, None, [False, False]
        if self.whole:
            type_, heads_of = sides
            self.right = type_ == 'y'
            self.other = None if type_ in ('y', '-') else type_
            self.gold = [{one['entity'] for one in self.candidates if one['head'] in heads} for heads in heads_of]
            self.lacks = [bool(heads) and not gold for heads, gold in zip(heads_of, self.gold)]
        else:
            self.right = {'y': True, 'n': False}.get(verdict[0])
        for one in self.candidates:
            if self.whole:
                one['on'] = [self.stands(one, heads, gold) for heads, gold in zip(heads_of, self.gold)]
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


def read_judged(traits, verdicts, sides):
    """The judged events of the files of these names."""
    verdicts, sides, events = read_verdicts(verdicts), read_sides(sides), []
    with open(traits, encoding='utf8') as lines:
        for line in lines:
            if '"candidates"' not in line:
                continue
            found = json.loads(line)
            key = found['article'], found['begin']
            if key in sides or key in verdicts:
                events.append(Event(found, verdicts.get(key), sides.get(key)))
    return events


def counted(traits):
    counts = {}
    for trait in traits:
        counts[trait] = counts.get(trait, 0) + 1
    return counts
