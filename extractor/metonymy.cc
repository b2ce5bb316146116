// Tells the capital from the government that sits there.
//
//   Moscow  said  the  talks in Moscow  would not please Kyiv
//   └ speaks: government          └ "in": place          └ object: open
//
// A name in a coordination is read as its first member is.  An open name is
// left to the caller, who knows how the rest of the article uses it.

#include "extractor/metonymy.h"

#include <algorithm>
#include <array>
#include <string>

#include "extractor/meanings.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

/// A word, and the one that it depends on in one of these slots.
struct Position {
  WordIndex word = no_word;  ///< The name, or the first of its conjuncts.
  WordIndex governor = no_word;
  std::string preposition;  ///< Lemma, in lower case; "" without one.
  std::vector<std::string> slots;
};

std::string preposition_of(const Tree& tree, WordIndex word) {
  for (const WordIndex child : tree.children(word)) {
    const Word& marker = tree[child];
    if (marker.relation == "case" && marker.upos != Upos::part &&
        marker.xpos != "POS")
      return marker.lemma;
  }
  return "";
}

bool is_possessive(const Tree& tree, WordIndex word) {
  return is_relation(tree[word].relation, "nmod:poss");
}

/// As the lexicon calls the place of a word in grammar; "" for others.
std::string grammatical_slot(const Tree& tree, WordIndex word) {
  const std::string& relation = tree[word].relation;
  if (is_possessive(tree, word)) return "possessive";
  if (relation == "nsubj" || relation == "csubj") return "subject";
  if (relation == "obj" || relation == "iobj" || relation == "nsubj:pass")
    return "object";
  if (is_relation(relation, "amod") || is_relation(relation, "compound"))
    return "modifier";
  return "";
}

Position position_of(const Tree& tree, WordIndex word) {
  Position position;
  position.word = first_conjunct(tree, word);
  position.governor = tree[position.word].head;
  position.preposition = preposition_of(tree, position.word);
  if (position.governor == no_word) return position;
  if (const Frame* frame = find_frame(tree.sentence(), position.governor))
    for (const Argument& argument : frame->arguments)
      if (argument.head == position.word)
        position.slots.push_back(argument.role);
  const std::string slot = position.preposition.empty()
                               ? grammatical_slot(tree, position.word)
                               : position.preposition;
  if (!slot.empty()) position.slots.push_back(slot);
  return position;
}

/// Whether what is done to the filler of a role is done to a place: cities
/// are shelled and taken, governments accused and sanctioned.
bool is_done_to_places(const LexicalEntry& entry, const Property& role,
                       const Ontology& ontology) {
  if (role.side != Property::Side::target) return false;
  if (entry.evokes == ClassId::none) return false;
  const std::string_view plover = ontology[entry.evokes].plover;
  return plover == "ASSAULT" || plover == "COERCE" || plover == "MOBILIZE" ||
         plover == "RETREAT";
}

Usage read_role(const LexicalEntry& entry, const Property& role,
                const Ontology& ontology) {
  if (role.range == ClassId::none) return Usage::open;
  if (is_done_to_places(entry, role, ontology)) return Usage::place;
  if (ontology.is_a(role.range, ontology.find_class("Actor")))
    return Usage::government;
  if (ontology.is_a(role.range, ontology.find_class("Place")))
    return Usage::place;
  // Whoever is praised, blamed or asked is one who can answer.
  if (role.side == Property::Side::target && entry.evokes != ClassId::none &&
      !ontology[entry.evokes].plover.empty() &&
      role.range == ontology.find_class("Entity"))
    return Usage::government;
  return Usage::open;
}

Usage read_entries(std::span<const LexicalEntry* const> entries,
                   const Position& position, const Ontology& ontology) {
  for (const LexicalEntry* entry : entries)
    for (const auto& [slot, role] : entry->slots) {
      if (role == PropertyId::none) continue;
      if (std::find(position.slots.begin(), position.slots.end(), slot) ==
          position.slots.end())
        continue;
      const Usage reading = read_role(*entry, ontology[role], ontology);
      if (reading != Usage::open) return reading;
    }
  return Usage::open;
}

/// "street protest" at the word "street"
bool is_other_phrase(const Tree& tree, const LexicalEntry& entry,
                     WordIndex word) {
  return entry.lemmas.size() > 1 && match_entry(tree, entry, word).end == 0;
}

