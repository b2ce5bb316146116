#include "extractor/trait_words.h"

#include <algorithm>
#include <string_view>

namespace demarche {
namespace {

std::string plain(std::string_view relation) {
  return std::string(relation.substr(0, relation.find(':')));
}

/// A word and all above it, the root last.
std::vector<WordIndex> way_up(const Tree& tree, WordIndex word) {
  std::vector<WordIndex> way;
  for (; word != no_word; word = tree[word].head) way.push_back(word);
  return way;
}

}  // namespace

std::string class_name(ClassId id, const Ontology& ontology) {
  return id == ClassId::none ? "" : std::string(local_name(ontology[id].iri));
}

std::string at_most(std::size_t number, std::size_t most) {
  return std::to_string(std::min(number, most));
}

std::vector<std::string> path(const Tree& tree, WordIndex from, WordIndex to) {
  auto up = way_up(tree, from), down = way_up(tree, to);
  while (!up.empty() && !down.empty() && up.back() == down.back()) {
    up.pop_back();
    down.pop_back();
  }
  std::vector<std::string> steps;
  steps.reserve(up.size() + down.size());
  for (const WordIndex word : up)
    steps.push_back("^" + plain(tree[word].relation));
  for (auto word = down.rbegin(); word != down.rend(); ++word)
    steps.push_back("v" + tree[*word].relation);
  return steps;
}

std::string join(const std::vector<std::string>& steps, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(most, steps.size()); ++i)
    text += (i == 0 ? "" : "/") + steps[i];
  return text;
}

}  // namespace demarche
