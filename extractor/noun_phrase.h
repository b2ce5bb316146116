#ifndef DEMARCHE_EXTRACTOR_NOUN_PHRASE_H_
#define DEMARCHE_EXTRACTOR_NOUN_PHRASE_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// Words [first, end) of a sentence.
struct WordRange {
  WordIndex first = 0;
  WordIndex end = 0;

  friend bool operator==(const WordRange&, const WordRange&) = default;
};

/// The noun phrase that `head` heads: determiner, modifiers and possessor
/// before it, names and "of" phrases after it, but no preposition before it,
/// no clause and no apposition.
WordRange noun_phrase(const Tree& tree, WordIndex head);

/// A word of the lexicon for an actor, office, place or thing ("prime
/// minister"), and the words that it takes up, the head among them.
struct Denotation {
  const LexicalEntry* entry = nullptr;
  WordRange words;

  explicit operator bool() const { return entry != nullptr; }
};

/// What the noun `head` denotes: the longest entry that fits and neither
/// evokes an event nor is silent; case of letters is ignored.
Denotation find_denotation(const Tree& tree, WordIndex head,
                           const Ontology& ontology);

/// The words around `head` that are those of `entry`: all in a row, ending or
/// beginning with the head; empty if it does not fit.
WordRange match_entry(const Tree& tree, const LexicalEntry& entry,
                      WordIndex head);

/// Whether the lexicon or a frame makes the word one of an event.
bool evokes_event(const Tree& tree, WordIndex word, const Ontology& ontology);

/// The determiner of the phrase in lower case ("the", "its"), or "".
std::string determiner_of(const Tree& tree, WordIndex head);

/// The word after a second title: "Awa" in "army spokesman Col. Awa Sy".
WordIndex after_rank(const Tree& tree, WordIndex word);

/// The lemma of a word in lower case, its form, and of a noun that looks like a
/// regular plural its singular: lemmas and number are read, and may be misread.
std::vector<std::string> possible_lemmas(const Word& word);

/// ASCII letters in lower case; other bytes stay.
std::string to_lower(std::string_view text);

/// Whether a byte is a capital of ASCII.
bool is_capital(char c);

/// Whether the word is a common or a proper noun.
bool is_noun(const Word& word);

/// Whether the word hangs in the noun phrase of its head.
bool is_nominal_link(const Word& word);

/// Whether its features have this one: "PronType=Rel".
bool has_feature(const Word& word, std::string_view feature);

/// Whether the word stands in the plural, by feature or tag.
bool is_plural(const Word& word);

}  // namespace demarche

#endif
