#include "extractor/claims.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace demarche {
namespace {

Claim claim_of(std::variant<EventId, std::uint32_t> about,
               const Stance& stance) {
  return {about, stance.attribution, stance.factuality, 0, std::nullopt};
}

/// An unnamed quotation has a cue among its own words, which tells of no
/// speech.
bool quotes_its_cue(const Attribution& attribution) {
  return std::ranges::any_of(attribution.content, [&](Span span) {
    return contains(span, attribution.cue);
  });
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
        event != event_at.end() && !quotes_its_cue(attribution))
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

/// By attribution who tells that its source says so: another attribution, or
/// none, the article.  That one commits himself to the speech, which is more
/// than that its words stand among his: "the mayor regretted what they said".
using Tellers = std::vector<std::optional<std::uint32_t>>;

/// Whether whoever tells of `attribution` is told of by it.
bool is_in_circle(const Tellers& tellers, std::uint32_t attribution) {
  auto teller = tellers[attribution];
  for (auto steps = tellers.size(); teller && steps > 0; --steps) {
    if (*teller == attribution) return true;
    teller = tellers[*teller];
  }
  return false;
}

/// `Attribution::within` leads in no circle.
void break_circles(const Extraction& extraction, Tellers& tellers) {
  for (bool is_broken = true; is_broken;) {
    is_broken = false;
    for (std::uint32_t i = 0; i < tellers.size(); ++i) {
      const auto& within = extraction.attributions[i].within;
      if (tellers[i] == within || !is_in_circle(tellers, i)) continue;
      tellers[i] = within;
      is_broken = true;
    }
  }
}

Tellers find_tellers(const Attributed& attributed,
                     const Extraction& extraction) {
  Tellers tellers;
  for (const Attribution& attribution : extraction.attributions) {
    const auto place = place_of(extraction.analysis, attribution.cue);
    const bool is_told = place && !quotes_its_cue(attribution);
    tellers.push_back(
        is_told ? attributed.stances[place->sentence][place->word].attribution
                : attribution.within);
  }
  break_circles(extraction, tellers);
  return tellers;
}

/// "According to the Kremlin" inside a narrative, "allegedly" in what somebody
/// says: no event tells of the saying, yet the one says that the other does.
void add_cited_speech(const Ontology& ontology, const Tellers& tellers,
                      Extraction& extraction) {
  const ClassId statement = ontology.find_class("Statement");
  if (statement == ClassId::none) return;
  for (std::uint32_t i = 0; i < tellers.size(); ++i) {
    Attribution& attribution = extraction.attributions[i];
    if (attribution.event || !tellers[i]) continue;
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
    if (attribution.source_span.begin < attribution.source_span.end)
      event.roles.push_back({ontology.find_property("speaker"), "", speaker,
                             attribution.source_span});
    const auto number = static_cast<std::uint32_t>(extraction.events.size());
    attribution.event = EventId{number};
    extraction.events.push_back(std::move(event));
    extraction.claims.push_back(claim_of(
        EventId{number}, {tellers[i], Factuality::certain_positive, false}));
  }
}

Stance event_stance(const Event& event, const Attributed& attributed) {
  Stance stance = attributed.stances[event.sentence][event.trigger];
  if (!stance.attribution) stance.factuality = event.factuality;
  return stance;
}

/// A speech is told of by who tells of it, though it may stand in the midst of
/// what it reports.
void add_event_claims(const Attributed& attributed, const Tellers& tellers,
                      Extraction& extraction) {
  for (std::uint32_t i = 0; i < extraction.events.size(); ++i)
    extraction.claims.push_back(
        claim_of(EventId{i}, event_stance(extraction.events[i], attributed)));
  for (std::uint32_t i = 0; i < tellers.size(); ++i) {
    const Attribution& attribution = extraction.attributions[i];
    if (!attribution.event) continue;
    const auto number = index(*attribution.event);
    Event& speech = extraction.events[number];
    Claim& claim = extraction.claims[number];
    if (speech.span != attribution.cue || claim.attribution == tellers[i])
      continue;
    claim.attribution = tellers[i];
    if (!tellers[i]) speech.factuality = claim.factuality;
  }
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
      extraction.claims.push_back(claim_of(EventId{i}, stance));
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
    extraction.claims.push_back(claim_of(i, stance));
  }
}

/// Of no speech can anybody tell.
void drop_untold(const Extraction& extraction, Tellers& tellers) {
  for (std::uint32_t i = 0; i < tellers.size(); ++i)
    if (!extraction.attributions[i].event) tellers[i].reset();
}

/// How many stand between the article and what an attribution's source says,
/// the source among them.
std::uint32_t depth_of(const Tellers& tellers,
                       std::optional<std::uint32_t> attribution) {
  std::uint32_t depth = 0;
  for (; attribution; attribution = tellers[*attribution]) ++depth;
  return depth;
}

/// A claim by whom somebody else tells of lies within that one's claim that
/// there is such a speech.  Speeches that are told of twice are one event, and
/// it may be another who tells of it the second time.
class Nesting {
 public:
  Nesting(const Tellers& tellers, Extraction& extraction)
      : tellers_(tellers), extraction_(extraction) {}

  void nest() {
    for (std::uint32_t i = 0; i < extraction_.claims.size(); ++i) add_known(i);
    for (std::uint32_t i = 0; i < extraction_.claims.size(); ++i) {
      const auto attribution = extraction_.claims[i].attribution;
      const auto outer =
          attribution ? claim_around(*attribution) : std::optional<ClaimId>();
      extraction_.claims[i].within = outer;
      extraction_.claims[i].depth = depth_of(tellers_, attribution);
    }
  }

 private:
  void add_known(std::uint32_t claim) {
    const auto* event = std::get_if<EventId>(&extraction_.claims[claim].about);
    const auto attribution = extraction_.claims[claim].attribution;
    if (event && attribution)
      known_.try_emplace({*event, *attribution}, ClaimId{claim});
  }

  std::optional<ClaimId> claim_around(std::uint32_t attribution) {
    const auto event = extraction_.attributions[attribution].event;
    const auto teller = tellers_[attribution];
    if (!teller) return std::nullopt;
    const ClaimId next{static_cast<std::uint32_t>(extraction_.claims.size())};
    const auto [known, is_new] = known_.try_emplace({*event, *teller}, next);
    if (is_new)
      extraction_.claims.push_back(
          claim_of(*event, {teller, Factuality::certain_positive, false}));
    return known->second;
  }

  const Tellers& tellers_;
  Extraction& extraction_;
  std::map<std::pair<EventId, std::uint32_t>, ClaimId> known_;
};

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
  Tellers tellers = find_tellers(attributed, extraction);
  add_event_claims(attributed, tellers, extraction);
  add_cited_speech(ontology, tellers, extraction);
  drop_untold(extraction, tellers);
  add_claims_of_others(attributed, extraction);
  add_relation_claims(attributed, extraction);
  Nesting(tellers, extraction).nest();
}

}  // namespace demarche
