#include "graphs/opposition.h"

#include <algorithm>

#include "extractor/stance.h"
#include "graphs/compare_values.h"

namespace demarche {
namespace {

/// How surely it must be one event where no rule knows it.
constexpr double least_score = 0.6;
/// So much of the shorter sentence in the other one is a print of it.
constexpr double least_for_copy = 0.85;
/// Sentences as alike as this tell of one event even of nobody known.
constexpr double least_for_agentless = 0.4;

bool is_typed(const ComparableClaim& claim) {
  return claim.type != ClassId::none;
}

bool is_reciprocal(const ComparableClaim& claim, const Ontology& ontology) {
  return is_typed(claim) && ontology[claim.type].reciprocal;
}

/// The negative and the positive one of two claims.
struct Opposites {
  const ComparableClaim& negative;
  const ComparableClaim& positive;
  const Resemblance& alike;
  const Ontology& ontology;

  bool are_typed() const { return is_typed(negative) && is_typed(positive); }
  bool covers_theme() const {
    return std::ranges::includes(positive.theme, negative.theme);
  }
};

/// Whether somebody takes part in the negative one of whom the positive one, as
/// far as it tells, knows nothing: "Rossi did not meet Otieno", "Aziz met
/// Otieno".
bool has_stranger(const Opposites& two) {
  return two.positive.sources.size() >= two.negative.sources.size() &&
         std::ranges::any_of(two.negative.sources, [&](const auto& one) {
           return one.named &&
                  std::ranges::all_of(two.positive.sources,
                                      [&](const auto& other) {
                                        return likeness(one, other) == 0;
                                      });
         });
}

/// Whether the negative one denies less than that it happened: in some manner,
/// for a reason, to such an extent, until some time, a third of its kind, on
/// some topic, or to somebody of whom the other one says nothing.
bool is_narrower(const Opposites& two) {
  const auto& [negative, positive, alike, ontology] = two;
  if (negative.rank != 0 && negative.rank != positive.rank) return true;
  if (alike.answer && !negative.denied) return false;
  if (std::ranges::any_of(negative.circumstances, [&](const auto& lemma) {
        return !std::ranges::binary_search(two.positive.circumstances, lemma) &&
               !std::ranges::binary_search(two.positive.theme, lemma);
      }))
    return true;
  if (alike.answer) return false;
  if (is_reciprocal(negative, ontology) &&
      !std::ranges::includes(positive.around, negative.theme))
    return true;
  return !negative.others.empty() && positive.others.empty() &&
         alike.theme < 0.5;
}

/// Two prints of one sentence cannot contradict each other, however they were
/// read.
bool are_copies(const Opposites& two) {
  return two.alike.copied >= least_for_copy &&
         two.negative.negations == two.positive.negations &&
         !two.alike.same_article;
}

/// Of two acts one may be wanted, known or begun and the other not; and of what
/// is said, whatever has something to say.
bool are_of_other_contents(const Opposites& two) {
  const auto& a = two.negative;
  const auto& b = two.positive;
  if (a.speech && a.contents.empty() != b.contents.empty()) return true;
  return !a.speech && !a.contents.empty() && !b.contents.empty() &&
         !share(a.contents, b.contents);
}

/// "is expected to visit a church": what somebody unnamed only thinks likely;
/// and a noun by which nobody says that it was so: "abandoned its defence",
/// "all the blame".
bool is_rumour(const ComparableClaim& claim) {
  if (claim.nominal && claim.claimers.empty()) return true;
  return claim.factuality == Factuality::probable_positive &&
         (claim.nominal ||
          (!claim.claimers.empty() && claim.claimers.back().label.empty()));
}

/// Whether both meet somebody, one by name, and nothing tells that it is the
/// same.
bool may_meet_others(const Opposites& two) {
  const auto& [negative, positive, alike, ontology] = two;
  return !alike.answer && !alike.other && !negative.others.empty() &&
         !positive.others.empty() &&
         (std::ranges::any_of(negative.others, &Participant::named) ||
          std::ranges::any_of(positive.others, &Participant::named));
}

/// Whether nothing tells which one it is of all of its kind.
bool is_of_any(const ComparableClaim& claim) {
  return claim.selects ||
         (claim.sources.empty() && claim.others.empty() && claim.theme.empty());
}

/// Whether the claims are such that what one denies may be what the other says.
/// What is thought possible, or proposed, is no more than that; who denies "the
/// report" denies what it says, and not that it was made; and "no federal
/// experience" leaves open another one.
bool may_oppose(const Opposites& two) {
  const auto& [negative, positive, alike, ontology] = two;
  return negative.negated_itself && alike.other != 0 &&
         may_be_one_date(negative.date, positive.date) &&
         !are_apart_in_time(negative, positive) &&
         positive.factuality != Factuality::possible_positive &&
         negative.factuality == Factuality::certain_negative &&
         !may_meet_others(two) && !is_of_any(positive) && !negative.selects &&
         !is_rumour(positive) && !has_stranger(two) &&
         !(negative.speech && negative.nominal) &&
         (two.are_typed() || alike.answer || two.covers_theme()) &&
         !is_narrower(two) && !are_copies(two) && !are_of_other_contents(two);
}

/// An answer denies what was said of those of whom it speaks, by somebody if
/// it does not say of whom.  "But" answers
/// only what is of the same matter.
bool is_answer_to(const Opposites& two) {
  const auto& [negative, positive, alike, ontology] = two;
  const auto is_open = [](const auto& a, const auto& b,
                          std::optional<double> alike) {
    return a.empty() || b.empty() || (alike && *alike >= 0.6);
  };
  if (!is_open(negative.sources, positive.sources, alike.source)) return false;
  if (positive.claimers.empty() && !has_same_actor(alike)) return false;
  if (!negative.denied && !positive.denied)
    return has_same_actor(alike) &&
           (negative.theme.empty() || positive.theme.empty() ||
            negative.empty_verb || alike.theme > 0);
  return two.are_typed() || has_same_actor(alike);
}

/// "Rossi resigned", "Rossi has not resigned": whole without anything else.
bool is_whole_by_actor(const Opposites& two) {
  const auto& [a, b, alike, ontology] = two;
  return alike.source == 1 && a.lemma == b.lemma && !a.speech && !a.nominal &&
         !b.nominal && !is_reciprocal(a, ontology) && a.theme.empty() &&
         b.theme.empty() && a.others.empty() && b.others.empty() && is_typed(a);
}

/// "Rossi met Otieno", "Otieno did not meet Rossi": all of two are the same.
bool are_same_parties(const Opposites& two) {
  const auto& [a, b, alike, ontology] = two;
  return is_reciprocal(a, ontology) && is_reciprocal(b, ontology) &&
         a.sources.size() >= 2 && b.sources.size() >= 2 &&
         std::ranges::all_of(a.sources, [&](const Participant& party) {
           return std::ranges::any_of(
               two.positive.sources,
               [&](const auto& same) { return likeness(party, same) == 1; });
         });
}

/// "was not attacked": nobody did it to what the other says was attacked.
bool leaves_none(const Opposites& two) {
  const auto& [negative, positive, alike, ontology] = two;
  if (!two.are_typed())
    return positive.sources.empty() && alike.other == 1 && alike.theme >= 0.5 &&
           negative.lemma == positive.lemma;
  return negative.agentless && alike.sentence >= least_for_agentless;
}

/// How much of the matter of opposite acts must be the same.
constexpr double least_for_acts = 0.5;

bool is_opposite(ClassId one, ClassId other, const Ontology& ontology) {
  const ClassId opposite = ontology[one].opposite_of;
  return opposite != ClassId::none && ontology.is_a(other, opposite);
}

/// What is told as done, without any doubt, by somebody who is known.
bool is_plain_act(const ComparableClaim& claim) {
  return claim.factuality == Factuality::certain_positive && !claim.lists &&
         !claim.selects && !claim.aside && !claim.sources.empty() &&
         std::ranges::none_of(claim.sources, [](const Participant& one) {
           return one.pronoun || one.many;
         });
}

/// Of two accounts that tell no date, those of one day.
bool are_of_one_time(const ComparableClaim& a, const ComparableClaim& b) {
  if (a.date.empty() || b.date.empty())
    return a.published == b.published && a.long_ago == b.long_ago &&
           !are_apart_in_time(a, b);
  return a.date == b.date;
}

}  // namespace

bool are_opposite_acts(const ComparableClaim& a, const ComparableClaim& b,
                       const Ontology& ontology) {
  return is_typed(a) && is_typed(b) && a.lemma != b.lemma &&
         (is_opposite(a.type, b.type, ontology) ||
          is_opposite(b.type, a.type, ontology));
}

bool excludes(const ComparableClaim& a, const ComparableClaim& b,
              const Resemblance& alike) {
  const auto is_many = [](const Participant& one) { return one.many; };
  return is_plain_act(a) && is_plain_act(b) && a.rank == b.rank &&
         a.circumstances == b.circumstances && !alike.same_side &&
         alike.source && *alike.source >= 0.7 && alike.other != 0 &&
         alike.theme >= least_for_acts && are_of_one_time(a, b) &&
         std::ranges::none_of(a.others, is_many) &&
         std::ranges::none_of(b.others, is_many) &&
         (a.contents.empty() || b.contents.empty() ||
          share(a.contents, b.contents)) &&
         alike.score >= least_score;
}

bool opposes(const ComparableClaim& a, const ComparableClaim& b,
             const Resemblance& alike, const Ontology& ontology) {
  const Opposites two = is_negative(a.factuality)
                            ? Opposites{a, b, alike, ontology}
                            : Opposites{b, a, alike, ontology};
  if (!may_oppose(two)) return false;
  if (alike.answer) return is_answer_to(two);
  if (is_whole_by_actor(two) || are_same_parties(two)) return true;
  if (signs_of_identity(a, b, alike) < 2) return false;
  const bool same_actor = has_same_actor(alike);
  if (same_actor && alike.theme >= 0.3 && alike.kind >= 0.9 &&
      a.lemma == b.lemma)
    return true;
  const bool same_matter = two.are_typed()
                               ? is_same_matter(alike)
                               : alike.other == 1 || alike.theme >= 0.5;
  return same_matter && (same_actor || leaves_none(two)) &&
         alike.score >= least_score;
}

}  // namespace demarche
