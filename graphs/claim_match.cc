// Two claims are about one event if their kinds are alike, nobody that acts
// in one is known to be another in the other, and enough else agrees: who
// acts, whom the act meets, what it is about, the sentences, date and number.
// What differs nevertheless is judged in contrast.cc.

#include "graphs/claim_match.h"

#include <algorithm>
#include <cmath>

#include "graphs/compare_values.h"
#include "graphs/opposition.h"

namespace demarche {
namespace {

constexpr double least_score = 0.5;
/// The same where one and the same actor's act is told and denied.
constexpr double least_for_one_actor = 0.4;

/// "killed" also tells of deaths.
bool is_called(const Class& one, ClassId other) {
  return std::find(one.referred_to_as.begin(), one.referred_to_as.end(),
                   other) != one.referred_to_as.end();
}

class Matcher {
 public:
  Matcher(const ClaimInText& a, const ClaimInText& b,
          const WordWeights& weights, const Ontology& ontology)
      : a_(*a.claim),
        b_(*b.claim),
        analysis_(a.extraction->analysis),
        same_article_(a.article == b.article),
        weights_(weights),
        ontology_(ontology) {
    alike_.same_article = same_article_;
    alike_.same_side = a.side == b.side;
    opposite_acts_ = are_opposite_acts(a_, b_, ontology);
  }

  std::optional<ClaimMatch> match();

 private:
  double kind() const;
  bool is_answer() const;
  double evidence() const;
  std::string reason(Contrast contrast) const;
  const Class* class_of(const ComparableClaim& claim) const {
    return claim.type == ClassId::none ? nullptr : &ontology_[claim.type];
  }

  const ComparableClaim& a_;
  const ComparableClaim& b_;
  const Analysis& analysis_;  ///< Of the first.
  bool same_article_;
  bool opposite_acts_ = false;
  const WordWeights& weights_;
  const Ontology& ontology_;
  Resemblance alike_;
};

double Matcher::kind() const {
  if (a_.relation != b_.relation) return 0;
  if (a_.relation != PropertyId::none) return 1;
  const auto* a = class_of(a_);
  const auto* b = class_of(b_);
  if (!a || !b) return a_.lemma == b_.lemma ? (!a && !b ? 0.9 : 0.7) : 0;
  if (a_.speech != b_.speech) return 0;
  if (a_.speech) return a_.lemma == b_.lemma ? 0.9 : 0;
  if (a_.type == b_.type || opposite_acts_) return 1;
  if (ontology_.is_a(a_.type, b_.type) || ontology_.is_a(b_.type, a_.type))
    return 0.9;
  if (a_.lemma == b_.lemma) return 0.8;
  if (is_called(*a, b_.type) || is_called(*b, a_.type)) return 0.8;
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

double Matcher::evidence() const {
  double sum = 1.2 * alike_.sentence + alike_.theme;
  if (alike_.source) sum += 0.8 * *alike_.source;
  if (alike_.other) sum += 0.6 * *alike_.other;
  if (alike_.answer) sum += 1.2;
  if (!a_.date.empty() && a_.date == b_.date) sum += 0.3;
  if (numbers_agree(a_.numbers, b_.numbers)) sum += 0.5;
  return sum;
}

std::string Matcher::reason(Contrast contrast) const {
  std::string text = opposite_acts_ ? "opposite kinds"
                     : kind() >= 1  ? "same kind"
                                    : "like kind";
  const auto add = [&](bool holds, const char* what) {
    if (holds) text += std::string(", ") + what;
  };
  add(alike_.source && *alike_.source > 0, "same actor");
  add(alike_.other && *alike_.other > 0, "same target");
  add(alike_.theme >= 0.3, "same theme");
  add(alike_.sentence >= 0.3, "like sentences");
  add(alike_.answer, "an answer");
  add(!a_.date.empty() && a_.date == b_.date, "same date");
  if (contrast != Contrast::none)
    text += std::string("; other ") + name_of(contrast);
  return text;
}

std::optional<ClaimMatch> Matcher::match() {
  alike_.kind = kind();
  if (alike_.kind == 0 || (a_.rank != 0 && b_.rank != 0 && a_.rank != b_.rank))
    return std::nullopt;
  alike_.source = likeness(a_.sources, b_.sources);
  alike_.other = likeness(a_.others, b_.others);
  if (a_.relation != PropertyId::none &&
      (alike_.source != 1 || alike_.other != 1))
    return std::nullopt;
  alike_.theme = weights_.similarity(a_.theme, b_.theme);
  // That a sentence is like itself tells nothing.
  if (!same_article_ || a_.sentence_number != b_.sentence_number) {
    alike_.sentence = weights_.similarity(a_.around, b_.around);
    alike_.copied = weights_.containment(a_.around, b_.around);
  }
  alike_.answer = is_answer();
  ClaimMatch match;
  match.contrast =
      opposite_acts_ ? Contrast::polarity : contrast_of(a_, b_, alike_);
  if (a_.speech && match.contrast != Contrast::polarity) return std::nullopt;
  // Other actors cannot add to what speaks for one event.
  const double enough = match.contrast == Contrast::actor ? 1.8 : 2.4;
  alike_.score = std::min(1.0, alike_.kind * evidence() / enough);
  if (match.contrast == Contrast::actor && turns_round(a_, b_, ontology_))
    alike_.score = std::max(alike_.score, least_score);
  match.score = alike_.score = std::round(alike_.score * 100) / 100;
  const double least =
      match.contrast == Contrast::polarity ? least_for_one_actor : least_score;
  if (match.score < least ||
      !(opposite_acts_
            ? excludes(a_, b_, alike_)
            : is_borne_out(match.contrast, a_, b_, alike_, ontology_)))
    return std::nullopt;
  if (match.contrast == Contrast::none && counts_otherwise(a_, b_, alike_))
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

WordWeights::Overlap WordWeights::overlap(
    const std::vector<std::string>& a,
    const std::vector<std::string>& b) const {
  Overlap sums;
  for (const auto& lemma : a) {
    const double weight = (*this)[lemma];
    sums.first += weight * weight;
    if (std::binary_search(b.begin(), b.end(), lemma))
      sums.both += weight * weight;
  }
  for (const auto& lemma : b) sums.second += (*this)[lemma] * (*this)[lemma];
  return sums;
}

double WordWeights::similarity(const std::vector<std::string>& a,
                               const std::vector<std::string>& b) const {
  const auto [both, first, second] = overlap(a, b);
  return both > 0 ? both / std::sqrt(first * second) : 0;
}

double WordWeights::containment(const std::vector<std::string>& a,
                                const std::vector<std::string>& b) const {
  const auto [both, first, second] = overlap(a, b);
  return both > 0 ? both / std::min(first, second) : 0;
}

std::optional<ClaimMatch> match(const ClaimInText& a, const ClaimInText& b,
                                const WordWeights& weights,
                                const Ontology& ontology) {
  return Matcher(a, b, weights, ontology).match();
}

}  // namespace demarche
