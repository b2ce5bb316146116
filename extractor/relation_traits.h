#ifndef DEMARCHE_EXTRACTOR_RELATION_TRAITS_H_
#define DEMARCHE_EXTRACTOR_RELATION_TRAITS_H_

#include "extractor/confidence_model.h"
#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// What a standing relation looks like in its sentence: the word that states
/// it, the ways through the tree from there to its ends, of what kind these
/// are, how their names are cut, and what else stands around.
Traits relation_traits(const Extraction& extraction, const Relation& relation,
                       const References& references, const Tree& tree,
                       const Ontology& ontology);

}  // namespace demarche

#endif
