#ifndef DEMARCHE_EXTRACTOR_GRAMMAR_WORDS_H_
#define DEMARCHE_EXTRACTOR_GRAMMAR_WORDS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "extractor/mention_clusters.h"

namespace demarche {

// Closed classes of English words that several stages ask about.

/// Whether a word is on a list of them.
template <std::size_t size>
bool is_one_of(std::string_view word,
               const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// A pronoun's person, number, gender and case, by its form in lower case.
struct Pronoun {
  std::string_view form;
  int person = 3;
  bool plural = false;
  /// Refers to persons alone: "he" does, "they" and "it" need not.
  bool personal = false;
  Gender gender = Gender::unknown;
  bool possessive = false;
  bool reflexive = false;
};

/// The pronoun with this form, or null.
const Pronoun* find_pronoun(std::string_view form);

/// The gender that a title or noun for a person tells: "Mrs", "spokesman".
Gender gender_of_noun(std::string_view lemma);

/// "the", "this", "that" and the like: what they introduce is known already.
bool is_definite_determiner(std::string_view form);

/// "series", "round" and the like: what counts is what they are of.
bool is_partitive_noun(std::string_view lemma);

/// "to", "against", "about" and the like: what follows is who or what an act
/// is directed at, and not where, when or by whom it is done.
bool is_directing_preposition(std::string_view lemma);

/// "every", "no", "any" and the like: what they introduce is no one thing,
/// and nothing refers back to it as a noun.
bool is_quantified_determiner(std::string_view form);

}  // namespace demarche

#endif