/// What the lexicon says of the governor's roles, and of what it denotes:
/// an envoy or an army is a government's, a suburb a city's.
Usage read_lexicon(const Tree& tree, const Position& position,
                   const Ontology& ontology) {
  const Frame* frame = find_frame(tree.sentence(), position.governor);
  Usage reading = Usage::open;
  if (frame != nullptr)
    reading = read_entries(ontology.entries_of_roleset(frame->roleset),
                           position, ontology);
  if (reading != Usage::open) return reading;
  const auto entries = ontology.entries_of_lemma(tree[position.governor].lemma);
  for (const LexicalEntry* const& entry : entries) {
    if (is_other_phrase(tree, *entry, position.governor)) continue;
    const Usage said = read_entries({&entry, 1}, position, ontology);
    if (said != Usage::open) return said;
  }
  return Usage::open;
}

/// "Moscow's ambassador", "Moscow's suburbs"; "Kyiv officials".
Usage read_owner(const Tree& tree, const Position& position,
                 const Ontology& ontology) {
  const ClassId place = ontology.find_class("Place");
  for (const LexicalEntry* entry :
       ontology.entries_of_lemma(tree[position.governor].lemma)) {
    if (is_other_phrase(tree, *entry, position.governor)) continue;
    // "Bol's mayor", "Bol's residents"
    if (entry->office_of != ClassId::none &&
        ontology.is_a(ontology.find_class("City"), entry->office_of))
      return Usage::place;
    if (entry->acts_for_state) return Usage::government;
    if (ontology.is_a(entry->denotes, place)) return Usage::place;
  }
  return Usage::open;
}

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Usage read_preposition(const Position& position, bool is_building) {
  constexpr std::array<std::string_view, 15> locative = {
      "in",     "near",    "around", "outside", "inside",
      "into",   "through", "across", "via",     "throughout",
      "beyond", "within",  "above",  "over",    "along"};
  constexpr std::array<std::string_view, 11> social = {
      "with",   "between", "among",   "by",     "against",  "for",
      "versus", "unlike",  "without", "accord", "according"};
  if (contains(locative, position.preposition)) return Usage::place;
  if (contains(social, position.preposition)) return Usage::government;
  if (position.preposition == "at")
    return is_building ? Usage::place : Usage::government;
  return Usage::open;
}

/// Whether PropBank makes the name the one who acts.
bool is_agent(const Position& position) {
  return std::find(position.slots.begin(), position.slots.end(), "ARG0") !=
         position.slots.end();
}

bool is_copular(const Tree& tree, WordIndex predicate) {
  return tree.child(predicate, {"cop"}).has_value();
}

/// "Moscow is ready", "Yerevan remains an ally", "Baku is a city".
Usage read_subject(const Tree& tree, const Position& position,
                   const Ontology& ontology) {
  if (is_copular(tree, position.governor)) {
    const Usage owner = read_owner(tree, position, ontology);
    return owner == Usage::place ? Usage::place : Usage::government;
  }
  return tree[position.governor].upos == Upos::verb ? Usage::government
                                                    : Usage::open;
}

/// "Bol, the capital of Chad, hosted the talks": a place, whatever it does.
bool is_called_place(const Tree& tree, WordIndex word,
                     const Ontology& ontology) {
  for (const WordIndex child : tree.children(word)) {
    if (!is_relation(tree[child].relation, "appos")) continue;
    for (const LexicalEntry* entry :
         ontology.entries_of_lemma(tree[child].lemma))
      if (entry->lemmas.size() == 1 && entry->denotes != ClassId::none &&
          ontology.is_a(entry->denotes, ontology.find_class("City")))
        return true;
  }
  return false;
}

Usage read_grammar(const Tree& tree, const Position& position, bool is_building,
                   const Ontology& ontology) {
  const std::string& relation = tree[position.word].relation;
  if (is_possessive(tree, position.word)) {
    const Usage owner = read_owner(tree, position, ontology);
    return owner == Usage::place ? Usage::place : Usage::government;
  }
  if (!position.preposition.empty())
    return read_preposition(position, is_building);
  if (is_agent(position) || relation == "iobj") return Usage::government;
  if (relation == "nsubj") return read_subject(tree, position, ontology);
  if (is_relation(relation, "amod") || is_relation(relation, "compound"))
    return read_owner(tree, position, ontology);
  if (is_relation(relation, "appos") || is_relation(relation, "obl") ||
      is_relation(relation, "root"))
    return Usage::place;
  return Usage::open;
}

}  // namespace

Usage read_metonym(const Tree& tree, WordIndex word, bool is_building,
                   const Ontology& ontology) {
  if (is_called_place(tree, word, ontology)) return Usage::place;
  const Position position = position_of(tree, word);
  if (position.governor == no_word) return Usage::open;
  const Usage by_preposition = read_preposition(position, is_building);
  if (by_preposition == Usage::place && !is_agent(position))
    return Usage::place;
  const Usage known = read_lexicon(tree, position, ontology);
  if (known != Usage::open) return known;
  return read_grammar(tree, position, is_building, ontology);
}

}  // namespace demarche
