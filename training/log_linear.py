"""Log-linear models: of being right, and of who stands on a side of an event.

The log-odds are a sum of the weights of traits and of words' vectors.  Of a vector only what it adds to the sum goes into
the model file, as a linear layer (tensors confidence.words.*).
"""
import numpy
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.feature_extraction import DictVectorizer

from export import quantise

LEAST_WEIGHT = .065
# How large weights may be: the variance of their prior.
OF_VECTORS = 2


class Sums:
    """Sums of weights, one for each sample: of its traits, and of the vectors of its words.

    `words` are lists of rows of `vectors`, as long as the samples."""

    def __init__(self, traits, words, vectors, strength):
        self.vectorizer = DictVectorizer()
        self.table = self.vectorizer.fit_transform(traits)
        self.strength = strength
        self.words = []
        for rows in words:
            known, places = numpy.unique(rows, return_inverse=True)
            self.words.append((vectors[known], places))
        self.cuts = numpy.cumsum([self.table.shape[1], 1] + [vectors.shape[1]] * len(words))
        self.size = self.cuts[-1]

    def split(self, parameters):
        return numpy.split(parameters, self.cuts[:-1])

    def of(self, parameters):
        weights, bias, *by_word = self.split(parameters)
        sums = self.table @ weights + bias
        for (vectors, places), of_word in zip(self.words, by_word):
            sums += (vectors @ of_word.astype('f4'))[places]
        return sums.clip(-30, 30)

    def penalty(self, parameters):
        weights, _, *by_word = self.split(parameters)
        return weights @ weights / 2 / self.strength + sum(of_word @ of_word for of_word in by_word) / 2 / OF_VECTORS

    def gradient(self, parameters, slope):
        """Of the penalty and of a loss that changes with each sum by `slope`."""
        weights, _, *by_word = self.split(parameters)
        parts = [self.table.T @ slope + weights / self.strength, [slope.sum()]]
        for (vectors, places), of_word in zip(self.words, by_word):
            parts.append(numpy.bincount(places, slope, len(vectors)).astype('f4') @ vectors + of_word / OF_VECTORS)
        return numpy.concatenate(parts)

    def learnt(self, parameters):
        weights, bias, *by_word = self.split(parameters)
        weights[abs(weights) < LEAST_WEIGHT] = 0
        return Learnt(self.vectorizer, weights, bias[0], by_word)


class Learnt:
    def __init__(self, vectorizer, weights, bias, by_word):
        self.vectorizer, self.weights, self.bias, self.by_word = vectorizer, weights, bias, by_word

    def log_odds(self, traits, words):
        """`words` are the vectors of each sample's words, a table for each word."""
        if not traits:
            return numpy.zeros(0)
        return (self.vectorizer.transform(traits) @ self.weights + self.bias
                + sum(table @ weights for table, weights in zip(words, self.by_word)))

    def tensors(self, name):
        kept = sorted(((trait, weight) for trait, weight in zip(self.vectorizer.feature_names_, self.weights) if weight),
                      key=lambda pair: pair[0].encode())
        return {name + '.traits': [trait for trait, _ in kept],
                name + '.weights': numpy.array([weight for _, weight in kept], '<f4'),
                name + '.bias': numpy.array([self.bias], '<f4')}


def fitted(loss, size):
    return minimize(loss, numpy.zeros(size), jac=True, method='L-BFGS-B', options={'maxiter': 200, 'ftol': 1e-7}).x


def train(traits, rights, strength, words=(), vectors=numpy.zeros((0, 0))):
    """A logistic regression (L2)."""
    sums = Sums(traits, words, vectors, strength)
    rights = numpy.array(rights, float)

    def loss(parameters):
        odds = sums.of(parameters)
        return (numpy.sum(numpy.logaddexp(0, odds) - rights * odds) + sums.penalty(parameters),
                sums.gradient(parameters, expit(odds) - rights))
    return sums.learnt(fitted(loss, sums.size))


def train_side(on, event, listed, candidates, nobody):
    """Who stands on a side: the odds of each candidate, and those of nobody, which are on the same scale.

    `on` and `event` go by candidate: whether he stands there, and which event it is; `listed` by event: whether all who
    stand there are known.  `candidates` and `nobody` are the sums of candidates and of events.  The loss is that of a
    logistic regression over all candidates, and beside it, of each event that is listed, that of a choice among its
    candidates and nobody (right if any of the right ones is chosen)."""
    count = len(listed)
    is_empty = numpy.bincount(event, on, count) == 0

    def loss(parameters):
        of_candidates, of_nobody = numpy.split(parameters, [candidates.size])
        odds = candidates.of(of_candidates)
        raised, raised_nobody = numpy.exp(odds), numpy.exp(nobody.of(of_nobody))
        total = numpy.bincount(event, raised, count) + raised_nobody
        right = numpy.where(listed, numpy.bincount(event, raised * on, count) + raised_nobody * is_empty, 1)
        per_total, per_right = listed / total, listed / right
        slope = expit(odds) - on + raised * (per_total[event] - on * per_right[event])
        slope_nobody = raised_nobody * (per_total - is_empty * per_right)
        lost = numpy.sum(numpy.logaddexp(0, odds) - on * odds) + numpy.sum(numpy.log(total / right)[listed])
        return (lost + candidates.penalty(of_candidates) + nobody.penalty(of_nobody),
                numpy.concatenate([candidates.gradient(of_candidates, slope), nobody.gradient(of_nobody, slope_nobody)]))
    of_candidates, of_nobody = numpy.split(fitted(loss, candidates.size + nobody.size), [candidates.size])
    return candidates.learnt(of_candidates), nobody.learnt(of_nobody)


def layer_of(weights, mean, scale):
    """The linear layer that adds `weights` up over vectors of which `mean` was taken off and that were divided by
    `scale`: 0 for the mean."""
    rows = numpy.array(weights) / scale
    whole, scales = quantise(rows.astype('f4'))
    bias = -(whole * scales[:, None].astype(float)) @ mean
    return {'confidence.words.weight': whole, 'confidence.words.scale': scales,
            'confidence.words.bias': bias.astype('<f4')}


def probe_layer(width):
    """The linear layer that gives the vectors themselves."""
    return {'confidence.words.weight': (127 * numpy.eye(width)).astype('i1'),
            'confidence.words.scale': numpy.full(width, 1 / 127, '<f4'),
            'confidence.words.bias': numpy.zeros(width, '<f4')}
