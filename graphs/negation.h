#ifndef DEMARCHE_GRAPHS_NEGATION_H_
#define DEMARCHE_GRAPHS_NEGATION_H_

#include "extractor/analysis.h"

namespace demarche {

/// Whether something in its clause, or what the clause depends on, can negate
/// an event: "no talks", "held no talks", "did not attack", "failed to attack".
/// An event may be negative without: "no fault in the talks" negates a fault.
bool is_negated_at(const Sentence& sentence, WordIndex trigger);

/// How many words negate something in it.
int count_negations(const Sentence& sentence);

}  // namespace demarche

#endif
