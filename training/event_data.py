"""Events that readers judged, by their sentences.

    event_data.py SENTENCES TRAITS VERDICTS SIDES OUTPUT

SENTENCES  what demarche explain --format conllu wrote for the judged articles
TRAITS     what build/bench_traits wrote for them
VERDICTS, SIDES  as in confidence.py
OUTPUT     lines of JSON for train.py: `forms`, and `events` with `word` (its
           place), `article`, `types` (by CATEGORIES: 1, 0, or null if nobody
           knows), `candidates` (their words), `on` (for each candidate whether
           he acts and whether he suffers it: 1, 0 or null), `listed` (for each
           side whether all who stand there are among the candidates)
"""
import argparse
import json

from judged_events import read_judged

CATEGORIES = """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST
ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT""".split()


def read_sentences(path):
    """Return the forms of all sentences, and {(article, where a word begins):
    (sentence, word)}."""
    sentences, places, forms, article = [], {}, [], None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                article = line.removeprefix("# newdoc id = ").rstrip("\n")
            fields = line.rstrip("\n").split("\t")
            if fields[0].isdigit():
                begin = dict(field.split("=", 1) for field in
                             fields[9].split("|") if "=" in field
                             ).get("TokenRange", "").partition(":")[0]
                places[article, begin] = len(sentences), len(forms)
                forms.append(fields[1])
            elif line == "\n" and forms:
                sentences.append(forms)
                forms = []
    return sentences, places


def types_of(event):
    """Return for each category whether the event is of it."""
    is_known = event.right or event.whole
    types = [0 if is_known else None] * len(CATEGORIES)
    told = event.category if event.right else event.other
    if told:
        types[CATEGORIES.index(told)] = 1
    elif event.right is False:
        types[CATEGORIES.index(event.category)] = 0
    return types


def placed(event, places):
    """Return (sentence, the event by the words of its sentence), or nothing."""
    at = places.get((event.article, str(event.begin)))
    if not at:
        return None
    candidates, on = [], []
    for one in event.candidates:
        sentence, word = places.get((event.article, str(one["head"])),
                                    (None, None))
        if sentence == at[0]:
            candidates.append(word)
            on.append([None if side is None else int(side)
                       for side in one["on"]])
    listed = [event.whole and not lacks for lacks in event.lacks]
    return at[0], {"word": at[1], "article": event.article,
                   "types": types_of(event), "candidates": candidates,
                   "on": on, "listed": listed}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("sentences", "traits", "verdicts", "sides", "output"):
        parser.add_argument(name)
    options = parser.parse_args()
    sentences, places = read_sentences(options.sentences)
    found = {}
    for event in read_judged(options.traits, options.verdicts, options.sides):
        at = placed(event, places)
        if at:
            found.setdefault(at[0], []).append(at[1])
    with open(options.output, "w", encoding="utf-8") as output:
        for number, events in sorted(found.items()):
            print(json.dumps({"forms": sentences[number], "events": events}),
                  file=output)
    print(len(found), "sentences", sum(map(len, found.values())), "events")


if __name__ == "__main__":
    main()
