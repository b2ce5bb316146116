#ifndef DEMARCHE_EXTRACTOR_SIDE_TRAITS_H_
#define DEMARCHE_EXTRACTOR_SIDE_TRAITS_H_

#include <vector>

#include "extractor/confidence_model.h"
#include "extractor/entity_classes.h"
#include "extractor/extraction.h"
#include "extractor/sentence_view.h"

namespace demarche {

/// Whether a mention is of a person, a body, a place that may stand for
/// them, or a pronoun.
bool may_stand_on_side(const Mention& mention, const EntityClasses& classes,
                       const Ontology& ontology);

/// Who of an event's sentence may stand on one of its sides, and whatever the
/// rules put there; in text order.  `mentions` are those of the sentence.
std::vector<MentionId> side_candidates(const Extraction& extraction,
                                       const std::vector<EntityId>& entity_of,
                                       const std::vector<MentionId>& mentions,
                                       const Event& event,
                                       const Ontology& ontology);

/// How each candidate looks from the event: the parts that the rules gave him,
/// the way through the tree, and of what kind he is.
std::vector<Traits> side_traits(const Extraction& extraction,
                                const std::vector<EntityId>& entity_of,
                                const std::vector<MentionId>& candidates,
                                const Event& event, const SentenceView& view,
                                const Ontology& ontology);

}  // namespace demarche

#endif
