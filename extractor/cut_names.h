#ifndef DEMARCHE_EXTRACTOR_CUT_NAMES_H_
#define DEMARCHE_EXTRACTOR_CUT_NAMES_H_

#include "extractor/extraction.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// Whether a name of a body that the gazetteer does not know is only a piece
/// of one, or two that were read as one, so that nothing can be said of it:
/// "Bol Fishery" of "the Bol Fishery and Lake Affairs Committee", "Campaign" of
/// "the Campaign for Clean Lakes", "Norland Whig" before a senator.
///
/// Names that the analyser cut elsewhere are not seen.
bool is_cut_name(const Tree& tree, const Mention& name, const Entity& entity,
                 const Ontology& ontology);

}  // namespace demarche

#endif
