#ifndef DEMARCHE_GRAPHS_PHRASE_PATHS_H_
#define DEMARCHE_GRAPHS_PHRASE_PATHS_H_

#include <optional>

#include "extractor/tree.h"

namespace demarche {

// How words hang together in noun phrases and clauses, for guesses at the
// actors of event data.

/// Whether a word hangs in the noun phrase of its head.
bool is_nominal_link(const Word& word);

/// How many links of noun phrases, and of clauses that the trigger governs
/// without a subject, lead from a word to where the trigger's act arrives;
/// none if the way is long or another.
std::optional<int> links_to(const Tree& tree, WordIndex trigger,
                            WordIndex word);

/// Whether a word is in what the trigger's act is about, and not where it
/// arrives: "a march over Chad", "talked about Chad's plan".
bool is_matter(const Tree& tree, WordIndex trigger, WordIndex word);

/// Whether a word stands in a clause beside the trigger's, or not below it.
bool is_beside(const Tree& tree, WordIndex trigger, WordIndex word);

/// Whether `inner` belongs to the phrase of `outer`, a few links down.
bool is_in_phrase(const Tree& tree, WordIndex inner, WordIndex outer);

/// The word of a phrase that the others hang on.
std::optional<WordIndex> head_in(const Tree& tree, Span phrase);

}  // namespace demarche

#endif
