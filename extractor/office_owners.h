#ifndef DEMARCHE_EXTRACTOR_OFFICE_OWNERS_H_
#define DEMARCHE_EXTRACTOR_OFFICE_OWNERS_H_

#include "extractor/owners.h"
#include "extractor/relation_ends.h"
#include "extractor/relation_words.h"

namespace demarche {

/// Whether an owner in the phrase of a relation's noun is of another kind than
/// the relation's object, though its class fits: a mere party adjective, the
/// department that somebody has charge of, a state for a mayor, a place that
/// belongs to a noun in between, whom an envoy is sent to, or what a verb is
/// about.
///
/// Precondition: the owner's mention is of an entity.
bool is_other_owner(const Tree& tree, const RelationEnds& ends,
                    const Ontology& ontology, const Owner& owner,
                    const RelationWord& word, const LexicalEntry& entry);

}  // namespace demarche

#endif
