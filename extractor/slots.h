#ifndef DEMARCHE_EXTRACTOR_SLOTS_H_
#define DEMARCHE_EXTRACTOR_SLOTS_H_

#include <optional>
#include <string_view>
#include <vector>

#include "extractor/tree.h"

namespace demarche {

// Where the fillers of a word's roles stand in its sentence.  A slot is a
// PropBank role ("ARG0"), a grammatical one ("subject", "object",
// "possessive", "modifier", "modified", "prefix", "predicate") or a preposition
// ("with"), as lexical entries name them (ontology/ontology.h).

/// The words that head the fillers of `slot` of `word`, conjuncts included, in
/// text order.  PropBank roles come from the word's frame; where it lacks
/// ARG0 or ARG1, the subject and object of the clause stand in, and ARG1 for an
/// object.
std::vector<WordIndex> find_slot(const Tree& tree, WordIndex word,
                                 std::string_view slot);

/// The one who acts in a clause: the subject of an active verb, the agent of
/// a passive one; of a verb without its own, that of the verb that it is
/// joined to, controlled by, or the noun that it modifies.
std::optional<WordIndex> find_agent(const Tree& tree, WordIndex word);

/// The object of an active verb, the subject of a passive one.
std::optional<WordIndex> find_patient(const Tree& tree, WordIndex word);

/// The dependents of a word that carry this preposition.
std::vector<WordIndex> find_prepositional(const Tree& tree, WordIndex word,
                                          std::string_view preposition);

/// A word and the conjuncts that hang on it.
std::vector<WordIndex> with_conjuncts(const Tree& tree, WordIndex word);

/// The verb whose object or passive subject `noun` is, or of which it is the
/// oblique; none if it depends on something else.
std::optional<WordIndex> governing_verb(const Tree& tree, WordIndex noun);

bool is_passive(const Tree& tree, WordIndex verb);

}  // namespace demarche

#endif
