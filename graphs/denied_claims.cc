#include "graphs/denied_claims.h"

#include <algorithm>
#include <set>

#include "extractor/stance.h"

namespace demarche {
namespace {

/// So many sentences an answer may be behind what it answers.
constexpr std::uint32_t reach = 2;

class DenialReader {
 public:
  DenialReader(const Extraction& extraction, const Ontology& ontology,
               const std::vector<ComparableClaim>& claims)
      : extraction_(extraction), ontology_(ontology), claims_(claims) {
    for (const ComparableClaim& claim : claims)
      if (claim.denied)
        if (const auto voice = extraction.claims[index(claim.id)].attribution)
          told_.insert(*voice);
  }

  void read(std::uint32_t attribution, std::vector<ComparableClaim>& found);

 private:
  bool is_denial(std::uint32_t attribution) const;
  bool says_it_again(const Attribution& denial) const;
  bool is_of_words(const Event& rejection) const;
  bool is_a(ClassId type, std::string_view name) const {
    return type != ClassId::none &&
           ontology_.is_a(type, ontology_.find_class(name));
  }
  std::optional<ClaimId> claim_of(EventId denial) const;
  bool is_answered(const ComparableClaim& claim, const Event& denial,
                   const Participant& denier) const;

  const Extraction& extraction_;
  const Ontology& ontology_;
  const std::vector<ComparableClaim>& claims_;
  std::set<std::uint32_t> told_;  ///< Denials with claims of their own.
};

/// Whether the words that it denies tell what that is, more than "that", "the
/// allegations", or "any role in the attack", of which was spoken before.
bool DenialReader::says_it_again(const Attribution& denial) const {
  std::size_t count = 0;
  bool is_any = false;
  for (const Span span : denial.content) {
    count += content_lemmas(extraction_.analysis, span).size();
    is_any =
        is_any || slice(extraction_.article.text, span).starts_with("any ");
  }
  if (is_any) return count > 2;
  return count > 1 ||
         (count == 1 && !is_of_words(extraction_.events[index(*denial.event)]));
}

/// "the allegations", "a claim": the word of somebody else.
bool DenialReader::is_of_words(const Event& rejection) const {
  return std::any_of(
      rejection.roles.begin(), rejection.roles.end(), [&](const Role& role) {
        const auto* id = std::get_if<EventId>(&role.filler);
        if (id == nullptr) return false;
        const Event& words = extraction_.events[index(*id)];
        const ClassId type = words.type;
        return extraction_.analysis.sentences[words.sentence]
                       .words[words.trigger]
                       .upos == Upos::noun &&
               (is_a(type, "Accusation") || is_a(type, "Statement"));
      });
}

bool DenialReader::is_denial(std::uint32_t attribution) const {
  const Attribution& one = extraction_.attributions[attribution];
  if (!one.event || !one.source || told_.contains(attribution) ||
      says_it_again(one))
    return false;
  const Event& event = extraction_.events[index(*one.event)];
  if (extraction_.analysis.sentences[event.sentence]
          .words[event.trigger]
          .upos != Upos::verb)
    return false;
  return is_a(event.type, "Denial") ||
         (is_a(event.type, "Refusal") && is_of_words(event));
}

std::optional<ClaimId> DenialReader::claim_of(EventId denial) const {
  for (std::uint32_t i = 0; i < extraction_.claims.size(); ++i) {
    const Claim& claim = extraction_.claims[i];
    const auto* event = std::get_if<EventId>(&claim.about);
    if (event != nullptr && *event == denial && is_positive(claim.factuality))
      return ClaimId{i};
  }
  return std::nullopt;
}

bool is_any_of(const Participant& one, const std::vector<Participant>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Participant& other) {
    return likeness(one, other).value_or(0) >= 0.7;
  });
}

bool DenialReader::is_answered(const ComparableClaim& claim,
                               const Event& denial,
                               const Participant& denier) const {
  return !claim.claimers.empty() && !claim.denied &&
         claim.relation == PropertyId::none &&
         !is_a(claim.type, "Accusation") &&
         claim.words.begin < denial.span.begin &&
         claim.sentence_number + reach >= denial.sentence &&
         is_any_of(denier, claim.sources) && !is_any_of(denier, claim.claimers);
}

void DenialReader::read(std::uint32_t attribution,
                        std::vector<ComparableClaim>& found) {
  if (!is_denial(attribution)) return;
  const auto voices = claimers_of(extraction_, attribution, ontology_);
  const Attribution& one = extraction_.attributions[attribution];
  const Event& denial = extraction_.events[index(*one.event)];
  const auto id = claim_of(*one.event);
  const auto answered =
      std::find_if(claims_.rbegin(), claims_.rend(), [&](const auto& claim) {
        return is_answered(claim, denial, voices.back());
      });
  if (!id || answered == claims_.rend()) return;
  ComparableClaim claim = *answered;
  claim.id = *id;
  claim.words = denial.span;
  claim.sentence_number = denial.sentence;
  claim.sentence = extraction_.analysis.sentences[denial.sentence].span;
  claim.around = content_lemmas(extraction_.analysis, claim.sentence);
  claim.claimers = voices;
  claim.factuality = is_positive(claim.factuality)
                         ? Factuality::certain_negative
                         : Factuality::certain_positive;
  claim.denied = claim.negated_itself = true;
  found.push_back(std::move(claim));
}

}  // namespace

std::vector<ComparableClaim> denied_claims(
    const Extraction& extraction, const Ontology& ontology,
    const std::vector<ComparableClaim>& claims) {
  DenialReader reader(extraction, ontology, claims);
  std::vector<ComparableClaim> found;
  for (std::uint32_t i = 0; i < extraction.attributions.size(); ++i)
    reader.read(i, found);
  return found;
}

}  // namespace demarche
