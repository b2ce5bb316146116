#include "graphs/phrase_paths.h"

#include <string_view>

#include "extractor/grammar_words.h"

namespace demarche {
namespace {

constexpr int most_links = 2;

/// Whether a word stands where its head's act arrives, and not where, when or
/// why that is done.
bool is_acted_on(const Tree& tree, WordIndex word) {
  const std::string& relation = tree[word].relation;
  if (relation == "obj" || relation == "iobj" || relation == "nsubj:pass")
    return true;
  if (relation != "obl" && relation != "nmod") return false;
  const auto marker = tree.child(word, {"case"});
  return marker && is_directing_preposition(tree[*marker].lemma);
}

bool is_topical_preposition(std::string_view lemma) {
  return lemma == "about" || lemma == "over";
}

/// "offered to help Chad".
std::optional<int> clauses_to(const Tree& tree, WordIndex trigger,
                              WordIndex word) {
  for (int clauses = 0; clauses <= most_links && word != no_word; ++clauses) {
    if (word == trigger) return clauses;
    if (tree[word].relation != "xcomp") return std::nullopt;
    word = tree[word].head;
  }
  return std::nullopt;
}

}  // namespace

bool is_nominal_link(const Word& word) {
  return is_relation(word.relation, "nmod") || word.relation == "amod" ||
         is_relation(word.relation, "compound");
}

std::optional<int> links_to(const Tree& tree, WordIndex trigger,
                            WordIndex word) {
  for (int links = 0; links <= most_links; ++links) {
    const WordIndex head = tree[word].head;
    if (head == no_word) return std::nullopt;
    if (is_acted_on(tree, word))
      if (const auto clauses = clauses_to(tree, trigger, head))
        return links + *clauses;
    if (is_nominal_link(tree[word]))
      word = head;
    else if (tree[word].relation == "obl:agent" && tree[head].relation == "acl")
      word = tree[head].head;  // "an offer made by Chad"
    else
      return std::nullopt;
  }
  return std::nullopt;
}

bool is_matter(const Tree& tree, WordIndex trigger, WordIndex word) {
  for (; word != trigger && word != no_word; word = tree[word].head) {
    const auto marker = tree.child(word, {"case"});
    if (marker && is_topical_preposition(tree[*marker].lemma)) return true;
  }
  return false;
}

bool is_beside(const Tree& tree, WordIndex trigger, WordIndex word) {
  while (word != trigger && word != no_word) {
    const std::string& relation = tree[word].relation;
    if (is_relation(relation, "conj") || relation == "parataxis" ||
        relation == "acl:relcl")
      return true;
    word = tree[word].head;
  }
  return word == no_word;
}

bool is_in_phrase(const Tree& tree, WordIndex inner, WordIndex outer) {
  for (int links = 0; links <= most_links + 1; ++links) {
    if (inner == outer) return true;
    inner = tree[inner].head;
    if (inner == no_word) return false;
  }
  return false;
}

std::optional<WordIndex> head_in(const Tree& tree, Span phrase) {
  const auto& words = tree.sentence().words;
  for (WordIndex word = 0; word < words.size(); ++word) {
    const WordIndex head = words[word].head;
    if (contains(phrase, words[word].span) &&
        (head == no_word || !contains(phrase, words[head].span)))
      return word;
  }
  return std::nullopt;
}

}  // namespace demarche
