#include "graphs/contrast.h"

#include <algorithm>

#include "extractor/stance.h"
#include "graphs/compare_values.h"

namespace demarche {
namespace {

/// How surely it must be one event for a difference to be a contradiction.
constexpr double least_for_polarity = 0.6;
constexpr double least_for_actor = 0.6;
constexpr double least_for_value = 0.55;
/// Sentences as alike as this repeat one text.
constexpr double least_for_copy = 0.85;

const Class* class_of(const ComparableClaim& claim, const Ontology& ontology) {
  return claim.type == ClassId::none ? nullptr : &ontology[claim.type];
}

bool are_both_positive(const ComparableClaim& a, const ComparableClaim& b) {
  return is_positive(a.factuality) && is_positive(b.factuality);
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

bool is_same_matter(const Resemblance& alike) {
  return (alike.other && *alike.other > 0) || alike.theme >= 0.3 ||
         alike.answer;
}

bool has_same_actor(const Resemblance& alike) {
  return alike.source && *alike.source >= 0.6;
}

/// Whether every date told with one lies apart from every date told with the
/// other.
bool are_apart_in_time(const ComparableClaim& a, const ComparableClaim& b) {
  if (a.dates.empty() || b.dates.empty()) return false;
  for (const auto& one : a.dates)
    for (const auto& other : b.dates)
      if (!dates_differ(one, other)) return false;
  return true;
}

/// Whether what a claim is about is all in what another is about.
bool covers(const ComparableClaim& whole, const ComparableClaim& part) {
  return std::ranges::includes(whole.theme, part.theme);
}

/// Whether the negative one denies less than that it happened: in some manner,
/// for a reason, to such an extent, or to somebody of whom the other one says
/// nothing.
bool is_narrower(const ComparableClaim& negative,
                 const ComparableClaim& positive, const Resemblance& alike) {
  if (!alike.answer &&
      !std::ranges::includes(positive.around, negative.circumstances))
    return true;
  return !negative.others.empty() && positive.others.empty() && !alike.answer &&
         alike.theme < 0.5;
}

/// Two prints of one sentence cannot contradict each other, however they were
/// read.
bool are_copies(const ComparableClaim& a, const ComparableClaim& b,
                const Resemblance& alike) {
  return alike.sentence >= least_for_copy && a.negations == b.negations &&
         !alike.same_article;
}

bool share(const std::vector<std::string>& a,
           const std::vector<std::string>& b) {
  return std::ranges::find_first_of(a, b) != a.end();
}

/// What is wanted or thought: of two acts one may be wanted and the other not;
/// and of what is said, whatever has something to say.
bool are_of_other_contents(const ComparableClaim& a, const ComparableClaim& b) {
  if (a.speech && a.contents.empty() != b.contents.empty()) return true;
  return a.attitude && b.attitude && !a.contents.empty() &&
         !b.contents.empty() && !share(a.contents, b.contents);
}

/// Whether somebody takes part in the negative one of whom the positive one, as
/// far as it tells, knows nothing: "Rossi did not meet Otieno", "Aziz met
/// Otieno".
bool has_stranger(const ComparableClaim& negative,
                  const ComparableClaim& positive) {
  return positive.sources.size() >= negative.sources.size() &&
         std::ranges::any_of(negative.sources, [&](const Participant& one) {
           return one.named &&
                  std::ranges::all_of(positive.sources, [&](const auto& other) {
                    return likeness(one, other) == 0;
                  });
         });
}

/// "is expected to visit a church": what somebody unnamed only thinks likely.
bool is_rumour(const ComparableClaim& claim) {
  return claim.factuality == Factuality::probable_positive &&
         !claim.claimers.empty() && claim.claimers.back().label.empty();
}

/// Whether a claim is such that what it denies may be what another one says.
/// What is thought possible, or proposed, is no more than that; who denies "the
/// report" denies what it says, and not that it was made; and "no federal
/// experience" leaves open another one.
bool may_oppose(const ComparableClaim& negative,
                const ComparableClaim& positive, const Resemblance& alike) {
  const bool typed =
      negative.type != ClassId::none && positive.type != ClassId::none;
  return negative.negated_itself && alike.other != 0 &&
         may_be_one_date(negative.date, positive.date) &&
         !are_apart_in_time(negative, positive) &&
         positive.factuality != Factuality::possible_positive &&
         negative.factuality != Factuality::possible_negative &&
         !is_rumour(positive) && !has_stranger(negative, positive) &&
         !(negative.speech && negative.nominal) &&
         (typed || alike.answer || covers(positive, negative)) &&
         !is_narrower(negative, positive, alike) &&
         !are_copies(negative, positive, alike) &&
         !are_of_other_contents(negative, positive);
}

/// "Rossi resigned", "Rossi has not resigned": whole without anything else.
bool is_whole_by_actor(const ComparableClaim& a, const ComparableClaim& b,
                       const Resemblance& alike) {
  return alike.source == 1 && a.lemma == b.lemma && !a.speech &&
         a.theme.empty() && b.theme.empty() && a.others.empty() &&
         b.others.empty() && a.type != ClassId::none;
}

/// "Rossi met Otieno", "Otieno did not meet Rossi": all of two are the same.
bool are_same_parties(const ComparableClaim& a, const ComparableClaim& b,
                      const Ontology& ontology) {
  const auto* one = class_of(a, ontology);
  const auto* other = class_of(b, ontology);
  return one && other && one->reciprocal && other->reciprocal &&
         a.sources.size() >= 2 && b.sources.size() >= 2 &&
         std::ranges::all_of(a.sources, [&](const Participant& party) {
           return std::ranges::any_of(b.sources, [&](const auto& same) {
             return likeness(party, same) == 1;
           });
         });
}

/// Whether one denies what the other says.  That somebody did not do it leaves
/// open that others did.
bool opposes(const ComparableClaim& a, const ComparableClaim& b,
             const Resemblance& alike, const Ontology& ontology) {
  const auto& negative = is_negative(a.factuality) ? a : b;
  const auto& positive = is_negative(a.factuality) ? b : a;
  if (!may_oppose(negative, positive, alike)) return false;
  const bool typed = a.type != ClassId::none && b.type != ClassId::none;
  const bool same_actor = has_same_actor(alike);
  if (alike.answer) return typed || same_actor;
  if (is_whole_by_actor(a, b, alike) || are_same_parties(a, b, ontology))
    return true;
  if (same_actor && alike.theme >= 0.3 && alike.kind >= 0.9) return true;
  if (!typed && positive.sources.empty() && alike.other == 1 &&
      alike.theme >= 0.5 && a.lemma == b.lemma)
    return true;
  const bool leaves_none = negative.agentless && typed &&
                           (a.lemma == b.lemma || alike.sentence >= 0.4);
  const bool same_matter =
      typed ? is_same_matter(alike) : alike.other == 1 || alike.theme >= 0.5;
  return same_matter && (same_actor || leaves_none) &&
         alike.score >= least_for_polarity;
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

/// Whether two different actors are each said to have done what one did.
bool actor_differs(const ComparableClaim& a, const ComparableClaim& b,
                   const Resemblance& alike, const Ontology& ontology) {
  if (!has_one_actor(a, b, ontology) || !are_both_positive(a, b)) return false;
  if (turns_round(a, b, ontology)) return true;
  const auto is_sure = [](const ComparableClaim& claim) {
    return claim.factuality != Factuality::possible_positive &&
           std::ranges::none_of(claim.sources, &Participant::pronoun);
  };
  return alike.score >= least_for_actor && !alike.same_side && is_sure(a) &&
         is_sure(b) && meets_one(a, b, alike) && !are_apart_in_time(a, b) &&
         !numbers_differ(a.all_numbers, b.all_numbers);
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
  if (alike.score < least_for_value || !are_both_positive(a, b) || a.lists ||
      b.lists || alike.other == 0 || !are_tied(a, b, alike) ||
      !(has_same_actor(alike) || (a.sources.empty() && b.sources.empty())))
    return false;
  if (contrast == Contrast::number)
    return (is_same_matter(alike) || alike.sentence >= 0.3) &&
           a.long_ago == b.long_ago && may_be_one_date(a.date, b.date) &&
           !are_apart_in_time(a, b);
  return is_same_matter(alike) && alike.sentence >= 0.4 &&
         (a.lemma == b.lemma || a.nominal || b.nominal);
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
  const bool forth = is_reversed(a, b), back = is_reversed(b, a);
  const auto* type = class_of(a, ontology);
  return (forth && back) ||
         ((forth || back) && type && type->plover == "SANCTION");
}

}  // namespace demarche
