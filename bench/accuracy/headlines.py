#!/usr/bin/env python3
"""Score the category of headlines.  Standard library only.

    headlines.py GOLD_FOLDER PROGRAM [--errors N]

GOLD_FOLDER holds ngec_headlines.jsonl: headlines as news coders classify them,
{id, text, events: [{plover_type, mode}]}.  PROGRAM is run on them once as
`extract --input jsonl --format events`.

A user who wants one or two events of a headline takes them in this order:
what the article states in its own voice before what somebody is quoted with
(the least `depth` of its claims), what happened before what is only open or
planned, events with an actor before those without, then as they stand in the
headline.  Of events of one category the first counts.

  first     the gold category is that of the first event
  two       the gold category is among the first two categories
  any       the gold category is among all events
  none      no event with a category was found
  mode      of headlines with a gold mode and the category among the two: the
            share whose event has that mode (spelling as in the gold)
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile


def run(program, gold):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "events.jsonl")
        subprocess.run([program, "extract", "--input", "jsonl", "--format",
                        "events", gold, "-o", path], check=True)
        with open(path, encoding="utf8") as lines:
            return {r["id"]: r["events"] for r in map(json.loads, lines)}


def ranked(events):
    """Events with a category, the most important first, one a category."""
    def key(event):
        depth = min((c["depth"] for c in event["claims"]), default=9)
        happened = event["factuality"] == "certain" and not event["future"]
        actors = bool(event["source"]) + bool(event["target"])
        return (depth, not happened, actors == 0, event["trigger"]["begin"])
    chosen = {}
    for event in sorted((e for e in events if e["type"]), key=key):
        chosen.setdefault(event["type"], event)
    return list(chosen.values())


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("folder")
    arguments.add_argument("program")
    arguments.add_argument("--errors", type=int, default=0)
    options = arguments.parse_args()
    gold = os.path.join(options.folder, "ngec_headlines.jsonl")
    predicted = run(options.program, gold)
    table = collections.defaultdict(collections.Counter)
    modes = collections.Counter()
    with open(gold, encoding="utf8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    for record in records:
        events = ranked(predicted.get(record["id"], []))
        types = [event["type"] for event in events]
        wanted = record["events"][0]
        category = wanted["plover_type"]
        for row in (category, "all"):
            table[row]["headlines"] += 1
            table[row]["first"] += category in types[:1]
            table[row]["two"] += category in types[:2]
            table[row]["any"] += category in types
            table[row]["none"] += not types
        if category in types[:2] and wanted.get("mode"):
            modes["gold"] += 1
            modes["right"] += (events[types.index(category)]["mode"] ==
                               wanted["mode"])
        elif category not in types[:2] and options.errors > 0:
            options.errors -= 1
            print(category, types, record["text"], file=sys.stderr)
    print("%-10s %9s %6s %6s %6s %6s" % ("category", "headlines", "first",
                                         "two", "any", "none"))
    for row in sorted(table, key=lambda name: (name == "all", name)):
        count = table[row]["headlines"]
        print("%-10s %9d" % (row, count), *("%6.3f" % (table[row][c] / count)
              for c in ("first", "two", "any", "none")))
    print("mode       %d of %d" % (modes["right"], modes["gold"]))


if __name__ == "__main__":
    main()
