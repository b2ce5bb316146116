#ifndef DEMARCHE_EXTRACTOR_SENTENCE_JUDGE_H_
#define DEMARCHE_EXTRACTOR_SENTENCE_JUDGE_H_

#include <optional>
#include <vector>

#include "extractor/stance.h"

namespace demarche {

/// Works out the stances of one sentence (see `attribute`), and the
/// attributions that its cues make, which it appends to `attributions`.
class SentenceJudge {
 public:
  /// `base` is the stance of whoever utters the sentence as a whole.
  SentenceJudge(const SentenceView& view, std::uint32_t sentence,
                const References& references, Stance base,
                std::vector<Attribution>& attributions)
      : view_(view),
        tree_(view.tree),
        sentence_(sentence),
        references_(references),
        base_(base),
        attributions_(attributions) {}

  std::vector<Stance> judge();

 private:
  void find_governors();
  bool is_clause_elsewhere(WordIndex word) const;
  bool governs(WordIndex above, WordIndex word) const;
  std::vector<WordIndex> governors_first() const;
  Stance outer_context_of(WordIndex word);
  Stance context_of(WordIndex word);
  Stance clause_context(WordIndex word, WordIndex head) const;
  Stance modifier_context(WordIndex word, WordIndex head) const;
  Stance argument_context(WordIndex word, WordIndex head) const;
  Stance complement_context(WordIndex word, WordIndex head);
  Stance own_stance(WordIndex word, Stance stance);
  void apply_modifier(WordIndex word, WordIndex child, Stance& stance);
  void apply_outer_cue(WordIndex word, WordIndex child, Stance& stance);

  bool is_complement(WordIndex word, WordIndex head) const;
  bool is_denied_report(WordIndex noun) const;
  bool takes(WordIndex verb, WordIndex clause) const;
  bool negates_argument(WordIndex word) const;
  bool is_negated_by_verb(WordIndex noun) const;

  /// The stance of the source of `cue` to `content`, said to be `factuality`
  /// by it.
  Stance report(WordIndex cue, WordIndex source_of, WordIndex content,
                Factuality factuality, const Stance& speaker);
  std::uint32_t attribution_of(WordIndex cue, WordIndex source_of,
                               const Stance& speaker);

  const SentenceView& view_;
  const Tree& tree_;
  std::uint32_t sentence_;
  const References& references_;
  Stance base_;
  std::vector<Attribution>& attributions_;
  std::vector<WordIndex> governor_;  ///< Mostly the head.
  std::vector<Stance> context_, own_;
  std::vector<std::optional<std::uint32_t>> made_;  ///< By cue.
  /// By word that reports its head: the stance that the head is to have for it.
  std::vector<std::optional<Stance>> outside_;
};

}  // namespace demarche

#endif
