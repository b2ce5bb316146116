#include "extractor/phrase_sector.h"

#include <algorithm>
#include <array>
#include <span>

#include "extractor/gazetteer_names.h"
#include "extractor/link_entities.h"

namespace demarche {
namespace {

bool contains(std::span<const std::string_view> sectors,
              std::string_view sector) {
  return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

/// Sectors of those in office, who are the elite after it.
bool is_of_office(std::string_view sector) {
  constexpr std::array<std::string_view, 7> offices = {
      "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY"};
  return contains(offices, sector);
}

/// Nouns that count or collect what an "of" after them names.
bool is_collective(std::string_view lemma) {
  constexpr std::array<std::string_view, 24> nouns = {
      "group",     "team",  "crowd",   "number",  "dozen",    "dozens",
      "couple",    "pair",  "handful", "hundred", "hundreds", "thousand",
      "thousands", "score", "scores",  "band",    "series",   "majority",
      "member",    "lot",   "rest",    "half",    "percent",  "gang"};
  return contains(nouns, lemma);
}

/// "soldiers" for the group in "a group of Chadian soldiers".
WordIndex collected_noun(const Tree& tree, WordIndex head) {
  if (!is_collective(to_lower(tree[head].lemma))) return head;
  for (const WordIndex child : tree.children(head)) {
    if (child < head || !is_relation(tree[child].relation, "nmod")) continue;
    const auto preposition = tree.child(child, {"case"});
    if (preposition && tree[*preposition].lemma == "of") return child;
  }
  return head;
}

/// The one country of the states and places with this label, or none.
ConceptId only_country(std::string_view label, const Ontology& ontology) {
  ConceptId only = ConceptId::none;
  for (const LabelMatch& match : find_written_label(label, ontology)) {
    const Concept& known = ontology[match.concept_id];
    const bool is_state =
        ontology.is_a(known.type, ontology.find_class("State"));
    const bool is_place =
        ontology.is_a(known.type, ontology.find_class("Place"));
    const ConceptId country = is_state   ? match.concept_id
                              : is_place ? known.country
                                         : ConceptId::none;
    if (match.kind == LabelKind::metonym) continue;
    if (country == ConceptId::none ||
        (only != ConceptId::none && only != country))
      return ConceptId::none;
    only = country;
  }
  return only;
}

/// The noun that tells the kind of a named body: its last word or its head.
Denotation denotation_in_name(const Tree& tree, const Mention& name,
                              const Ontology& ontology) {
  const ClassId body = ontology.find_class("Organization");
  for (const WordIndex noun : {name.end - 1, name.head}) {
    const auto found = find_denotation(tree, noun, ontology);
    if (found && ontology.is_a(found.entry->denotes, body) &&
        found.entry->sector != "IGO")
      return found;
  }
  return {};
}

}  // namespace

bool has_former(const Tree& tree, WordIndex head, const Ontology& ontology) {
  const PropertyId former = ontology.find_property("formerlyHeldOffice");
  if (tree[head].form.starts_with("ex-") || tree[head].form.starts_with("Ex-"))
    return true;
  for (const WordIndex child : tree.children(head)) {
    if (!is_relation(tree[child].relation, "amod") &&
        !is_relation(tree[child].relation, "compound"))
      continue;
    for (const LexicalEntry* entry :
         ontology.entries_of_lemma(to_lower(tree[child].lemma)))
      if (former != PropertyId::none && entry->relation == former) return true;
  }
  return false;
}

std::string_view PhraseNoun::sector() const {
  if (!denotation) return {};
  const std::string_view sector = denotation.entry->sector;
  return is_former && is_of_office(sector) ? "ELI" : sector;
}

bool PhraseNoun::acts_for_state() const {
  return denotation && denotation.entry->acts_for_state && !is_former;
}

bool PhraseNoun::may_be_abroad() const {
  constexpr std::array<std::string_view, 3> sent = {"MIL", "SPY", "IGO"};
  if (!denotation || denotation.entry->sector == "COP") return false;
  return contains(sent, denotation.entry->sector) ||
         denotation.entry->acts_for_state;
}

PhraseNoun find_phrase_noun(const Tree& tree, const Mention& mention,
                            const Ontology& ontology) {
  PhraseNoun noun;
  noun.head = mention.head;
  if (mention.kind == MentionKind::pronoun) return noun;
  if (mention.kind == MentionKind::name) {
    if (ontology.is_a(mention.type, ontology.find_class("Organization")))
      noun.denotation = denotation_in_name(tree, mention, ontology);
    return noun;
  }
  noun.head = collected_noun(tree, mention.head);
  noun.denotation = find_denotation(tree, noun.head, ontology);
  if (!noun.denotation && noun.head != mention.head) {
    noun.head = mention.head;
    noun.denotation = find_denotation(tree, noun.head, ontology);
  }
  noun.is_former = has_former(tree, noun.head, ontology);
  return noun;
}

std::vector<WordIndex> find_places(const Tree& tree, WordIndex noun) {
  constexpr std::array<std::string_view, 9> prepositions = {
      "in",   "across", "throughout", "near", "outside",
      "from", "inside", "around",     "at"};
  std::vector<WordIndex> places;
  for (const WordIndex child : tree.children(noun)) {
    const Word& word = tree[child];
    const auto preposition = tree.child(child, {"case"});
    if (is_relation(word.relation, "nmod") && preposition &&
        contains(prepositions, tree[*preposition].lemma))
      places.push_back(child);
    if (word.form == "based" || word.form == "born")
      for (const WordIndex place : tree.children(child))
        if (place < child) places.push_back(place);
  }
  return places;
}

ConceptId country_in_name(const Sentence& sentence, const Mention& name,
                          const Ontology& ontology) {
  for (WordIndex length = 3; length > 0; --length)
    for (WordIndex first = name.first; first + length <= name.end; ++first) {
      const auto country =
          only_country(text_of(sentence, first, first + length), ontology);
      if (country != ConceptId::none) return country;
    }
  return ConceptId::none;
}

bool takes_sector_of_owner(std::string_view own, std::string_view owner) {
  constexpr std::array<std::string_view, 4> general = {"", "GOV", "NGO", "IGO"};
  constexpr std::array<std::string_view, 5> armed = {"REB", "CRM", "PRM", "UAF",
                                                     "SEP"};
  if (owner.empty()) return false;
  if (own == "MIL" && (owner == "COP" || owner == "SPY")) return true;
  return contains(general, own) ||
         (contains(armed, owner) && (own == "MIL" || own == "UAF"));
}

}  // namespace demarche
