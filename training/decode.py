"""From scores to analyses: trees, name spans and senses."""
import numpy

FORBIDDEN = -1e9


def arborescence(scores):
    """Return the heads of the best tree with one root word.

    `scores` is (N dependents, 1 + N heads). A root arc costs so much that
    the best arborescence has the fewest: one.
    """
    count = len(scores)
    full = numpy.full((count + 1, count + 1), FORBIDDEN)
    full[1:] = scores
    full[1:, 0] -= 1e6
    numpy.fill_diagonal(full, FORBIDDEN)
    greedy = full[1:].argmax(1)
    if find_cycle(numpy.concatenate([[0], greedy])) is None:
        return greedy.tolist()
    return edmonds(full)[1:].tolist()


def find_cycle(heads):
    """Return the nodes of one cycle, or None; node 0 is the root."""
    state = numpy.zeros(len(heads), int)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node):]
        state[path] = 2
    return None


def edmonds(scores):
    """Chu-Liu and Edmonds: the best heads of all nodes; that of 0 is 0."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = numpy.array(cycle)
    outside = numpy.array([i for i in range(len(heads)) if i not in cycle])
    own = scores[inside, heads[inside]]
    enter = scores[numpy.ix_(inside, outside)] - own[:, None]
    leave = scores[numpy.ix_(outside, inside)]
    count = len(outside)
    small = numpy.full((count + 1, count + 1), FORBIDDEN)
    small[:count, :count] = scores[numpy.ix_(outside, outside)]
    small[count, :count] = enter.max(0)
    small[:count, count] = leave.max(1)
    small_heads = edmonds(small)
    result = heads.copy()
    for node in range(1, count):
        head = small_heads[node]
        result[outside[node]] = inside[leave[node].argmax()] \
            if head == count else outside[head]
    from_outside = small_heads[count]
    entered = enter[:, from_outside].argmax()
    result[inside[entered]] = outside[from_outside]
    return result


def best_names(scores, labels):
    """Viterbi: the best labels where I-X follows only B-X or I-X."""
    kinds = [label.partition("-")[2] for label in labels]
    allowed = numpy.array([[not label.startswith("I-") or kind == kinds[j]
                            for kind in kinds]
                           for j, label in enumerate(labels)])
    steps = numpy.where(allowed, 0, FORBIDDEN)
    first = [FORBIDDEN * label.startswith("I-") for label in labels]
    total, back = scores[0] + first, []
    for row in scores[1:]:
        paths = steps + total[None, :]
        back.append(paths.argmax(1))
        total = paths.max(1) + row
    best = [int(total.argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return [labels[i] for i in reversed(best)]


def core_of(label):
    """Return the number of a core role, of R-ARG0 too, else ""."""
    base = label.removeprefix("R-").removeprefix("C-")
    return base[3] if len(base) == 4 and base.startswith("ARG") else ""


def preferences(labels, cores):
    """Return what a roleset with the `cores` adds to the score of each role.

    They are written as docs/model_format.md says; "*" if unknown.
    """
    added = numpy.zeros(len(labels), "f4")
    for i, core in enumerate(map(core_of, labels)):
        if not core or cores == "*":
            continue
        _, found, after = cores.partition(core)
        mark = after[:1]
        if not found:
            added[i] = -numpy.inf
        elif mark > "A" and mark.isalpha() and mark != "a":
            steps = ord(mark) - ord("A") if mark.isupper() \
                else ord("a") - ord(mark)
            added[i] = numpy.float32(steps) / numpy.float32(10)
    return added


LONGEST_PATH, FARTHEST = 2, 6


def way_up(sentence, word):
    """Return the word and those above it; the heads count from 1."""
    way = [word]
    while sentence.heads[way[-1]]:
        way.append(sentence.heads[way[-1]] - 1)
    return way


def path_between(sentence, predicate, word):
    """Return the way through the tree ("^acl", "obl/nmod", "3")."""
    above, way = way_up(sentence, predicate), way_up(sentence, word)
    places = {node: steps for steps, node in enumerate(above)}
    down = next(steps for steps, node in enumerate(way) if node in places)
    up = places[way[down]]
    if up + down > LONGEST_PATH:
        return str(min(up + down, FARTHEST))
    return "/".join(["^" + sentence.relations[node] for node in above[:up]] +
                    [sentence.relations[node] for node in way[:down][::-1]])


def side_of(predicate, word):
    return "<" if word < predicate else ">" if word > predicate else "="


def marker_of(sentence, word):
    """Return the lemma of the preposition or conjunction of a word."""
    for head, relation, lemma in zip(sentence.heads, sentence.relations,
                                     sentence.lemmas):
        if head == word + 1 and relation.partition(":")[0] in ("case", "mark"):
            return lemma.lower()
    return ""


def role_key(sentence, predicate, word, path):
    """Return the key of a roleset's habit, "" if there is more than an arc."""
    if word == predicate or "/" in path or path.isdigit():
        return ""
    if path.partition(":")[0] in ("obl", "nmod"):
        marker = marker_of(sentence, word)
        return path + "+" + marker if marker else path
    return path


def tenths(letters):
    """Return numbers of letters: A is 0, B .1, b -.1."""
    return numpy.array([ord(letter) - ord("A") if letter.isupper() else
                        ord("a") - ord(letter) for letter in letters],
                       "f4") / numpy.float32(10)


def role_evidence(sentence, predicate, roleset, paths, habits, count):
    """Return what the tree adds to the scores of `count` roles of each word.

    `paths` and `habits` are the lines of the model file, by what stands
    before the tab.
    """
    added = numpy.zeros((len(sentence.forms), count), "f4")
    own = dict(word.rsplit("=", 1)
               for word in habits.get(roleset, "").split())
    for word, row in enumerate(added):
        path = path_between(sentence, predicate, word)
        side = side_of(predicate, word)
        letters = paths.get(side + path,
                            paths.get(side + "12"["/" in path]))
        if letters:
            row += tenths(letters)
        habit = own.get(role_key(sentence, predicate, word, path))
        if habit:
            values = numpy.full(count, tenths(habit[:1])[0])
            for role, value in zip(habit[1::2], tenths(habit[2::2])):
                values[ord(role) - ord("A") if role.isupper() else
                       ord(role) - ord("a") + 26] = value
            row += values
    return added


def best_roles(scores, labels, cores="*"):
    """Return the roles of the words (N, K), each core role at most once.

    They are those of `cores`, of the predicate's roleset. A role that several
    words score highest stays with the one that would lose most without it; the
    others take their next best.
    """
    scores = scores + preferences(labels, cores)
    roles = scores.argmax(1)
    role = 1
    while role < len(labels):
        words = numpy.flatnonzero(roles == role)
        if len(labels[role]) != 4 or len(words) < 2:
            role += 1
            continue
        others = scores[words].copy()
        others[:, role] = -numpy.inf
        keeper = words[(scores[words, role] - others.max(1)).argmax()]
        for word in words[words != keeper]:
            scores[word, role] = -numpy.inf
            roles[word] = scores[word].argmax()
        role = 1
    return roles


def best_sense(lemma, scores, numbering):
    """Return the roleset of a predicate, as docs/model_format.md says."""
    lemma = lemma.lower()
    known = numbering.senses(lemma)
    if known:
        best = known[int(numpy.argmax(scores[known]))]
        return numbering.labels["sense"][best]
    return numbering.rolesets.get(lemma, [lemma + ".01"])[0]
