#include "extractor/claims.h"

#include <algorithm>
#include <map>
#include <set>

namespace demarche {
namespace {

Claim claim_of(std::variant<EventId, std::uint32_t> about, const Stance& stance,
               const Extraction& extraction) {
  Claim claim{about, stance.attribution, stance.factuality, 0, std::nullopt};
  if (stance.attribution)
    claim.depth = extraction.attributions[*stance.attribution].depth;
  return claim;
}

void name_speech_events(Extraction& extraction) {
  std::map<Span, EventId> event_at;
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i) {
    event_at.emplace(extraction.events[i].span, EventId{i});
    for (const Span trigger : extraction.events[i].evidence)
      event_at.emplace(trigger, EventId{i});
  }
  for (Attribution& attribution : extraction.attributions)
    if (const auto event = event_at.find(attribution.cue);
        event != event_at.end())
      attribution.event = event->second;
}

struct Place {
  std::uint32_t sentence = 0;
  WordIndex word = 0;
};

/// The first word that a span has.
std::optional<Place> place_of(const Analysis& analysis, Span span) {
  const auto& sentences = analysis.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                       [](std::uint32_t begin, const Sentence& s) {
                         return begin < s.span.begin;
                       });
  if (after == sentences.begin()) return std::nullopt;
  const auto& words = std::prev(after)->words;
  for (WordIndex word = 0; word < words.size(); ++word)
    if (contains(span, words[word].span))
      return Place{static_cast<std::uint32_t>(after - sentences.begin() - 1),
                   word};
  return std::nullopt;
}

// "According to the Kremlin" inside a narrative: no event tells of the saying,
// yet the narrative's provider says that the Kremlin says it.
void add_cited_speech(const Ontology& ontology, Extraction& extraction) {
  const ClassId statement = ontology.find_class("Statement");
  if (statement == ClassId::none) return;
  for (Attribution& attribution : extraction.attributions) {
    const bool is_named =
        attribution.source_span.begin < attribution.source_span.end;
    if (attribution.event || !attribution.within || !is_named) continue;
    const auto place = place_of(extraction.analysis, attribution.cue);
    if (!place) continue;
    Event event;
    event.sentence = place->sentence;
    event.trigger = place->word;
    event.span = attribution.cue;
    event.evidence = {attribution.cue};
    event.type = statement;
    const Filler speaker = attribution.source ? Filler(*attribution.source)
                                              : Filler(attribution.source_span);
    event.roles.push_back({ontology.find_property("speaker"), "", speaker,
                           attribution.source_span});
    const auto number = static_cast<std::uint32_t>(extraction.events.size());
    attribution.event = EventId{number};
    extraction.events.push_back(std::move(event));
    extraction.claims.push_back(claim_of(
        EventId{number},
        {attribution.within, Factuality::certain_positive, false}, extraction));
  }
}

Stance event_stance(const Event& event, const Attributed& attributed) {
  Stance stance = attributed.stances[event.sentence][event.trigger];
  if (!stance.attribution) stance.factuality = event.factuality;
  return stance;
}

void add_event_claims(const Attributed& attributed, Extraction& extraction) {
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i)
    extraction.claims.push_back(
        claim_of(EventId{i}, event_stance(extraction.events[i], attributed),
                 extraction));
}

/// For each attribution the first one that has the same claimer, in the sense
/// of `is_one_claimer`.
std::vector<std::uint32_t> claimers_of(
    const std::vector<Attribution>& attributions) {
  std::map<EntityId, std::uint32_t> first_of;
  std::vector<std::uint32_t> claimers;
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    const Attribution& made = attributions[i];
    claimers.push_back(made.source && !made.within
                           ? first_of.emplace(*made.source, i).first->second
                           : i);
  }
  return claimers;
}

