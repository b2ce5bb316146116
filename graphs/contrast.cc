#include "graphs/contrast.h"

#include <algorithm>

#include "extractor/stance.h"
#include "graphs/compare_values.h"
#include "graphs/opposition.h"

namespace demarche {
namespace {

/// How surely it must be one event for a difference to be a contradiction.
constexpr double least_for_actor = 0.6;
constexpr double least_for_value = 0.55;
/// How much of one kind acts of different actors must be.
constexpr double least_kind = 0.8;

const Class* class_of(const ComparableClaim& claim, const Ontology& ontology) {
  return claim.type == ClassId::none ? nullptr : &ontology[claim.type];
}

bool are_both_positive(const ComparableClaim& a, const ComparableClaim& b) {
  return is_positive(a.factuality) && is_positive(b.factuality);
}

bool are_both_certain(const ComparableClaim& a, const ComparableClaim& b) {
  return a.factuality == Factuality::certain_positive &&
         b.factuality == Factuality::certain_positive;
}

/// Whether each does to the other what the other does to it.
bool is_reversed(const ComparableClaim& a, const ComparableClaim& b) {
  const auto known = [](std::optional<double> value) {
    return value && *value >= 0.8;
  };
  return known(likeness(a.sources, b.others)) &&
         (a.others.empty() || known(likeness(a.others, b.sources)) ||
          std::none_of(a.others.begin(), a.others.end(),
                       [](const Participant& p) { return p.named; }));
}

/// Whether such an event has one side that does it, so that two accounts
/// which name different ones contradict each other.  A person may act for a
/// party or a state.
bool has_one_actor(const ComparableClaim& a, const ComparableClaim& b,
                   const Ontology& ontology) {
  const auto is_person = [](const Participant& actor) { return actor.person; };
  if (std::any_of(a.sources.begin(), a.sources.end(), is_person) !=
      std::any_of(b.sources.begin(), b.sources.end(), is_person))
    return false;
  for (const auto* type : {class_of(a, ontology), class_of(b, ontology)})
    if (!type || type->reciprocal ||
        (type->plover != "ASSAULT" && type->plover != "COERCE" &&
         type->plover != "SANCTION"))
      return false;
  return true;
}

/// Whether it is one and the same that both acts meet, and not some of many.
bool meets_one(const ComparableClaim& a, const ComparableClaim& b,
               const Resemblance& alike) {
  const auto is_many = [](const Participant& one) { return one.many; };
  if (a.others.empty() && b.others.empty()) return alike.theme >= 0.5;
  return (alike.other == 1 || (alike.other >= 0.7 && alike.theme >= 0.5)) &&
         std::ranges::none_of(a.others, is_many) &&
         std::ranges::none_of(b.others, is_many);
}

/// Whether two different actors are each said to have done what one did.  Of
/// whom two articles only tell, each may have done his part, or one was
/// misread: somebody must claim it.
bool actor_differs(const ComparableClaim& a, const ComparableClaim& b,
                   const Resemblance& alike, const Ontology& ontology) {
  if (!has_one_actor(a, b, ontology) || !are_both_positive(a, b)) return false;
  if (turns_round(a, b, ontology)) return true;
  const auto is_sure = [](const ComparableClaim& claim) {
    return claim.factuality == Factuality::certain_positive &&
           std::ranges::none_of(claim.sources, &Participant::pronoun);
  };
  return alike.score >= least_for_actor && alike.kind >= least_kind &&
         !alike.same_side && !(a.claimers.empty() && b.claimers.empty()) &&
         is_sure(a) && is_sure(b) && meets_one(a, b, alike) &&
         !are_apart_in_time(a, b) && signs_of_identity(a, b, alike) >= 2 &&
         !numbers_differ(a.all_numbers, b.all_numbers);
}

/// Whether a claim is somebody's, or the article's: not of "the results".
bool has_voice(const ComparableClaim& claim) {
  return claim.claimers.empty() || claim.claimers.back().named;
}

/// Two counts in the order in which they were printed: the later is the greater
/// where more have been found since.
bool may_have_grown(const ComparableClaim& a, const ComparableClaim& b) {
  if (a.published.empty() || b.published.empty() || a.published == b.published)
    return false;
  const bool in_order = a.published < b.published;
  return grow(in_order ? a.all_numbers : b.all_numbers,
              in_order ? b.all_numbers : a.all_numbers);
}

/// Whether a name, or nearly the same words, tie two claims to one event.
bool are_tied(const ComparableClaim& a, const ComparableClaim& b,
              const Resemblance& alike) {
  if (alike.source == 1 || alike.other == 1 || alike.sentence >= 0.4)
    return true;
  return share(a.names, b.names) &&
         (alike.theme >= 0.4 || alike.sentence >= 0.25);
}

/// Whether two numbers or dates are of one event, which has but one of them.
bool value_differs(Contrast contrast, const ComparableClaim& a,
                   const ComparableClaim& b, const Resemblance& alike) {
  if (alike.score < least_for_value || !are_both_certain(a, b) || a.lists ||
      b.lists || a.selects || b.selects || alike.other == 0 ||
      (!alike.other && !a.others.empty() && !b.others.empty()) ||
      !are_tied(a, b, alike) || signs_of_identity(a, b, alike) < 2 ||
      (alike.same_side && !(has_voice(a) && has_voice(b))) ||
      !(has_same_actor(alike) || (a.sources.empty() && b.sources.empty())))
    return false;
  if (contrast == Contrast::number)
    return (is_same_matter(alike) || alike.sentence >= 0.3) &&
           a.long_ago == b.long_ago && may_be_one_date(a.date, b.date) &&
           !are_apart_in_time(a, b) && !may_have_grown(a, b);
  // "Thursday" is another day in next week's paper.
  return is_same_matter(alike) && alike.sentence >= 0.4 &&
         a.published == b.published && a.claimers.empty() &&
         b.claimers.empty() && (a.lemma == b.lemma || a.nominal || b.nominal);
}

}  // namespace

const char* name_of(Contrast contrast) {
  switch (contrast) {
    case Contrast::none:
      return "none";
    case Contrast::polarity:
      return "polarity";
    case Contrast::actor:
      return "actor";
    case Contrast::number:
      return "number";
    case Contrast::date:
      return "date";
  }
  return "";
}

bool is_same_matter(const Resemblance& alike) {
  return (alike.other && *alike.other > 0) || alike.theme >= 0.3 ||
         alike.answer;
}

bool has_same_actor(const Resemblance& alike) {
  return alike.source && *alike.source >= 0.6;
}

bool are_apart_in_time(const ComparableClaim& a, const ComparableClaim& b) {
  if (a.dates.empty() || b.dates.empty()) return false;
  for (const auto& one : a.dates)
    for (const auto& other : b.dates)
      if (!dates_differ(one, other)) return false;
  return true;
}

int signs_of_identity(const ComparableClaim& a, const ComparableClaim& b,
                      const Resemblance& alike) {
  const bool object =
      (alike.other && *alike.other >= 0.6) || alike.theme >= 0.3;
  const bool time = !a.date.empty() && a.date == b.date;
  return has_same_actor(alike) + object + (alike.sentence >= 0.4) + time +
         alike.answer;
}

Contrast contrast_of(const ComparableClaim& a, const ComparableClaim& b,
                     const Resemblance& alike) {
  const bool opposite =
      (is_positive(a.factuality) && is_negative(b.factuality)) ||
      (is_negative(a.factuality) && is_positive(b.factuality));
  if (alike.source && *alike.source == 0) return Contrast::actor;
  if (opposite) return Contrast::polarity;
  if (numbers_differ(a.numbers, b.numbers)) return Contrast::number;
  if (dates_differ(a.date, b.date)) return Contrast::date;
  return Contrast::none;
}

bool is_borne_out(Contrast contrast, const ComparableClaim& a,
                  const ComparableClaim& b, const Resemblance& alike,
                  const Ontology& ontology) {
  switch (contrast) {
    case Contrast::none:
      return true;
    case Contrast::polarity:
      return opposes(a, b, alike, ontology);
    case Contrast::actor:
      return actor_differs(a, b, alike, ontology);
    case Contrast::number:
    case Contrast::date:
      return value_differs(contrast, a, b, alike);
  }
  return false;
}

bool counts_otherwise(const ComparableClaim& a, const ComparableClaim& b,
                      const Resemblance& alike) {
  return numbers_differ(a.all_numbers, b.all_numbers) &&
         value_differs(Contrast::number, a, b, alike);
}

bool turns_round(const ComparableClaim& a, const ComparableClaim& b,
                 const Ontology& ontology) {
  const auto* type = class_of(a, ontology);
  return type && type->plover == "SANCTION" && !a.nominal && !b.nominal &&
         (is_reversed(a, b) || is_reversed(b, a));
}

}  // namespace demarche
