#include "extractor/clause_grammar.h"

#include <algorithm>
#include <array>

#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 3> bare_do = {"do", "Do", "DO"};

/// The lemma of the conjunction that introduces a clause, or "".
std::string_view mark_of(const Tree& tree, WordIndex word) {
  const auto mark = tree.child(word, {"mark"});
  return mark ? std::string_view(tree[*mark].lemma) : std::string_view();
}

/// "never stayed and repeatedly left".
bool begins_with_own_adverb(const Tree& tree, WordIndex word) {
  const auto cc = tree.child(word, {"cc"});
  const auto own = tree.child(word, {"advmod"});
  if (!cc || !own || *own > word || *own != *cc + 1 || tree[*cc].lemma == "nor")
    return false;
  for (const WordIndex child : tree.children(tree[word].head))
    if (tree[child].lemma == "never") return true;
  return false;
}

}  // namespace

bool is_infinitive(const Tree& tree, WordIndex word) {
  for (const WordIndex child : tree.children(word))
    if (child < word && tree[child].xpos == "TO" &&
        is_relation(tree[child].relation, "mark"))
      return true;
  return false;
}

bool is_imperative(const Tree& tree, WordIndex word) {
  const Word& verb = tree[word];
  if (verb.upos != Upos::verb || verb.xpos != "VB") return false;
  if (tree.child(word, {"mark", "nsubj", "csubj"})) return false;
  if (verb.relation == "conj" && tree[verb.head].xpos == "VB") return false;
  const auto auxiliary = tree.child(word, {"aux"});
  return (verb.head == no_word || verb.relation == "parataxis" ||
          verb.relation == "conj" || verb.relation == "ccomp") &&
         (!auxiliary || is_one_of(tree[*auxiliary].form, bare_do));
}

bool is_going_to(const Tree& tree, WordIndex word) {
  const auto aim = tree.child(word, {"xcomp"});
  const auto be = tree.child(word, {"aux"});
  return tree[word].lemma == "go" && tree[word].xpos == "VBG" && aim && be &&
         tree[*be].lemma == "be" && is_infinitive(tree, *aim);
}

bool is_due_to(const Tree& tree, WordIndex word) {
  const auto mark = tree.child(word, {"mark"});
  const auto to = mark ? tree.child(*mark, {"fixed"}) : std::nullopt;
  return tree[word].xpos == "VB" && to && tree[*to].xpos == "TO" &&
         tree.child(word, {"cop", "aux"});
}

bool is_condition(const Tree& tree, WordIndex word) {
  if (!is_relation(tree[word].relation, "advcl")) return false;
  for (const WordIndex child : tree.children(word))
    if (is_relation(tree[child].relation, "mark") && tree[child].lemma == "if")
      return child == 0 || tree[child - 1].lemma != "even";
  return false;
}

bool is_awaited(const Tree& tree, WordIndex word) {
  const std::string_view mark = mark_of(tree, word);
  return (mark == "before" || mark == "until" || mark == "till") &&
         tree[word].xpos != "VBG" && !is_past(tree, word);
}

bool is_mere_idea(const Tree& tree, WordIndex word) {
  constexpr std::array<std::string_view, 9> of_thought = {
      "about", "of", "on", "to", "towards", "toward", "against", "than", "as"};
  return tree[word].xpos == "VBG" && !tree.child(word, {"aux"}) &&
         is_one_of(mark_of(tree, word), of_thought);
}

std::optional<WordIndex> governor_of_absolute(const Tree& tree,
                                              WordIndex word) {
  const auto subject = tree.child(word, {"nsubj", "nsubj:pass"});
  const bool is_participle =
      tree[word].xpos == "VBG" || tree[word].xpos == "VBN";
  if (!subject || !is_participle || mark_of(tree, word) != "with")
    return std::nullopt;
  WordIndex head = tree[word].head;
  while (head != no_word &&
         (tree[head].upos == Upos::noun || tree[head].upos == Upos::propn))
    head = tree[head].head;
  if (head == no_word) return std::nullopt;
  return head;
}

bool is_done_by_head(const Tree& tree, WordIndex word) {
  const WordIndex head = tree[word].head;
  if (head == no_word || !is_infinitive(tree, word)) return false;
  const auto& frames = tree.sentence().frames;
  const bool acts = std::any_of(frames.begin(), frames.end(), [&](auto& f) {
    return f.predicate == word &&
           std::any_of(f.arguments.begin(), f.arguments.end(), [&](auto& a) {
             return a.head == head && a.role == "ARG0";
           });
  });
  if (!acts) return false;
  for (const WordIndex child : tree.children(head))
    if (has_feature(tree[child], "NumType=Ord") || tree[child].lemma == "only")
      return true;
  return false;
}

bool is_reason(const Tree& tree, WordIndex word) {
  return tree[word].xpos == "VBG" && mark_of(tree, word) == "for";
}

bool shares_auxiliaries(const Tree& tree, WordIndex word) {
  if (tree.child(word, {"nsubj", "csubj", "aux"})) return false;
  constexpr std::array<std::string_view, 3> finite = {"VBD", "VBZ", "VBP"};
  if (const auto cc = tree.child(word, {"cc"}); cc && tree[*cc].lemma == "or")
    return true;
  if (is_one_of(tree[word].xpos, finite) && begins_with_own_adverb(tree, word))
    return false;
  return !is_one_of(tree[word].xpos, finite) ||
         is_one_of(tree[tree[word].head].xpos, finite);
}

bool is_unavoidable(const Tree& tree, WordIndex word) {
  const WordIndex head = tree[word].head;
  const auto cc = tree.child(word, {"cc"});
  return cc && tree[*cc].lemma == "but" && tree[head].lemma == "help" &&
         tree[word].upos == Upos::verb && !tree.child(word, {"nsubj"});
}

bool asks_for_detail(const Tree& tree, WordIndex word) {
  constexpr std::array<std::string_view, 4> tags = {"WP", "WP$", "WRB", "WDT"};
  for (const WordIndex child : tree.children(word))
    if (child < word && is_one_of(tree[child].xpos, tags)) return true;
  return false;
}

bool is_about_any(const Tree& tree, WordIndex word) {
  constexpr std::array<std::string_view, 5> open = {"any", "anyone", "anybody",
                                                    "anything", "ever"};
  for (WordIndex below = tree.first_below(word); below < tree.end_below(word);
       ++below)
    if (is_one_of(to_lower(tree[below].form), open) &&
        tree.dominates(word, below))
      return true;
  return false;
}

bool is_past(const Tree& tree, WordIndex word) {
  const std::string& xpos = tree[word].xpos;
  if (xpos == "VBD" || xpos == "VBN") return true;
  const auto auxiliary = tree.child(word, {"cop", "aux"});
  return auxiliary && tree[*auxiliary].xpos == "VBD";
}

bool is_definite(const Tree& tree, WordIndex word) {
  if (tree[word].upos == Upos::propn) return true;
  for (const WordIndex child : tree.children(word)) {
    const std::string& relation = tree[child].relation;
    if (is_relation(relation, "nmod:poss") ||
        (is_relation(relation, "det") &&
         is_definite_determiner(tree[child].lemma)))
      return true;
  }
  return false;
}

bool is_set_off(const Tree& tree, WordIndex clause) {
  const WordIndex first = tree.first_below(clause);
  return first > 0 && (tree[first].form == "," || tree[first - 1].form == ",");
}

bool is_not_only(const Tree& tree, WordIndex word) {
  const auto& words = tree.sentence().words;
  return word + 1 < words.size() && words[word + 1].lemma == "only";
}

}  // namespace demarche
