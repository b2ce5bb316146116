"""Writes ontology/lexicon/verbnet.ttl: verbs that have no entry of their own, typed by their VerbNet class.

  verbnet_lexicon.py FRAMES LEXICON > ontology/lexicon/verbnet.ttl

FRAMES is the folder of PropBank's frames (https://github.com/propbank/propbank-frames, CC BY-SA 4.0), whose rolesets
name their VerbNet 3.4 classes, and whose roles name their thematic roles there; LEXICON the folder of our lexicon.
A roleset of a class below is written if it is a verb's, no entry has it or its lemma, and it is not left out here:
a class is taken only if its other members are of one kind of event, and its members one by one, where they have no
everyday sense in the same roleset.
"""
import glob
import os
import re
import sys
import textwrap
from xml.etree import ElementTree

# VerbNet class: kind of event, thematic role -> role, conditions, further slots, rolesets taken.
CLASSES = {
    'judgment-33.1': ('Criticism', {'agent': 'critic', 'theme': 'criticized', 'attribute': 'content'}, '',
                      'prep:for dm:content',
                      'badmouth.01 defame.01 denigrate.01 deprecate.01 lampoon.01 malign.01 reprove.01'
                      ' slander.01'),
    'battle-36.4': ('Opposition', {'agent': 'opposer', 'co_agent': 'opposed', 'theme': 'content'}, '',
                    'prep:with dm:opposed ; prep:over dm:content',
                    'bicker.01 feud.01 quarrel.01 squabble.01 wrangle.01'),
    'complain-37.8': ('Complaint', {'agent': 'complainer', 'topic': 'content', 'recipient': 'complainedTo'}, '',
                      'prep:about dm:content ; prep:to dm:complainedTo',
                      'gripe.01 grouse.01 grumble.01 kvetch.01'),
    'settle-36.1.2': ('Negotiation', {'agent': 'participant', 'co_agent': 'participant', 'topic': 'topic'}, '',
                      'prep:with dm:participant ; prep:over dm:topic', 'haggle.01'),
    'correspond-36.1': ('Negotiation', {'agent': 'participant', 'topic': 'topic', 'co-agent': 'participant'}, '',
                        'prep:with dm:participant', 'renegotiate.01'),
    'destroy-44': ('Destruction', {'agent': 'attacker', 'patient': 'attacked', 'instrument': 'instrument'},
                   'dm:whenArg0 dm:ArmedActor', '',
                   'blitz.01 decimate.01 devastate.01 mutilate.01 ravage.01 wreck.01'),
    'poison-42.2': ('PhysicalAssault', {'agent': 'attacker', 'patient': 'attacked', 'instrument': 'instrument'}, '',
                    '', 'garrotte.01 knife.01 stone.02'),
    'subjugate-42.3': ('Crackdown', {'agent': 'attacker', 'patient': 'attacked'}, 'dm:whenArg0 dm:ArmedActor', '',
                       'subdue.01'),
    'steal-10.5': ('Seizure', {'agent': 'seizer', 'theme': 'seized', 'source': 'owner'}, '', 'prep:from dm:owner',
                   ' plunder.01'),
    'deprive-10.6.2': ('Seizure', {'agent': 'seizer', 'theme': 'seized', 'source': 'owner'}, '', '',
                       'dispossess.01'),
    'void-106': ('Cancellation', {'agent': 'canceler', 'patient': 'canceled'}, '', '',
                 'annul.01 invalidate.01 nullify.01 void.01'),
    'remove-10.1': ('Expulsion', {'agent': 'expeller', 'theme': 'expelled', 'initial_location': 'origin'}, '',
                    'prep:from dm:origin', 'excommunicate.01'),
    'attack-60.1': ('Attack', {'agent': 'attacker', 'patient': 'attacked'}, '', '', 'set_upon.10'),
}

HEAD = '''# Verbs without an entry of their own, typed by their VerbNet class.  Written by
# training/verbnet_lexicon.py; which classes and verbs are safe is said there.
#
# Rolesets and their VerbNet classes and thematic roles: PropBank frames
# (https://github.com/propbank/propbank-frames, CC BY-SA 4.0) and VerbNet 3.4
# (University of Colorado), as facts.

@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix lex: <https://w3id.org/demarche/lexicon/> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix prep: <https://w3id.org/demarche/preposition#> .
'''


def class_of(name):
    """judgment-33.1 of judgment-33.1-1-1: subclasses count as their class."""
    return re.match(r'[a-z_]+-[0-9.]+', name)[0]


def known_words(folder):
    rolesets, lemmas = set(), set()
    for path in sorted(glob.glob(os.path.join(folder, '*.ttl'))):
        if path.endswith('verbnet.ttl'):
            continue
        with open(path, encoding='utf8') as file:
            for entry in re.split(r'\n(?=lex:)', file.read()):
                roleset = re.search(r'dm:roleset\s+"([^"]+)"', entry)
                lemma = re.search(r'dm:lemma\s+"([^"]+)"', entry)
                is_verb = re.search(r'dm:partOfSpeech\s+"VERB"', entry)
                if roleset:
                    rolesets.add(roleset[1])
                elif lemma and is_verb:
                    lemmas.add(lemma[1])
    return rolesets, lemmas


def rolesets_of(path):
    try:
        return list(ElementTree.parse(path).getroot().iter('roleset'))
    except ElementTree.ParseError:  # A few files of the release are not well-formed.
        return []


def slots_of(roleset, vn_class, roles):
    for role in roleset.iter('role'):
        for link in role.iter('rolelink'):
            if (link.get('resource') == 'VerbNet' and link.get('version') == 'verbnet3.4'
                    and class_of(link.get('class')) == vn_class and link.text in roles):
                yield f'dm:arg{role.get("n")} dm:{roles[link.text]}'
                break


def entry(roleset, vn_class):
    kind, roles, condition, further, _ = CLASSES[vn_class]
    name = roleset.get('id')
    lemma = name.split('.')[0].replace('_', ' ')
    parts = [f'lex:{name.replace("_", "-")} a ontolex:LexicalEntry', f'dm:lemma "{lemma}"', 'dm:partOfSpeech "VERB"',
             f'dm:roleset "{name}"', f'dm:evokes dm:{kind}', *slots_of(roleset, vn_class, roles)]
    parts += [part for part in (condition, further) if part]
    return '\n'.join(textwrap.wrap(' ; '.join(parts) + ' .', 76, subsequent_indent='    '))


def main():
    frames, lexicon = sys.argv[1:]
    rolesets, lemmas = known_words(lexicon)
    taken = {name: vn_class for vn_class, row in CLASSES.items() for name in row[4].split()}
    entries = {}
    for path in sorted(glob.glob(os.path.join(frames, '*.xml'))):
        for roleset in rolesets_of(path):
            name = roleset.get('id')
            if name in taken and name not in rolesets and name.split('.')[0].replace('_', ' ') not in lemmas:
                entries.setdefault(taken[name], []).append(entry(roleset, taken[name]))
    print(HEAD)
    for vn_class in CLASSES:
        if vn_class in entries:
            print(f'# {vn_class}', *entries[vn_class], sep='\n')


if __name__ == '__main__':
    main()
