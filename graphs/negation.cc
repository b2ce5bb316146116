#include "graphs/negation.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

bool has_relation(const Word& word,
                  std::initializer_list<std::string_view> relations) {
  const auto whole = std::string_view(word.relation);
  return std::find(relations.begin(), relations.end(),
                   whole.substr(0, whole.find(':'))) != relations.end();
}

bool is_core_noun(const Word& word) {
  return has_relation(word, {"nsubj", "obj", "iobj"});
}

/// Whether a verb or an adjective governs its clause.  "their refusal to go"
/// tells of a refusal at some time, and not that they did not go after it.
bool is_subordinate(const Word& word) {
  return has_relation(word, {"xcomp", "ccomp", "csubj", "advcl"});
}

bool is_negation(const Word& word) {
  constexpr std::array<std::string_view, 10> words = {
      "no",      "not", "never",  "n't",     "without",
      "neither", "nor", "nobody", "nothing", "none"};
  return std::find(words.begin(), words.end(), to_lower(word.lemma)) !=
         words.end();
}

/// "no talks", "held no talks", "never held talks".
bool is_negated_noun(const std::vector<Word>& words, WordIndex trigger) {
  const WordIndex head = words[trigger].head;
  const bool has_verb = head != no_word && words[head].upos == Upos::verb;
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return (word.head == trigger || (has_verb && word.head == head)) &&
           is_negation(word);
  });
}

/// "did not attack", "no rebel attacked", "without attacking", and whatever a
/// clause depends on, which may negate it: "failed to attack".
bool is_negated_clause(const std::vector<Word>& words, WordIndex verb) {
  const auto has_negation = [&](WordIndex head) {
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
      return word.head == head && is_negation(word);
    });
  };
  for (WordIndex steps = 0; steps < words.size(); ++steps) {
    if (has_negation(verb)) return true;
    for (WordIndex word = 0; word < words.size(); ++word)
      if (words[word].head == verb && is_core_noun(words[word]) &&
          has_negation(word))
        return true;
    if (words[verb].relation != "conj" || words[verb].head == no_word) break;
    verb = words[verb].head;
  }
  return is_subordinate(words[verb]);
}

}  // namespace

bool is_negated_at(const Sentence& sentence, WordIndex trigger) {
  const auto& words = sentence.words;
  const Upos upos = words[trigger].upos;
  return upos == Upos::noun || upos == Upos::propn
             ? is_negated_noun(words, trigger)
             : is_negated_clause(words, trigger);
}

int count_negations(const Sentence& sentence) {
  return static_cast<int>(
      std::count_if(sentence.words.begin(), sentence.words.end(), is_negation));
}

}  // namespace demarche
