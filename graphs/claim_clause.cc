#include "graphs/claim_clause.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"
#include "extractor/text_tokens.h"

namespace demarche {
namespace {

template <typename Condition>
bool has_dependent(const Sentence& sentence, WordIndex head,
                   Condition condition) {
  return std::any_of(
      sentence.words.begin(), sentence.words.end(),
      [&](const Word& word) { return word.head == head && condition(word); });
}

/// "if it", "whether it".
bool is_supposed(const Sentence& sentence, WordIndex head) {
  constexpr std::array<std::string_view, 3> marks = {"if", "whether", "unless"};
  return has_dependent(sentence, head, [&](const Word& word) {
    return word.relation == "mark" && is_one_of(to_lower(word.form), marks);
  });
}

/// "sending aid is wrong": an act without anybody who does it.
bool is_act_in_general(const Sentence& sentence, WordIndex verb) {
  const Word& word = sentence.words[verb];
  return word.xpos == "VBG" && word.relation.starts_with("csubj") &&
         !has_dependent(sentence, verb, [](const Word& dependent) {
           return dependent.relation.starts_with("nsubj");
         });
}

bool is_question(const Sentence& sentence) {
  for (auto word = sentence.words.rbegin(); word != sentence.words.rend();
       ++word) {
    if (word->form == "?") return true;
    if (word->upos != Upos::punct) return false;
  }
  return false;
}

/// "other talks", "no longer", "not yet".
bool narrows(const Word& word) {
  constexpr std::array<std::string_view, 15> adverbs = {
      "long",   "longer",      "yet",  "anymore",     "again",
      "still",  "before",      "only", "merely",      "simply",
      "solely", "necessarily", "now",  "immediately", "directly"};
  return word.relation == "amod" || is_one_of(to_lower(word.lemma), adverbs);
}

/// "with any regularity": that it was done otherwise is not denied.
bool is_any_manner(const Sentence& sentence, WordIndex noun) {
  const std::string& relation = sentence.words[noun].relation;
  return (relation == "obl" || relation == "nmod") &&
         has_dependent(sentence, noun,
                       [](const Word& word) {
                         return word.relation == "case" &&
                                to_lower(word.form) == "with";
                       }) &&
         has_dependent(sentence, noun, [](const Word& word) {
           return word.relation == "det" && to_lower(word.form) == "any";
         });
}

/// Whether a word hangs on another, or on its object: "cancel a trip over it".
bool is_below_object(const Sentence& sentence, WordIndex word,
                     WordIndex trigger) {
  if (word == no_word) return false;
  const WordIndex head = sentence.words[word].head;
  return head == trigger ||
         (head != no_word && sentence.words[head].head == trigger &&
          sentence.words[head].relation == "obj");
}

/// "until 2012", "unless they pay", "over the inquiry".
bool is_limit(const Word& word) {
  constexpr std::array<std::string_view, 6> words = {
      "until", "till", "unless", "over", "because", "without"};
  return (word.relation == "mark" || word.relation == "case") &&
         is_one_of(to_lower(word.form), words);
}

}  // namespace

bool is_hypothetical(const Sentence& sentence, WordIndex trigger) {
  if (is_question(sentence)) return true;
  WordIndex word = trigger;
  for (std::size_t steps = 0; steps < sentence.words.size(); ++steps) {
    if (is_supposed(sentence, word) || is_act_in_general(sentence, word))
      return true;
    word = sentence.words[word].head;
    if (word == no_word) break;
  }
  return false;
}

bool selects_some(const Sentence& sentence, WordIndex trigger) {
  const Word& word = sentence.words[trigger];
  if (word.relation != "acl:relcl" || word.head == no_word) return false;
  const Word& noun = sentence.words[word.head];
  return noun.xpos == "NNS" &&
         !has_dependent(sentence, word.head, [](const Word& dependent) {
           return dependent.relation.starts_with("nmod:poss") ||
                  dependent.relation == "nummod";
         });
}

bool is_aside(const Sentence& sentence, WordIndex trigger) {
  const std::string& relation = sentence.words[trigger].relation;
  return relation.starts_with("acl") &&
         !has_dependent(sentence, trigger, [](const Word& word) {
           return word.relation == "mark" || word.relation == "case";
         });
}

int rank_of(const Sentence& sentence, WordIndex trigger) {
  for (const Word& word : sentence.words)
    if (word.head == trigger && word.relation == "amod")
      if (const auto rank = ordinal_of(to_lower(word.form))) return *rank;
  return 0;
}

std::vector<std::string> narrowing_words(const Sentence& sentence,
                                         WordIndex trigger) {
  std::vector<std::string> lemmas;
  // "did not leave to help them"
  for (WordIndex i = 0; i < sentence.words.size(); ++i)
    if (const Word& word = sentence.words[i];
        word.head == trigger && word.relation == "advcl" &&
        has_dependent(sentence, i, [](const Word& mark) {
          return mark.relation == "mark" && to_lower(mark.form) == "to";
        }))
      lemmas.push_back(to_lower(word.lemma));
  for (WordIndex i = 0; i < sentence.words.size(); ++i)
    if (sentence.words[i].head == trigger && is_any_manner(sentence, i))
      lemmas.push_back(to_lower(sentence.words[i].lemma));
  for (const Word& word : sentence.words) {
    const bool is_below =
        word.head == trigger ||
        (is_limit(word) && is_below_object(sentence, word.head, trigger));
    if (is_below && (narrows(word) || is_limit(word)))
      lemmas.push_back(to_lower(word.lemma));
  }
  return lemmas;
}

}  // namespace demarche