/// Whoever else speaks of an event, by a further mention of it, has a claim of
/// his own: "Chad denied the attack".  The article, which only takes up what it
/// reported, has none; and who denies an accusation denies what it says, not
/// that it was made.
void add_claims_of_others(const Attributed& attributed,
                          Extraction& extraction) {
  std::vector<bool> is_speech(extraction.events.size());
  for (const Attribution& attribution : extraction.attributions)
    if (attribution.event) is_speech[index(*attribution.event)] = true;
  const auto claimers = claimers_of(attributed.attributions);
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i) {
    const Event& event = extraction.events[i];
    if (is_speech[i]) continue;
    std::set<std::uint32_t> known;
    if (const auto own =
            attributed.stances[event.sentence][event.trigger].attribution)
      known.insert(claimers[*own]);
    for (const Span words : event.evidence) {
      const auto place = place_of(extraction.analysis, words);
      if (!place) continue;
      const Stance& stance = attributed.stances[place->sentence][place->word];
      if (!stance.attribution ||
          !known.insert(claimers[*stance.attribution]).second)
        continue;
      extraction.claims.push_back(claim_of(EventId{i}, stance, extraction));
    }
  }
}

/// Whether a noun only describes whom a verb is done to: "accused Awa Sy, the
/// mayor of Bol, of theft" claims no office.
bool describes_object(const Analysis& analysis, const Place& place, Span cue) {
  const auto& words = analysis.sentences[place.sentence].words;
  WordIndex word = place.word;
  for (int step = 0; step < 3; ++step) {
    const std::string& relation = words[word].relation;
    if (words[word].head == no_word ||
        (relation != "appos" && relation != "nmod:desc"))
      break;
    word = words[word].head;
  }
  const std::string& relation = words[word].relation;
  return words[word].head != no_word &&
         (relation == "obj" || relation == "iobj" ||
          relation == "nsubj:pass") &&
         words[words[word].head].span == cue;
}

void add_relation_claims(const Attributed& attributed, Extraction& extraction) {
  for (std::uint32_t i = 0; i < extraction.relations.size(); ++i) {
    Relation& relation = extraction.relations[i];
    const auto place = place_of(extraction.analysis, relation.evidence);
    Stance stance{std::nullopt, relation.factuality, false};
    const auto attribution =
        place ? attributed.stances[place->sentence][place->word].attribution
              : std::nullopt;
    if (attribution &&
        !(relation.label.size() > 0 &&
          describes_object(extraction.analysis, *place,
                           attributed.attributions[*attribution].cue))) {
      stance.attribution = attribution;
      relation.factuality = Factuality::unknown;
    }
    extraction.claims.push_back(claim_of(i, stance, extraction));
  }
}

/// A claim made by a speech that is itself only claimed lies within that
/// claim.  Event claims come first and in order, so a claim's index is its
/// event's.
void nest_claims(Extraction& extraction) {
  for (Claim& claim : extraction.claims) {
    if (!claim.attribution || claim.depth < 2) continue;
    const auto& event = extraction.attributions[*claim.attribution].event;
    if (event) claim.within = ClaimId{index(*event)};
  }
}

}  // namespace

std::vector<Span> evidence_of(const Extraction& extraction,
                              const Claim& claim) {
  if (const auto* number = std::get_if<std::uint32_t>(&claim.about))
    return {extraction.relations[*number].evidence};
  const Event& event = extraction.events[index(std::get<EventId>(claim.about))];
  auto evidence = event.evidence;
  if (std::find(evidence.begin(), evidence.end(), event.span) == evidence.end())
    evidence.insert(evidence.begin(), event.span);
  return evidence;
}

void add_claims(const Attributed& attributed, const Ontology& ontology,
                Extraction& extraction) {
  extraction.attributions = attributed.attributions;
  name_speech_events(extraction);
  add_event_claims(attributed, extraction);
  add_cited_speech(ontology, extraction);
  add_claims_of_others(attributed, extraction);
  add_relation_claims(attributed, extraction);
  nest_claims(extraction);
}

}  // namespace demarche
