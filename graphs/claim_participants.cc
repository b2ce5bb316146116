#include "graphs/claim_participants.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"
#include "graphs/direct_triples.h"
#include "ontology/sort_unique.h"

namespace demarche {
namespace {

bool share(const std::vector<std::string>& a,
           const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& key) {
    return std::binary_search(b.begin(), b.end(), key);
  });
}

bool acts_through(const Participant& body, const Participant& who) {
  return !body.behind.empty() &&
         std::binary_search(who.keys.begin(), who.keys.end(), body.behind);
}

/// A letter, a nickname in quotes, the mark of a party, a generation.
bool is_optional_in_name(std::string_view word) {
  constexpr std::array<std::string_view, 6> generations = {"jr",  "sr", "ii",
                                                           "iii", "iv", "esq"};
  if (word.ends_with('.')) word.remove_suffix(1);
  return word.size() < 2 || word.front() == '(' || word.front() == '"' ||
         word.starts_with("\xE2\x80\x9C") ||
         std::find(generations.begin(), generations.end(), word) !=
             generations.end();
}

void add_person_keys(std::string_view name, Participant& participant) {
  const auto parts = parts_of_name(name);
  if (parts.empty()) return;
  participant.keys.push_back("name:" + parts.back());
  participant.keys.push_back("name:" + parts.front() + " " + parts.back());
  (parts.size() == 1 ? participant.single : participant.given)
      .push_back(parts.front());
}

/// "some people", "other envoys", "22 percent": not known again by their noun.
bool is_indefinite(const Sentence& sentence, WordIndex noun) {
  constexpr std::array<std::string_view, 12> words = {
      "some", "any",  "many",  "few",     "several", "most",
      "more", "such", "other", "another", "various", "certain"};
  constexpr std::array<std::string_view, 8> shares = {
      "percent", "%",        "half",     "third",
      "quarter", "majority", "minority", "number"};
  return is_one_of(to_lower(sentence.words[noun].lemma), shares) ||
         std::ranges::any_of(sentence.words, [&](const Word& word) {
           return word.head == noun && is_one_of(to_lower(word.lemma), words);
         });
}

void add_keys(const Extraction& extraction, const Entity& entity,
              const Ontology& ontology, Participant& participant) {
  if (entity.concept_id)
    participant.keys.emplace_back(ontology[*entity.concept_id].iri);
  for (const auto id : entity.mentions) {
    const Mention& mention = extraction.mentions[index(id)];
    if (mention.kind != MentionKind::name) continue;
    participant.named = true;
    const auto name = to_lower(slice(extraction.article.text, mention.span));
    participant.keys.push_back("name:" + name);
    if (participant.person) add_person_keys(name, participant);
  }
  participant.named = participant.named || entity.concept_id.has_value();
  if (participant.named) return;
  for (const auto id : entity.mentions) {
    const Mention& mention = extraction.mentions[index(id)];
    if (mention.kind == MentionKind::nominal &&
        !is_indefinite(extraction.analysis.sentences[mention.sentence],
                       mention.head))
      participant.keys.push_back("noun:" +
                                 extraction.analysis.sentences[mention.sentence]
                                     .words[mention.head]
                                     .lemma);
  }
}

}  // namespace

std::vector<std::string> parts_of_name(std::string_view name) {
  std::vector<std::string> parts;
  std::istringstream words{std::string(name)};
  for (std::string word; words >> word;) {
    if (word.ends_with(',')) word.pop_back();
    if (!is_optional_in_name(word)) parts.push_back(word);
  }
  return parts;
}

Participant participant(const Extraction& extraction, EntityId id,
                        const Ontology& ontology) {
  const Entity& entity = extraction.entities[index(id)];
  Participant result;
  result.label = entity.label;
  result.person = ontology.is_a(entity.type, ontology.find_class("Person"));
  result.many = std::any_of(
      entity.mentions.begin(), entity.mentions.end(), [&](MentionId id) {
        const Mention& mention = extraction.mentions[index(id)];
        return mention.plural && mention.kind == MentionKind::nominal;
      });
  add_keys(extraction, entity, ontology, result);
  for (auto* list : {&result.keys, &result.given, &result.single})
    sort_unique(*list);
  const Entity& behind =
      extraction.entities[index(represented(extraction, id))];
  if (&behind != &entity && behind.concept_id) {
    result.behind = ontology[*behind.concept_id].iri;
    result.name_behind = behind.label;
  }
  return result;
}

std::vector<Participant> claimers_of(const Extraction& extraction,
                                     std::uint32_t attribution,
                                     const Ontology& ontology) {
  std::vector<Participant> claimers;
  for (std::optional<std::uint32_t> next = attribution; next;
       next = extraction.attributions[*next].within) {
    const Attribution& one = extraction.attributions[*next];
    if (one.source) {
      claimers.push_back(participant(extraction, *one.source, ontology));
      continue;
    }
    Participant unlinked;
    unlinked.label = slice(extraction.article.text, one.source_span);
    if (!unlinked.label.empty())
      unlinked.keys = {"name:" + to_lower(unlinked.label)};
    claimers.push_back(std::move(unlinked));
  }
  std::reverse(claimers.begin(), claimers.end());
  return claimers;
}

std::optional<double> likeness(const Participant& a, const Participant& b) {
  // "Kenyan forces", "Ugandan forces"
  if (!a.named && !b.named && !a.behind.empty() && !b.behind.empty() &&
      a.behind != b.behind)
    return 0;
  // "the agency", "European agencies"
  if (!a.named && !b.named && a.many != b.many) return std::nullopt;
  if (share(a.keys, b.keys)) return a.named ? 1 : 0.7;
  if (acts_through(a, b) || acts_through(b, a)) return 0.8;
  if (share(a.given, b.single) || share(a.single, b.given)) return 0.7;
  if (a.named && b.named) return 0;
  if (!a.behind.empty() && a.behind == b.behind) return 0.6;
  return std::nullopt;
}

std::optional<double> likeness(const std::vector<Participant>& a,
                               const std::vector<Participant>& b) {
  std::optional<double> best;
  bool all_differ = !a.empty() && !b.empty();
  const bool by_name = std::ranges::any_of(a, &Participant::named) &&
                       std::ranges::any_of(b, &Participant::named);
  for (const auto& one : a)
    for (const auto& other : b) {
      auto alike = likeness(one, other);
      // "Kenya called voters", "Uganda called voters".
      if (by_name && !one.named && !other.named) alike = std::nullopt;
      if (alike != 0) all_differ = false;
      if (alike && (!best || *best < *alike)) best = alike;
    }
  return best == 0 && !all_differ ? std::nullopt : best;
}

}  // namespace demarche
