#ifndef DEMARCHE_EXTRACTOR_DOUBTFUL_PRONOUNS_H_
#define DEMARCHE_EXTRACTOR_DOUBTFUL_PRONOUNS_H_

#include <optional>
#include <vector>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// Whether a pronoun of the third person ("they" for a state, too) that was
/// read as `own` may stand for another: its sentence or the one before speaks,
/// before it, of a person with a name who is neither `own` nor `other`, with
/// whom it shares a verb.  Gender is not asked.
bool may_be_another(const Mention& pronoun, EntityId own,
                    std::optional<EntityId> other,
                    const std::vector<Mention>& mentions,
                    const std::vector<Entity>& entities,
                    const Ontology& ontology);

}  // namespace demarche

#endif
