#ifndef DEMARCHE_EXTRACTOR_PLACE_RELATIONS_H_
#define DEMARCHE_EXTRACTOR_PLACE_RELATIONS_H_

#include "extractor/relation_ends.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// Where places and organisations of a sentence are, as prepositions and
/// commas alone tell: "Bol in Chad", "Bol, Chad", "the rebels in Kanem".  Of
/// a place it is dm:locatedIn, of an actor dm:presentIn; of a state or a
/// person nothing, whose place is mostly that of an event.
void find_place_relations(const Tree& tree, const Ontology& ontology,
                          RelationEnds* ends);

}  // namespace demarche

#endif
