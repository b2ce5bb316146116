// Two claims are about one event if their kinds are alike, nobody that acts
// in one is known to be another in the other, and enough else agrees: who
// acts, whom the act meets, what it is about, the sentences, date and number.

#include "graphs/claim_match.h"

#include <algorithm>
#include <cmath>

#include "extractor/stance.h"
#include "graphs/compare_values.h"
#include "graphs/evidence.h"

namespace demarche {
namespace {

constexpr double least_score = 0.5;
/// How surely it must be one event for a difference to be a contradiction, and
/// not the sign of another event.
constexpr double least_for_polarity = 0.6;
constexpr double least_for_one_actor = 0.4;
constexpr double least_for_actor = 0.6;
constexpr double least_for_value = 0.55;

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

class Matcher {
 public:
  Matcher(const ClaimInText& a, const ClaimInText& b,
          const WordWeights& weights, const Ontology& ontology)
      : a_(*a.claim),
        b_(*b.claim),
        analysis_(a.extraction->analysis),
        same_article_(a.article == b.article),
        same_side_(a.side == b.side),
        weights_(weights),
        ontology_(ontology) {}

  std::optional<ClaimMatch> match();

 private:
  double kind() const;
  bool is_answer() const;
  bool turns_round() const;
  bool has_one_actor() const;
  double evidence() const;
  bool actor_differs() const;
  Contrast contrast() const;
  bool is_borne_out(Contrast contrast, double score) const;
  bool is_same_matter() const;
  bool opposes(double score) const;
  bool value_differs(Contrast contrast, double score) const;
  std::string reason(Contrast contrast) const;
  const Class* class_of(const ComparableClaim& claim) const {
    return claim.type == ClassId::none ? nullptr : &ontology_[claim.type];
  }

