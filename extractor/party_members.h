#ifndef DEMARCHE_EXTRACTOR_PARTY_MEMBERS_H_
#define DEMARCHE_EXTRACTOR_PARTY_MEMBERS_H_

#include "extractor/analysis.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// Whether a name that the gazetteer has for a party's people means some of
/// them: "a Democrat", "two Republicans", "many Tories", "moderate Greens",
/// "Democrats who object"; not "Democrats" or "House Republicans", by whom
/// their party acts.
bool is_some_members(const Tree& tree, const Name& name, WordIndex head,
                     const Ontology& ontology);

}  // namespace demarche

#endif
