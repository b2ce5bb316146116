#include "extractor/makers.h"

#include "extractor/slots.h"

namespace demarche {

std::vector<WordIndex> find_makers(const Tree& tree, WordIndex noun) {
  std::vector<WordIndex> makers = find_slot(tree, noun, "possessive");
  const auto add = [&](const std::vector<WordIndex>& words) {
    makers.insert(makers.end(), words.begin(), words.end());
  };
  for (const char* preposition : {"by", "from", "of"})
    add(find_prepositional(tree, noun, preposition));
  for (const WordIndex child : tree.children(noun)) {
    const bool made = tree[child].relation == "acl" && is_passive(tree, child);
    if (const auto agent = made ? find_agent(tree, child) : std::nullopt)
      add(with_conjuncts(tree, *agent));
  }
  add(find_slot(tree, noun, "modifier"));
  return makers;
}

bool is_content_clause(const Tree& tree, WordIndex clause) {
  return tree[clause].relation == "acl" && tree.child(clause, {"mark"}) &&
         !tree.child(clause, {"nsubj"});
}

}  // namespace demarche
