#include "extractor/claims.h"

#include <algorithm>
#include <map>

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
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i)
    event_at.emplace(extraction.events[i].span, EventId{i});
  for (Attribution& attribution : extraction.attributions)
    if (const auto event = event_at.find(attribution.cue);
        event != event_at.end())
      attribution.event = event->second;
}

/// The stance at the place where a span begins.
const Stance* stance_at(const Attributed& attributed, const Analysis& analysis,
                        Span span) {
  const auto& sentences = analysis.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                       [](std::uint32_t begin, const Sentence& s) {
                         return begin < s.span.begin;
                       });
  if (after == sentences.begin()) return nullptr;
  const auto sentence = std::prev(after);
  const auto& stances =
      attributed
          .stances[static_cast<std::size_t>(sentence - sentences.begin())];
  for (std::size_t word = 0; word < sentence->words.size(); ++word)
    if (contains(span, sentence->words[word].span)) return &stances[word];
  return nullptr;
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

void add_relation_claims(const Attributed& attributed, Extraction& extraction) {
  for (std::uint32_t i = 0; i < extraction.relations.size(); ++i) {
    Relation& relation = extraction.relations[i];
    const Stance* at =
        stance_at(attributed, extraction.analysis, relation.evidence);
    Stance stance{std::nullopt, relation.factuality, false};
    if (at != nullptr && at->attribution) {
      stance.attribution = at->attribution;
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

void add_claims(const Attributed& attributed, Extraction& extraction) {
  extraction.attributions = attributed.attributions;
  name_speech_events(extraction);
  add_event_claims(attributed, extraction);
  add_relation_claims(attributed, extraction);
  nest_claims(extraction);
}

}  // namespace demarche
