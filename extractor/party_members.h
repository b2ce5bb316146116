#ifndef DEMARCHE_EXTRACTOR_PARTY_MEMBERS_H_
#define DEMARCHE_EXTRACTOR_PARTY_MEMBERS_H_

#include "extractor/analysis.h"
#include "extractor/extraction.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// Whether a name that the gazetteer has for a party's people means some of
/// them: "a Democrat", "two Republicans", "many Tories", "moderate Greens",
/// "Democrats who object"; not "Democrats" or "House Republicans", by whom
/// their party acts.
bool is_some_members(const Tree& tree, const Name& name, WordIndex head,
                     const Ontology& ontology);

/// Whether a mention calls a party by its people or by an adjective, "the
/// Democratic leader", "Republicans": who leads them in a chamber or a vote
/// need not lead the party.
bool is_party_by_its_people(const Tree& tree, const Mention& party,
                            const Ontology& ontology);

}  // namespace demarche

#endif
