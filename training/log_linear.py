"""Log-linear models: of being right, and of who stands on a side of an event.

The log-odds are a sum of the weights of traits.
"""
import numpy
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.feature_extraction import DictVectorizer

LEAST_WEIGHT = .1


class Sums:
    """Sums of the weights of traits, one for each sample."""

    def __init__(self, traits, strength):
        self.vectorizer = DictVectorizer()
        self.table = self.vectorizer.fit_transform(traits)
        self.strength = strength
        self.size = self.table.shape[1] + 1

    def of(self, parameters):
        return (self.table @ parameters[:-1] + parameters[-1]).clip(-30, 30)

    def penalty(self, parameters):
        return parameters[:-1] @ parameters[:-1] / 2 / self.strength

    def gradient(self, parameters, slope):
        """Of the penalty and of a loss that changes with each sum by `slope`."""
        return numpy.append(self.table.T @ slope + parameters[:-1] / self.strength, slope.sum())

    def learnt(self, parameters):
        weights, bias = parameters[:-1].copy(), parameters[-1]
        weights[abs(weights) < LEAST_WEIGHT] = 0
        return Learnt(self.vectorizer, weights, bias)


class Learnt:
    def __init__(self, vectorizer, weights, bias):
        self.vectorizer, self.weights, self.bias = vectorizer, weights, bias

    def log_odds(self, traits):
        return self.vectorizer.transform(traits) @ self.weights + self.bias if traits else numpy.zeros(0)

    def scaled(self, share, more, of_traits=()):
        """The same times `share`, and `more`, to the bias and to the weights of traits."""
        weights = self.weights * share
        for trait, added in dict(of_traits).items():
            weights[self.vectorizer.vocabulary_[trait]] += added
        return Learnt(self.vectorizer, weights, self.bias * share + more)

    def tensors(self, name):
        kept = sorted(((trait, weight) for trait, weight in zip(self.vectorizer.feature_names_, self.weights) if weight),
                      key=lambda pair: pair[0].encode())
        return {name + '.traits': [trait for trait, _ in kept],
                name + '.weights': numpy.array([weight for _, weight in kept], '<f4'),
                name + '.bias': numpy.array([self.bias], '<f4')}


def fitted(loss, size):
    return minimize(loss, numpy.zeros(size), jac=True, method='L-BFGS-B', options={'maxiter': 200, 'ftol': 1e-7}).x


def train(traits, rights, strength):
    """A logistic regression (L2)."""
    sums = Sums(traits, strength)
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
