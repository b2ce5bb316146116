#include "extractor/tree.h"

#include <algorithm>

namespace demarche {

Tree::Tree(const Sentence& sentence) : sentence_(&sentence) {
  link_children();
  number();
  measure();
}

void Tree::link_children() {
  const auto& words = sentence_->words;
  starts_.assign(words.size() + 1, 0);
  for (const Word& word : words)
    if (word.head != no_word) ++starts_[word.head + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  children_.resize(starts_.back());
  std::vector<WordIndex> next(starts_.begin(), starts_.end());
  for (WordIndex i = 0; i < words.size(); ++i)
    if (words[i].head != no_word) children_[next[words[i].head]++] = i;
}

// Depth first with an explicit stack: a sentence may be as deep as it is long.
void Tree::number() {
  const auto& words = sentence_->words;
  enter_.assign(words.size(), 0);
  leave_.assign(words.size(), 0);
  std::vector<std::pair<WordIndex, WordIndex>> stack;  // word, next child
  WordIndex clock = 0;
  for (WordIndex root = 0; root < words.size(); ++root) {
    if (words[root].head != no_word) continue;
    stack.emplace_back(root, starts_[root]);
    order_.push_back(root);
    enter_[root] = clock++;
    while (!stack.empty()) {
      auto& [word, next] = stack.back();
      if (next == starts_[word + 1]) {
        leave_[word] = clock;
        stack.pop_back();
        continue;
      }
      const WordIndex child = children_[next++];
      enter_[child] = clock++;
      order_.push_back(child);
      stack.emplace_back(child, starts_[child]);
    }
  }
}

void Tree::measure() {
  const auto& words = sentence_->words;
  first_.resize(words.size());
  end_.resize(words.size());
  for (WordIndex i = 0; i < words.size(); ++i) {
    first_[i] = i;
    end_[i] = i + 1;
  }
  for (auto word = order_.rbegin(); word != order_.rend(); ++word) {
    const WordIndex head = words[*word].head;
    if (head == no_word) continue;
    first_[head] = std::min(first_[head], first_[*word]);
    end_[head] = std::max(end_[head], end_[*word]);
  }
}

Span Tree::subtree_span(WordIndex word) const {
  const auto& words = sentence_->words;
  WordIndex first = first_[word];
  WordIndex last = end_[word] - 1;
  while (first < word && words[first].upos == Upos::punct) ++first;
  while (last > word && words[last].upos == Upos::punct) --last;
  return {words[first].span.begin, words[last].span.end};
}

std::optional<WordIndex> Tree::child(
    WordIndex word, std::initializer_list<std::string_view> relations) const {
  for (const WordIndex child : children(word))
    for (const std::string_view wanted : relations)
      if (is_relation((*this)[child].relation, wanted)) return child;
  return std::nullopt;
}

bool is_relation(std::string_view relation, std::string_view wanted) {
  return relation.substr(0, wanted.size()) == wanted &&
         (relation.size() == wanted.size() || relation[wanted.size()] == ':');
}

WordIndex first_conjunct(const Tree& tree, WordIndex word) {
  while (is_relation(tree[word].relation, "conj") && tree[word].head != no_word)
    word = tree[word].head;
  return word;
}

}  // namespace demarche
