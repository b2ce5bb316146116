// Chooses among the concepts that bear one label.
//
//   Georgia's prime minister met Georgian officials in Tbilisi
//   └ two concepts            └ one          └ one: so the state, not the
//                                              US state

#include "extractor/link_candidates.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "extractor/gazetteer_names.h"
#include "extractor/grammar_words.h"
#include "extractor/link_entities.h"
#include "extractor/noun_phrase.h"
#include "extractor/sentence_names.h"

namespace demarche {
namespace {

double capped(const std::map<ConceptId, int>& counts, ConceptId id, int most) {
  const auto found = counts.find(id);
  return found == counts.end() ? 0 : std::min(found->second, most);
}

std::size_t position(ConceptId id) { return static_cast<std::size_t>(id); }

}  // namespace

LinkClasses::LinkClasses(const Ontology& ontology)
    : person(ontology.find_class("Person")),
      state(ontology.find_class("State")),
      place(ontology.find_class("Place")),
      region(ontology.find_class("Region")),
      city(ontology.find_class("City")),
      facility(ontology.find_class("Facility")),
      organization(ontology.find_class("Organization")),
      international(ontology.find_class("InternationalOrganization")),
      bloc(ontology.find_class("Bloc")),
      alliance(ontology.find_class("Alliance")),
      outlet(ontology.find_class("NewsOutlet")),
      company(ontology.find_class("Company")),
      population(ontology.find_class("PopulationGroup")),
      party(ontology.find_class("PoliticalParty")),
      government(ontology.find_class("GovernmentBody")) {}

LinkCandidates::LinkCandidates(const std::vector<Tree>& trees,
                               const std::vector<Mention>& mentions,
                               const Ontology& ontology, std::string_view date)
    : trees_(trees),
      mentions_(mentions),
      ontology_(ontology),
      classes_(ontology),
      date_(date) {
  count_concepts();
  note_full_names();
  candidates_.reserve(mentions.size());
  for (const Mention& mention : mentions)
    candidates_.push_back(candidates_of(mention));
  note_evidence();
}

/// How many concepts each country has: the more, the more it is in the news.
void LinkCandidates::count_concepts() {
  weight_.assign(ontology_.concepts().size(), 0);
  for (const Concept& known : ontology_.concepts())
    if (known.country != ConceptId::none) ++weight_[position(known.country)];
}

/// The mention's words without determiner; if the gazetteer has no such label,
/// from the first capital on ("post-Soviet Security Council").
std::string LinkCandidates::text_of_mention(const Mention& mention) const {
  const Sentence& sentence = trees_[mention.sentence].sentence();
  WordIndex first = mention.first;
  while (first + 1 < mention.end && sentence.words[first].upos == Upos::det)
    ++first;
  std::string text = text_of(sentence, first, mention.end);
  if (mention.kind != MentionKind::name ||
      !find_written_label(text, ontology_).empty())
    return text;
  // "ex-Bol"
  for (const std::string_view prefix : {"ex-", "Ex-", "then-", "Then-"})
    if (text.starts_with(prefix)) return text.substr(prefix.size());
  WordIndex capital = first;
  while (capital < mention.end &&
         !is_all_capitals(sentence.words[capital].form.substr(0, 1)))
    ++capital;
  return capital == first || capital == mention.end
             ? text
             : text_of(sentence, capital, mention.end);
}

/// After "Michael Jordan", the name "Jordan" is his, and so is "Michael".
void LinkCandidates::note_full_names() {
  for (const Mention& mention : mentions_) {
    if (mention.kind != MentionKind::name ||
        !ontology_.is_a(mention.type, classes_.person))
      continue;
    const std::string text = text_of_mention(mention);
    const std::size_t space = text.rfind(' ');
    if (space == std::string::npos) {
      if (mention.first > 0)
        titles_[text].insert(
            to_lower(trees_[mention.sentence][mention.first - 1].form));
      continue;
    }
    full_names_[text.substr(space + 1)].insert(text);
    full_names_[text.substr(0, text.find(' '))].insert(text);
  }
}

/// Whether the article's full names leave a surname to `id`.
bool LinkCandidates::is_free_surname(const std::string& text,
                                     ConceptId id) const {
  const auto found = full_names_.find(text);
  if (found == full_names_.end()) return true;
  const auto any_is = [&](const std::string& name, auto fits) {
    const auto matches = find_written_label(name, ontology_);
    return std::any_of(matches.begin(), matches.end(), fits);
  };
  const auto& names = found->second;
  for (const std::string& name : names)
    if (any_is(name, [&](auto& match) { return match.concept_id == id; }))
      return true;
  // Beside his wife's full name, the surname is still the president's.
  const Tenure* held = date_.empty() ? tenure_by_title(text, id)
                                     : tenure_on(date_, id, ontology_);
  const auto is_compatriot = [&](const LabelMatch& match) {
    return ontology_[match.concept_id].country == ontology_[id].country;
  };
  return held != nullptr && is(held->of, classes_.state) &&
         std::all_of(names.begin(), names.end(), [&](const auto& name) {
           return any_is(name, is_compatriot);
         });
}

/// The office of `id` that the article gives the surname as a title somewhere:
/// "President Sy".
const Tenure* LinkCandidates::tenure_by_title(const std::string& text,
                                              ConceptId id) const {
  const auto titles = titles_.find(text);
  if (titles == titles_.end()) return nullptr;
  const auto tenures = ontology_.tenures_of(id);
  const auto found =
      std::find_if(tenures.begin(), tenures.end(), [&](const Tenure& tenure) {
        return titles->second.contains(tenure.office);
      });
  return found == tenures.end() ? nullptr : &*found;
}

Candidates LinkCandidates::candidates_of(const Mention& mention) const {
  Candidates candidates;
  if (mention.kind == MentionKind::pronoun || mention.background)
    return candidates;
  candidates.text = text_of_mention(mention);
  for (const LabelMatch& match :
       find_written_label(candidates.text, ontology_)) {
    if (match.kind == LabelKind::metonym)
      candidates.metonyms.push_back(match);
    else if (allows(mention, candidates.text, match))
      candidates.names.push_back(match);
  }
  return candidates;
}

/// Whether the type of the mention admits the concept.
bool LinkCandidates::allows(const Mention& mention, const std::string& text,
                            const LabelMatch& match) const {
  const bool is_long = text.find(' ') != std::string::npos;
  const bool read_as_person = ontology_.is_a(mention.type, classes_.person);
  if (is(match.concept_id, classes_.person)) {
    if (is_long) return true;
    return (read_as_person || is_only_of_persons(text)) &&
           is_free_surname(text, match.concept_id);
  }
  if (is(match.concept_id,
         is_long ? classes_.government : classes_.organization) &&
      is_of_a_region(mention))
    return false;
  if (is(match.concept_id, classes_.government) && is_after_region(mention))
    return false;
  if (match.kind == LabelKind::adjective &&
      (mention.plural || mention.type == classes_.population))
    return false;
  // "a Democrat" is not the party.
  if (mention.kind == MentionKind::nominal &&
      is(match.concept_id, classes_.party))
    return false;
  return !read_as_person || is_long || is_misread(mention, text, match);
}

/// "the state House and Senate" are not those of the union.
bool LinkCandidates::is_of_a_region(const Mention& mention) const {
  constexpr std::array<std::string_view, 4> regional = {"state", "provincial",
                                                        "county", "municipal"};
  const Tree& tree = trees_[mention.sentence];
  const auto has_region = [&](WordIndex word) {
    return std::ranges::any_of(tree.children(word), [&](WordIndex child) {
      return child < word && is_one_of(tree[child].form, regional);
    });
  };
  return has_region(mention.head) ||
         has_region(first_conjunct(tree, mention.head));
}

/// "Ohio Supreme Court": a region's name stands right before the mention.
bool LinkCandidates::is_after_region(const Mention& mention) const {
  constexpr WordIndex longest = 2;
  const Sentence& sentence = trees_[mention.sentence].sentence();
  for (WordIndex size = 1; size <= longest && size <= mention.first; ++size)
    for (const LabelMatch& match : find_written_label(
             ::demarche::text_of(sentence, mention.first - size, mention.first),
             ontology_))
      if (match.kind == LabelKind::name &&
          is(match.concept_id, classes_.region))
        return true;
  return false;
}

/// Whether a label names persons alone, so that what was read as a place or a
/// body ("the Trump administration") is one nevertheless.
bool LinkCandidates::is_only_of_persons(const std::string& text) const {
  for (const LabelMatch& match : find_written_label(text, ontology_))
    if (!is(match.concept_id, classes_.person)) return false;
  return true;
}

/// Whether a name of one word was read as a person's though it is not: it
/// stands in no person's full name and after no title, and it is that of a
/// state, a capital or a body, which are less often surnames than other
/// cities are; or "in" goes before it.
bool LinkCandidates::is_misread(const Mention& mention, const std::string& text,
                                const LabelMatch& match) const {
  if (full_names_.count(text) != 0 || has_title(mention)) return false;
  if (is_located(mention)) return true;
  if (match.kind == LabelKind::adjective) return false;
  if (!is(match.concept_id, classes_.place) ||
      is(match.concept_id, classes_.state))
    return true;
  for (const LabelMatch& other : find_written_label(text, ontology_))
    if (other.kind == LabelKind::metonym) return true;
  return false;
}

/// "President Jordan", "Ms. Chad".
bool LinkCandidates::has_title(const Mention& mention) const {
  if (mention.first == 0) return false;
  const Sentence& sentence = trees_[mention.sentence].sentence();
  const Word& before = sentence.words[mention.first - 1];
  if (before.form.ends_with('.') && before.upos == Upos::propn) return true;
  for (const LexicalEntry* entry : ontology_.entries_of_lemma(before.lemma))
    if (ontology_.is_a(entry->denotes, classes_.person)) return true;
  return false;
}

/// "in Jordan", whatever type was read.
bool LinkCandidates::is_located(const Mention& mention) const {
  const Tree& tree = trees_[mention.sentence];
  for (const WordIndex child : tree.children(mention.head))
    if (tree[child].relation == "case" && tree[child].lemma == "in")
      return true;
  return false;
}

void LinkCandidates::note_evidence() {
  for (const Candidates& candidates : candidates_) {
    std::set<ConceptId> concepts;
    for (const LabelMatch& match : candidates.names)
      concepts.insert(match.concept_id);
    if (concepts.empty()) continue;
    if (concepts.size() == 1) ++evidence_[*concepts.begin()];
    const ConceptId country = ontology_[*concepts.begin()].country;
    const bool agree = std::all_of(
        concepts.begin(), concepts.end(),
        [&](ConceptId id) { return ontology_[id].country == country; });
    if (agree && country != ConceptId::none) ++inside_[country];
  }
}

/// How standing decides where nothing else does: states before cities.
double LinkCandidates::standing_of(ClassId type) const {
  const auto is = [&](ClassId ancestor) {
    return ontology_.is_a(type, ancestor);
  };
  if (is(classes_.state)) return 6;
  if (is(classes_.international) || is(classes_.bloc) || is(classes_.alliance))
    return 5;
  if (is(classes_.person)) return 5;
  if (is(classes_.outlet) || is(classes_.company)) return 3;
  if (is(classes_.organization)) return 4.5;
  if (is(classes_.city)) return 4;
  return 3;
}

/// "Armenian officials" against "an Armenian said".
double LinkCandidates::kind_score(const Mention& mention,
                                  LabelKind kind) const {
  const Word& head = head_of(mention);
  const bool modifies = head.upos == Upos::adj ||
                        is_relation(head.relation, "amod") ||
                        is_relation(head.relation, "compound");
  switch (kind) {
    case LabelKind::adjective:
      return modifies ? 1 : -1;
    case LabelKind::people:
      return modifies ? -1 : 1;
    case LabelKind::name:
    case LabelKind::metonym:
      break;
  }
  return 0.5;
}

double LinkCandidates::score(const Mention& mention,
                             const LabelMatch& match) const {
  const Concept& candidate = ontology_[match.concept_id];
  double score = standing_of(candidate.type);
  if (mention.type != ClassId::none &&
      ontology_.is_a(candidate.type, mention.type))
    score += 3;
  score += kind_score(mention, match.kind);
  if (tenure_on(date_, match.concept_id, ontology_) != nullptr) score += 1.5;
  score += std::log10(1 + weight_[position(match.concept_id)]) / 3;
  if (is_beside_compatriot(mention, match.concept_id)) score += 4;
  if (owns_office_of(mention, candidate.type)) score += 6;
  if (is_after_place(mention) && is(match.concept_id, classes_.region))
    score += 2;
  score += capped(evidence_, match.concept_id, 2);
  score += capped(inside_, match.concept_id, 3);
  if (candidate.country != ConceptId::none)
    score += capped(inside_, candidate.country, 4) +
             0.5 * capped(evidence_, candidate.country, 1);
  return score;
}

/// "Athens, Georgia": a name after a comma and a place is that of a wider one.
bool LinkCandidates::is_after_place(const Mention& mention) const {
  const Tree& tree = trees_[mention.sentence];
  const Word& head = tree[mention.head];
  const auto& words = tree.sentence().words;
  if (mention.first < 2 || words[mention.first - 1].form != "," ||
      words[mention.first - 2].upos != Upos::propn ||
      !(is_relation(head.relation, "appos") ||
        head.relation == "nmod:unmarked" || head.relation == "nmod:npmod"))
    return false;
  const auto& names = tree.sentence().names;
  return std::any_of(names.begin(), names.end(), [&](const Name& name) {
    return name.end + 1 == mention.first &&
           (name.type == "GPE" || name.type == "LOC");
  });
}

/// "Sen. Awa Sy of Georgia", "Georgia Gov. Idris Ba": whether the mention is
/// that whose office a word of the lexicon ascribes to such places.
bool LinkCandidates::owns_office_of(const Mention& mention,
                                    ClassId type) const {
  const Tree& tree = trees_[mention.sentence];
  const auto ascribes = [&](WordIndex word) {
    const auto title = find_denotation(tree, word, ontology_);
    return title && title.entry->office_of != ClassId::none &&
           ontology_.is_a(type, title.entry->office_of);
  };
  const Word& head = tree[mention.head];
  const bool hangs = is_relation(head.relation, "nmod") ||
                     is_relation(head.relation, "compound") ||
                     is_relation(head.relation, "amod") ||
                     is_relation(head.relation, "flat");
  if (!hangs || head.head == no_word) return false;
  WordIndex above = head.head;
  if (is_relation(tree[above].relation, "flat") && tree[above].head != no_word)
    above = tree[above].head;
  // The parser may not join the title to the name after it.
  if (ascribes(above) || (above > 0 && ascribes(above - 1))) return true;
  const auto children = tree.children(above);
  return std::any_of(children.begin(), children.end(), [&](WordIndex child) {
    return child < above &&
           (is_relation(tree[child].relation, "nmod:desc") ||
            is_relation(tree[child].relation, "compound")) &&
           ascribes(child);
  });
}

/// "Georgia and Alabama": things in one list are mostly of one kind.
bool LinkCandidates::is_beside_compatriot(const Mention& mention,
                                          ConceptId id) const {
  const Concept& candidate = ontology_[id];
  if (candidate.country == ConceptId::none || !is(id, classes_.place))
    return false;
  const Tree& tree = trees_[mention.sentence];
  const auto is_compatriot = [&](WordIndex word) {
    const auto matches = find_written_label(tree[word].form, ontology_);
    return std::any_of(matches.begin(), matches.end(), [&](const auto& match) {
      const Concept& other = ontology_[match.concept_id];
      return match.concept_id != id && other.type == candidate.type &&
             other.country == candidate.country;
    });
  };
  const WordIndex first = is_relation(tree[mention.head].relation, "conj")
                              ? tree[mention.head].head
                              : mention.head;
  if (first == no_word) return false;
  const auto children = tree.children(first);
  return (first != mention.head && is_compatriot(first)) ||
         std::any_of(children.begin(), children.end(), [&](WordIndex child) {
           return child != mention.head &&
                  is_relation(tree[child].relation, "conj") &&
                  is_compatriot(child);
         });
}

/// "the Supreme Court in London": a body in a city that is no seat of its
/// country's government.
bool LinkCandidates::is_elsewhere(const Mention& mention,
                                  ConceptId country) const {
  const Tree& tree = trees_[mention.sentence];
  const auto& words = tree.sentence().words;
  if (mention.end >= words.size() || words[mention.end].lemma != "in" ||
      words[mention.end].head == no_word)
    return false;
  const WordRange place = noun_phrase(tree, words[mention.end].head);
  bool city = false, seat = false;
  for (const LabelMatch& match : find_written_label(
           text_of(tree.sentence(), place.first, place.end), ontology_)) {
    city = city || is(match.concept_id, classes_.city);
    seat = seat ||
           (match.kind == LabelKind::metonym && match.concept_id == country);
  }
  return city && !seat;
}

/// "France's Senate" is not that of another country.
bool LinkCandidates::is_foreign(const Mention& mention, ConceptId id) const {
  const ConceptId country = ontology_[id].country;
  if (country == ConceptId::none || !is(id, classes_.organization) ||
      is(id, classes_.state) || is(id, classes_.outlet))
    return false;
  const Tree& tree = trees_[mention.sentence];
  for (const WordIndex child : tree.children(mention.head)) {
    const std::string& relation = tree[child].relation;
    if (!is_relation(relation, "nmod:poss") && !is_relation(relation, "amod") &&
        !is_relation(relation, "compound"))
      continue;
    for (const LabelMatch& match :
         find_written_label(name_around(tree.sentence(), child), ontology_))
      if (match.kind != LabelKind::metonym &&
          is(match.concept_id, classes_.state) && match.concept_id != country)
        return true;
  }
  return is_elsewhere(mention, country);
}

/// Whether nothing tells which of two bodies of one name is meant, such as the
/// socialist parties of two countries.
bool LinkCandidates::is_undecided(double lead, ConceptId a, ConceptId b) const {
  constexpr double least_lead = 0.25;
  const auto is_body = [&](ConceptId id) {
    return is(id, classes_.organization) && !is(id, classes_.state);
  };
  return lead < least_lead && is_body(a) && is_body(b) &&
         ontology_[a].country != ontology_[b].country;
}

/// "IDP", of a country that the article does not speak of otherwise.
bool LinkCandidates::is_stray_acronym(std::size_t index, ConceptId id) const {
  const ConceptId country = ontology_[id].country;
  if (!is(id, classes_.party) || country == ConceptId::none ||
      !is_all_capitals(candidates_[index].text))
    return false;
  const auto count = [](const auto& counts, ConceptId of) {
    const auto found = counts.find(of);
    return found == counts.end() ? 0 : found->second;
  };
  return count(inside_, country) <= count(evidence_, id) &&
         count(evidence_, country) == 0;
}

std::optional<LabelMatch> LinkCandidates::best(std::size_t index) const {
  const Mention& mention = mentions_[index];
  std::vector<std::pair<double, LabelMatch>> ranked;
  for (const LabelMatch& match : candidates_[index].names)
    if (!is_foreign(mention, match.concept_id))
      ranked.emplace_back(score(mention, match), match);
  std::stable_sort(
      ranked.begin(), ranked.end(),
      [](const auto& a, const auto& b) { return a.first > b.first; });
  if (ranked.empty() || is_stray_acronym(index, ranked[0].second.concept_id))
    return std::nullopt;
  if (ranked.size() > 1 &&
      is_undecided(ranked[0].first - ranked[1].first,
                   ranked[0].second.concept_id, ranked[1].second.concept_id))
    return std::nullopt;
  return ranked[0].second;
}

}  // namespace demarche
