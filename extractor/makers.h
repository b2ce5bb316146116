#ifndef DEMARCHE_EXTRACTOR_MAKERS_H_
#define DEMARCHE_EXTRACTOR_MAKERS_H_

#include <vector>

#include "extractor/tree.h"

namespace demarche {

/// Who may be behind what a noun names, the likeliest first: whose decision it
/// is, by whom a letter is signed, whose court gave the ruling.  Whether one is
/// an actor at all is not asked.
std::vector<WordIndex> find_makers(const Tree& tree, WordIndex noun);

/// Whether a clause says what its noun is: "the decision to leave", "its habit
/// of leaving", but not "a man leaving".
bool is_content_clause(const Tree& tree, WordIndex clause);

}  // namespace demarche

#endif
