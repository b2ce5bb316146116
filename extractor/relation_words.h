#ifndef DEMARCHE_EXTRACTOR_RELATION_WORDS_H_
#define DEMARCHE_EXTRACTOR_RELATION_WORDS_H_

#include <optional>
#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/noun_phrase.h"
#include "extractor/reference.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// A word of the lexicon that states a standing relation, in its sentence.
struct RelationWord {
  /// In the lexicon's order: what has conditions goes first.  Empty: none.
  std::vector<const LexicalEntry*> entries;
  WordIndex head = 0;
  WordRange words;  ///< Those that the entries take up.
};

/// The longest entries with a relation that fit a word, if there are any.
RelationWord find_relation_word(const Tree& tree, WordIndex word,
                                const Ontology& ontology);

/// Whether the word is only a piece of something else: of a person's name
/// ("Larry King"), of a compound ("father-in-law"), an adjective made of a
/// verb ("leading members"), or a verb in another sense ("led us to see").
bool is_part_of_other(const Tree& tree, const RelationWord& word);

/// The words of the phrase before a title, from right to left: those of "the
/// then-House Budget Committee chairman"; no comma and no person's name.
std::vector<WordIndex> words_before_title(const Tree& tree, WordIndex noun);

/// The relation that an entry without slots puts in place of a noun's own:
/// that of an adjective ("former", "the then") or, in the past tense, of the
/// copula ("was the mayor") or verb that the noun completes ("served as").
std::optional<PropertyId> find_change(const Tree& tree, WordIndex noun,
                                      const Ontology& ontology);

/// Words that head what a relation holds of, and the clause that says so.
struct Bearers {
  std::vector<WordIndex> words;
  WordIndex clause = no_word;  ///< The word that negation hangs on.
};

/// Of whom a noun says its relation: the subject of its copula ("Chad is a
/// member"), of a verb that it completes ("remains a member", "is seen as a
/// member"), the name to which it is a title or apposition, or its own
/// referent.
Bearers find_bearers(const Tree& tree, WordIndex noun);

/// The head of the name that begins right after a noun which hangs on a name:
/// "Sy" for the minister in "Prime Minister Sy".
std::optional<WordIndex> find_name_after(const Tree& tree, WordIndex noun);

/// The head of the person's name that ends right before the comma before a
/// noun's phrase: of "Awa Sy, a minister, and Idris Ba, a senator" the parser
/// may make one chain.
std::optional<WordIndex> name_before_comma(const Tree& tree, WordIndex noun);

/// The head of the name right before the comma before a passive clause with an
/// agent, which it is about: "the Bank of Bol, led by Awa Sy".
std::optional<WordIndex> name_before_clause(const Tree& tree, WordIndex verb);

/// Whether a title stands right before a person's name that `subject` is not
/// in: "Awa Sy and the mayor Idris Ba".
bool is_title_of_next(const Tree& tree, const RelationWord& word,
                      WordIndex subject);

/// "is recognized as the mayor", who need not be it; not "served as".
bool is_seen_as(const Tree& tree, WordIndex noun, const Ontology& ontology);

/// How sure the words of a clause leave what it says: negated, possible, …
Factuality factuality_of(const Tree& tree, WordIndex clause,
                         const Ontology& ontology);

}  // namespace demarche

#endif
