#ifndef DEMARCHE_GRAPHS_TOLD_AS_FACT_H_
#define DEMARCHE_GRAPHS_TOLD_AS_FACT_H_

#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// Whether the clauses around an event's trigger leave it a fact, so that it
/// may be stated outside the text.
///
/// No fact is the content of a noun ("the idea that they met", "the notion
/// she met him"), what is asked ("whether they met") or wished ("the need to
/// meet", "easy to meet"), what only may be so ("it may be the day they
/// meet"), and what follows from something alleged.
bool is_told_as_fact(const Tree& tree, WordIndex trigger,
                     const Ontology& ontology);

}  // namespace demarche

#endif
