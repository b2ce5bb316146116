#ifndef DEMARCHE_EXTRACTOR_TREE_H_
#define DEMARCHE_EXTRACTOR_TREE_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"

namespace demarche {

/// The dependency tree of a sentence, read downwards.
///
/// Keeps a pointer to the sentence, which must outlive it.  Building it and
/// asking for all subtrees is linear in the words; nothing is recursive.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  const Sentence& sentence() const { return *sentence_; }
  const Word& operator[](WordIndex word) const {
    return sentence_->words[word];
  }
  /// Dependents in order of words.
  std::span<const WordIndex> children(WordIndex word) const {
    return {children_.data() + starts_[word],
            children_.data() + starts_[word + 1]};
  }
  /// Every word once, each after its head.
  std::span<const WordIndex> top_down() const { return order_; }

  /// Whether `ancestor` is `word` or above it.
  bool dominates(WordIndex ancestor, WordIndex word) const {
    return enter_[ancestor] <= enter_[word] && leave_[word] <= leave_[ancestor];
  }
  /// The first and one past the last word below `word`, itself included.
  WordIndex first_below(WordIndex word) const { return first_[word]; }
  WordIndex end_below(WordIndex word) const { return end_[word]; }

  /// The text from the first to the last word below `word`, without
  /// punctuation at its ends.
  Span subtree_span(WordIndex word) const;

  /// The first dependent with one of these relations; with the subtype
  /// where one is given, else whatever the subtype.
  std::optional<WordIndex> child(
      WordIndex word, std::initializer_list<std::string_view> relations) const;

 private:
  void link_children();
  void number();
  void measure();

  const Sentence* sentence_;
  std::vector<WordIndex> starts_, children_, order_;
  std::vector<WordIndex> enter_, leave_, first_, end_;
};

/// Whether a relation is `wanted`, or a subtype of it.
bool is_relation(std::string_view relation, std::string_view wanted);

/// Of words that stand side by side ("Niger, Mali and Chad") the first, on
/// which the others hang; the word itself where it stands alone.
WordIndex first_conjunct(const Tree& tree, WordIndex word);

}  // namespace demarche

#endif
