#ifndef DEMARCHE_EXTRACTOR_ANTECEDENTS_H_
#define DEMARCHE_EXTRACTOR_ANTECEDENTS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extractor/grammar_words.h"
#include "extractor/mention_clusters.h"
#include "extractor/reference.h"
#include "extractor/tree.h"

namespace demarche {

/// Looks for what a pronoun or definite nominal refers back to, among the
/// mentions in a window before it, by a score of salience (after Lappin and
/// Leass 1994): subjects before objects before possessors, the sentence
/// before earlier ones, what is mentioned often before what is not.
class Antecedents {
 public:
  Antecedents(const std::vector<Tree>& trees,
              const std::vector<Mention>& mentions,
              const References& references, const MentionClusters& clusters,
              std::span<const Span> quotations);

  std::optional<std::uint32_t> of_pronoun(std::uint32_t mention,
                                          const Pronoun& pronoun) const;

  /// The last thing in focus with a name that is of the nominal's class:
  /// "the country".
  std::optional<std::uint32_t> of_nominal(std::uint32_t mention) const;

 private:
  template <class Fits>
  std::optional<std::uint32_t> best(std::uint32_t anaphor,
                                    std::uint32_t sentences, Fits fits,
                                    double highest) const;
  double thing_fit(std::uint32_t candidate, std::uint32_t anaphor,
                   const Pronoun& pronoun) const;
  std::optional<std::uint32_t> agent_around(std::uint32_t mention) const;
  double salience(std::uint32_t candidate, std::uint32_t anaphor) const;
  bool is_governed(std::uint32_t candidate, std::uint32_t anaphor) const;
  bool governs(std::uint32_t candidate, std::uint32_t anaphor) const;
  bool is_bound(std::uint32_t candidate, std::uint32_t anaphor) const;
  bool acts_on(std::uint32_t candidate, std::uint32_t anaphor) const;
  bool is_part_of(std::uint32_t anaphor, std::uint32_t candidate) const;
  double number_fit(std::uint32_t candidate, const Pronoun& pronoun) const;
  bool acts(std::uint32_t mention) const;
  bool is_coordinated(std::uint32_t mention) const;
  std::optional<Span> quotation_by(std::uint32_t mention) const;
  bool is_spoken_of(std::uint32_t candidate, Span quotation) const;
  bool is_before_hyphen(std::uint32_t mention) const;
  const Word& head_of(std::uint32_t mention) const {
    return trees_[mentions_[mention].sentence][mentions_[mention].head];
  }

  const std::vector<Tree>& trees_;
  const std::vector<Mention>& mentions_;
  const References& references_;
  const MentionClusters& clusters_;
  std::span<const Span> quotations_;
};

}  // namespace demarche

#endif