  const ComparableClaim& a_;
  const ComparableClaim& b_;
  const Analysis& analysis_;  ///< Of the first.
  bool same_article_;
  bool same_side_;
  const WordWeights& weights_;
  const Ontology& ontology_;
  std::optional<double> source_, other_;
  double theme_ = 0, sentence_ = 0;
};

double Matcher::kind() const {
  if (a_.relation != b_.relation) return 0;
  if (a_.relation != PropertyId::none) return 1;
  const auto* a = class_of(a_);
  const auto* b = class_of(b_);
  if (!a || !b) return a_.lemma == b_.lemma ? (!a && !b ? 0.9 : 0.7) : 0;
  if (a_.speech != b_.speech) return 0;
  if (a_.speech) return a_.lemma == b_.lemma ? 0.9 : 0;
  if (a_.type == b_.type) return 1;
  if (ontology_.is_a(a_.type, b_.type) || ontology_.is_a(b_.type, a_.type))
    return 0.9;
  if (a_.lemma == b_.lemma) return 0.8;
  if (a->plover.empty() || a->plover != b->plover) return 0;
  return !a->mode.empty() && a->mode == b->mode ? 0.7 : 0.5;
}

/// Whether one answers the other, a few sentences before it: "Armenia says
/// they do little. But Russia says they do all they can"; "Baku denies it".
bool Matcher::is_answer() const {
  if (!same_article_) return false;
  const auto later = std::max(a_.sentence_number, b_.sentence_number);
  const auto apart = later - std::min(a_.sentence_number, b_.sentence_number);
  const bool denies = (a_.denied || b_.denied) && kind() >= 0.8;
  if (denies && apart <= 3) return true;
  const auto& words = analysis_.sentences[later].words;
  return a_.lemma == b_.lemma && apart <= 1 && !words.empty() &&
         is_contrastive(words.front());
}

/// Whether one tells of the other's act as of the act of whom it met.  Where
/// one of them names nobody whom it met, only of breaks: "she dismissed" may be
/// a passive misread.
bool Matcher::turns_round() const {
  const bool forth = is_reversed(a_, b_), back = is_reversed(b_, a_);
  const auto* type = class_of(a_);
  return (forth && back) ||
         ((forth || back) && type && type->plover == "SANCTION");
}

/// Whether such an event has one side that does it, so that two accounts
/// which name different ones contradict each other.  A person may act for a
/// party or a state.
bool Matcher::has_one_actor() const {
  const auto is_person = [](const Participant& actor) { return actor.person; };
  if (std::any_of(a_.sources.begin(), a_.sources.end(), is_person) !=
      std::any_of(b_.sources.begin(), b_.sources.end(), is_person))
    return false;
  for (const auto* type : {class_of(a_), class_of(b_)})
    if (!type || type->reciprocal ||
        (type->plover != "ASSAULT" && type->plover != "COERCE" &&
         type->plover != "SANCTION"))
      return false;
  return true;
}

double Matcher::evidence() const {
  double sum = 1.2 * sentence_ + theme_;
  if (source_) sum += 0.8 * *source_;
  if (other_) sum += 0.6 * *other_;
  if (is_answer()) sum += 1.2;
  if (!a_.date.empty() && a_.date == b_.date) sum += 0.3;
  if (numbers_agree(a_.numbers, b_.numbers)) sum += 0.5;
  return sum;
}

bool Matcher::actor_differs() const { return source_ && *source_ == 0; }

Contrast Matcher::contrast() const {
  const bool opposite =
      (is_positive(a_.factuality) && is_negative(b_.factuality)) ||
      (is_negative(a_.factuality) && is_positive(b_.factuality));
  if (actor_differs()) return Contrast::actor;
  if (opposite) return Contrast::polarity;
  if (numbers_differ(a_.numbers, b_.numbers)) return Contrast::number;
  if (dates_differ(a_.date, b_.date)) return Contrast::date;
  return Contrast::none;
}

std::string Matcher::reason(Contrast contrast) const {
  std::string text = kind() >= 1 ? "same kind" : "like kind";
  const auto add = [&](bool holds, const char* what) {
    if (holds) text += std::string(", ") + what;
  };
  add(source_ && *source_ > 0, "same actor");
  add(other_ && *other_ > 0, "same target");
  add(theme_ >= 0.3, "same theme");
  add(sentence_ >= 0.3, "like sentences");
  add(is_answer(), "an answer");
  add(!a_.date.empty() && a_.date == b_.date, "same date");
  if (contrast != Contrast::none)
    text += std::string("; other ") + name_of(contrast);
  return text;
}

bool Matcher::is_same_matter() const {
  return (other_ && *other_ > 0) || theme_ >= 0.3 || is_answer();
}

/// Whether what a claim is about is all in what another is about.
bool covers(const ComparableClaim& whole, const ComparableClaim& part) {
  return std::ranges::includes(whole.theme, part.theme);
}

/// Whether one denies what the other says.  That somebody did not do it leaves
/// open that others did; what is thought possible, or proposed, is no more than
/// that; who denies "the report" denies what it says, and not that it was made;
/// and "no federal experience" leaves open another one.
bool Matcher::opposes(double score) const {
  const bool typed = a_.type != ClassId::none && b_.type != ClassId::none;
  const auto& negative = is_negative(a_.factuality) ? a_ : b_;
  const auto& positive = is_negative(a_.factuality) ? b_ : a_;
  const bool same_actor = source_ && *source_ >= 0.6;
  if (!negative.negated_itself || !may_be_one_date(a_.date, b_.date) ||
      positive.factuality == Factuality::possible_positive ||
      (negative.speech && negative.nominal) ||
      (!typed && !covers(positive, negative)))
    return false;
  if (is_answer()) return typed || same_actor;
  if (same_actor && theme_ >= 0.3 && kind() >= 0.9) return true;
  if (!typed && positive.sources.empty() && other_ == 1 && theme_ >= 0.5 &&
      a_.lemma == b_.lemma)
    return true;
  const bool leaves_none = negative.sources.empty() && typed;
  const bool same_matter =
      typed ? is_same_matter() : other_ == 1 || theme_ >= 0.5;
  return same_matter && (same_actor || leaves_none) &&
         score >= least_for_polarity;
}

/// Whether two numbers or dates are of one event, which has but one of them.
bool Matcher::value_differs(Contrast contrast, double score) const {
  const bool same_actor = source_ && *source_ >= 0.6;
  if (score < least_for_value || !is_positive(a_.factuality) ||
      !is_positive(b_.factuality) ||
      !(same_actor || (a_.sources.empty() && b_.sources.empty())))
    return false;
  if (contrast == Contrast::number)
    return (is_same_matter() || sentence_ >= 0.3) &&
           may_be_one_date(a_.date, b_.date);
  return is_same_matter();
}

/// Whether what differs contradicts: in other respects it is one event.
bool Matcher::is_borne_out(Contrast contrast, double score) const {
  switch (contrast) {
    case Contrast::none:
      return true;
    case Contrast::polarity:
      return opposes(score);
    case Contrast::actor:
      return has_one_actor() && is_positive(a_.factuality) &&
             is_positive(b_.factuality) &&
             (turns_round() || (score >= least_for_actor && !same_side_));
    case Contrast::number:
    case Contrast::date:
      return value_differs(contrast, score);
  }
  return false;
}

std::optional<ClaimMatch> Matcher::match() {
  const double like_kind = kind();
  if (like_kind == 0) return std::nullopt;
  source_ = likeness(a_.sources, b_.sources);
  other_ = likeness(a_.others, b_.others);
  if (a_.relation != PropertyId::none && (source_ != 1 || other_ != 1))
    return std::nullopt;
  theme_ = weights_.similarity(a_.theme, b_.theme);
  // That a sentence is like itself tells nothing.
  if (!same_article_ || a_.sentence_number != b_.sentence_number)
    sentence_ = weights_.similarity(a_.around, b_.around);
  ClaimMatch match;
  match.contrast = contrast();
  if (a_.speech && match.contrast != Contrast::polarity) return std::nullopt;
  // Other actors cannot add to what speaks for one event.
  const double enough = match.contrast == Contrast::actor ? 1.8 : 2.4;
  match.score = std::min(1.0, like_kind * evidence() / enough);
  if (match.contrast == Contrast::actor && turns_round())
    match.score = std::max(match.score, least_score);
  match.score = std::round(match.score * 100) / 100;
  const double least =
      match.contrast == Contrast::polarity ? least_for_one_actor : least_score;
  if (match.score < least || !is_borne_out(match.contrast, match.score))
    return std::nullopt;
  if (match.contrast == Contrast::none &&
      numbers_differ(a_.all_numbers, b_.all_numbers) &&
      value_differs(Contrast::number, match.score))
    match.contrast = Contrast::number;
  match.reason = reason(match.contrast);
  return match;
}

}  // namespace

void WordWeights::add(const Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    ++sentences_;
    for (const auto& lemma : content_lemmas(analysis, sentence.span))
      ++sentences_with_[lemma];
  }
}

double WordWeights::operator[](const std::string& lemma) const {
  const auto found = sentences_with_.find(lemma);
  const int with = found == sentences_with_.end() ? 0 : found->second;
  return 1 + std::log((sentences_ + 1.0) / (with + 0.5));
}

double WordWeights::similarity(const std::vector<std::string>& a,
                               const std::vector<std::string>& b) const {
  double both = 0, in_a = 0, in_b = 0;
  for (const auto& lemma : a) {
    const double weight = (*this)[lemma];
    in_a += weight * weight;
    if (std::binary_search(b.begin(), b.end(), lemma)) both += weight * weight;
  }
  for (const auto& lemma : b) in_b += (*this)[lemma] * (*this)[lemma];
  return both > 0 ? both / std::sqrt(in_a * in_b) : 0;
}

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

std::optional<ClaimMatch> match(const ClaimInText& a, const ClaimInText& b,
                                const WordWeights& weights,
                                const Ontology& ontology) {
  return Matcher(a, b, weights, ontology).match();
}

}  // namespace demarche
