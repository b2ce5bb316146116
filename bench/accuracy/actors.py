#!/usr/bin/env python3
"""Score the codes of actor phrases against NGEC's tests of its actor resolver.

  actors.py GOLD_FOLDER PROGRAM [--context "{} said so."] [--errors]

GOLD_FOLDER holds ngec_actor_tests.jsonl; PROGRAM is build/bench_actors (CMake option DEMARCHE_BENCH).  Each
phrase is read by the whole extractor as a text of its own (or in the sentence of --context), and the answer is what
event data would say of the entity of the phrase's head word: "code" and "role".

Dates    query_date, or the third argument, is the date of publication.  "today", and a row without date, is
         2022-11-01: when the set was made (its rows say that Kwasi Kwarteng is a mere member of parliament and Jai
         Ram Thakur still in office, which was so in that autumn alone).
Context  a country given beside the phrase (second argument, known_country) stands before it: "Mexico's PRI",
         "German defense minister".
country  rows with 'country', 'cc' or '!country' and a phrase.  Right: ours is the gold's; gold '' and ours is none
         or that of no state (NGO…, IGO…, IMG…, MNC).  Gold UNO, EUR and IGO are organisations: ours is IGO and
         contains these letters.  '!country': ours is another.
role     rows with 'code_1' and a phrase; but not the row whose gold is '????'.  Right: our sector is code_1.  Gold
         '', UNK and JNK: ours is none.  Gold MED is medical staff, which is our HLH (our MED is media, NGEC's JRN).
         code_2 is not scored.
linked   rows with 'title' or a 'wiki' that is not empty: ours is linked to a concept whose label is that title, or
         has the same words but for accents, case and what stands in brackets.  (A measure of what the gazetteer
         holds; no bar.)

One gold row has country and code the wrong way round (Feliciano Valencia); it is scored as it stands, as is every
other.  The table has one line per kind of phrase.
"""
import argparse
import json
import os
import re
import subprocess
import unicodedata
from collections import defaultdict

TODAY = '2022-11-01'
MONTHS = {name: number for number, name in enumerate(
    'january february march april may june july august september october november december'.split(), 1)}


def iso(date):
    if not date or date == 'today':
        return TODAY
    if re.fullmatch(r'\d{4}-\d\d-\d\d', date):
        return date
    words = date.lower().replace(',', ' ').split()
    month = next(MONTHS[word] for word in words if word in MONTHS)
    year = next(int(word) for word in words if len(word) == 4 and word.isdigit())
    day = next(int(word) for word in words if len(word) < 3)
    return f'{year}-{month:02}-{day:02}'


def phrase_of(row):
    phrase, context, date = (row['args'] + [None, None])[:3]
    if phrase is None:
        return None
    context = context or row['kwargs'].get('known_country')
    if context:
        phrase = f'{context} {phrase}' if context.endswith('an') else f"{context}'s {phrase}"
    return phrase, iso(date or row['kwargs'].get('query_date'))


def plain(text):
    text = re.sub(r' \(.*\)', '', text)
    text = unicodedata.normalize('NFKD', text).encode('ascii', 'ignore').decode().lower()
    return ' '.join(re.findall(r'[a-z0-9]+', text))


def is_organisation(code):
    return code[:3] in ('IGO', 'NGO', 'IMG', 'MNC')


def country_right(expected, ours):
    if '!country' in expected:
        return ours[:3] != expected['!country']
    gold = expected.get('country', expected.get('cc'))
    if is_organisation(ours):
        return gold == '' or gold in [ours[i:i + 3] for i in range(0, len(ours), 3)]
    return ours[:3] == gold


def role_right(gold, ours):
    if gold in ('', 'UNK', 'JNK'):
        return ours == ''
    return ours == {'MED': 'HLH', 'JRN': 'MED'}.get(gold, gold)


def kind_of(row):
    phrase, expected = row['args'][0], row['expected']
    if row['func'] == 'search_nat':
        return 'nationality in a phrase'
    if phrase[0].islower() or not any(word[0].isupper() for word in phrase.split()[1:] if word):
        if phrase.split()[0].lower() in ('a', 'an', 'the', 'two', '20', 'over', 'several') or phrase.islower():
            return 'noun phrase'
    if expected.get('wiki') or expected.get('title') or len(phrase.split()) == 1:
        return 'name'
    return 'name in a phrase'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('program')
    parser.add_argument('--context', default='{}')
    parser.add_argument('--errors', action='store_true', help='print each wrong row')
    options = parser.parse_args()

    path = os.path.join(options.gold, 'ngec_actor_tests.jsonl')
    with open(path, encoding='utf8') as file:
        rows = [json.loads(line) for line in file]
    phrases = {row['id']: phrase_of(row) for row in rows}
    rows = [row for row in rows if phrases[row['id']]]
    lines = [json.dumps({'id': row['id'], 'text': options.context.format(phrases[row['id']][0]),
                         'published': phrases[row['id']][1]}) for row in rows]
    output = subprocess.run([options.program], input='\n'.join(lines) + '\n', text=True,
                            stdout=subprocess.PIPE, check=True).stdout
    answers = {answer['id']: answer for answer in map(json.loads, output.splitlines())}

    counts = defaultdict(lambda: [0, 0])
    for row in rows:
        expected, ours = row['expected'], answers[row['id']]
        results = {}
        if {'country', 'cc', '!country'} & set(expected):
            results['country'] = country_right(expected, ours.get('code', ''))
        if expected.get('code_1', '????') != '????':
            results['role'] = role_right(expected['code_1'], ours.get('role', ''))
        title = expected.get('title') or expected.get('wiki')
        if title:
            results['linked'] = 'concept' in ours and plain(ours['label']) == plain(title)
        for measure, right in results.items():
            for key in ('all', kind_of(row)):
                counts[key, measure][0] += right
                counts[key, measure][1] += 1
        wrong = [measure for measure, right in results.items() if not right]
        if options.errors and wrong:
            print(row['id'][8:11], '+'.join(wrong), '|', *phrases[row['id']], '|', expected, '|',
                  {key: ours.get(key) for key in ('code', 'role', 'label', 'matched')})

    kinds = ['all'] + sorted({key for key, _ in counts} - {'all'})
    print(f'{"kind of phrase":26}' + ''.join(f'{measure:>18}' for measure in ('country', 'role', 'linked')))
    for kind in kinds:
        cells = []
        for measure in ('country', 'role', 'linked'):
            right, count = counts[kind, measure]
            cells.append(f'{right:4}/{count:<4} {right / count:.3f}' if count else '-')
        print(f'{kind:26}' + ''.join(f'{cell:>18}' for cell in cells))


if __name__ == '__main__':
    main()
