"""Pairs of articles that tell one story: of one day or the next (or more), by two publishers, with many rare names in common, and
not copies of each other.  Used by compared.py."""
import json
import lzma
import math
import re
from collections import Counter, defaultdict
from datetime import date

LEAST_LIKENESS = .35  # cosine of their names, weighted by rarity
MOST_COPIED = .25     # share of the shorter one's runs of five words that the other has too


def day_of(article):
    return date.fromisoformat(article['published'][:10]).toordinal()


def read_articles(path):
    with lzma.open(path, 'rt', encoding='utf8') as lines:
        articles = [json.loads(line) for line in lines]
    return [a for a in articles if len(a.get('published') or '') >= 10 and 120 <= len(a['text'].split()) <= 1500]


def names_in(article):
    """Capitalised words that begin no sentence, of the title and the first 400 words."""
    beginning = article['title'] + '. ' + ' '.join(article['text'].split()[:400])
    return set(re.findall(r'(?<![.!?”"] )\b[A-Z][a-z]{2,}\b', beginning))


def runs_of(article):
    words = re.findall(r'\w+', article['text'].lower())
    return {tuple(words[i:i + 5]) for i in range(len(words) - 4)}


def are_copies(one, other):
    first, second = runs_of(one), runs_of(other)
    return len(first & second) >= MOST_COPIED * max(1, min(len(first), len(second)))


def read_pairs(path, least=LEAST_LIKENESS, days=1):
    """The two articles of each pair, by the pair's id.  Looser pairs have no article of one that is not."""
    pairs = find_pairs(path, least, days)
    if least < LEAST_LIKENESS:
        seen = {article['id'] for likeness, pair in pairs.values() if likeness >= LEAST_LIKENESS for article in pair}
        return {key: pair for key, (_, pair) in pairs.items() if all(article['id'] not in seen for article in pair)}
    return {key: pair for key, (_, pair) in pairs.items()}


def find_pairs(path, least, days):
    articles = read_articles(path)
    names = [names_in(article) for article in articles]
    holders = Counter(name for some in names for name in some)
    weight = {name: math.log(len(articles) / count) ** 2 for name, count in holders.items()}
    length = [math.sqrt(sum(weight[name] for name in some)) or 1 for some in names]
    on_day = defaultdict(list)
    for number, article in enumerate(articles):
        on_day[day_of(article)].append(number)
    pairs = {}
    for day, first_ones in on_day.items():
        for i in first_ones:
            for j in [j for later in range(days + 1) for j in on_day.get(day + later, [])]:
                one, other = articles[i], articles[j]
                if (day_of(other) == day and j <= i) or one['publisher'] == other['publisher']:
                    continue
                likeness = sum(sorted(weight[name] for name in names[i] & names[j])) / length[i] / length[j]
                if likeness >= least and not are_copies(one, other):
                    pairs['+'.join(sorted((one['id'], other['id'])))] = likeness, [one, other]
    return pairs
