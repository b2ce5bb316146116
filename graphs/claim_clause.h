#ifndef DEMARCHE_GRAPHS_CLAIM_CLAUSE_H_
#define DEMARCHE_GRAPHS_CLAIM_CLAUSE_H_

#include <string>
#include <vector>

#include "extractor/analysis.h"

// What the clause around an event's trigger says of how far it is claimed.

namespace demarche {

/// Whether nobody there says that it was so or was not: it stands under "if"
/// or "whether", in a question, or as an act in general ("sending aid without
/// a vote is wrong").
bool is_hypothetical(const Sentence& sentence, WordIndex trigger);

/// Whether it only tells which of many are meant: "states that banned it".
bool selects_some(const Sentence& sentence, WordIndex trigger);

/// Whether it only describes a noun: "the appeal filed in May"; not "the claim
/// that he filed it".
bool is_aside(const Sentence& sentence, WordIndex trigger);

/// 3 of "a third meeting"; 0 where none is told.
int rank_of(const Sentence& sentence, WordIndex trigger);

/// The lemmas by which less than the whole is denied: "criminal" of "no
/// criminal inquiry", "before" of "never before", "until" of "not until".
std::vector<std::string> narrowing_words(const Sentence& sentence,
                                         WordIndex trigger);

}  // namespace demarche

#endif
