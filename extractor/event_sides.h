#ifndef DEMARCHE_EXTRACTOR_EVENT_SIDES_H_
#define DEMARCHE_EXTRACTOR_EVENT_SIDES_H_

#include <vector>

#include "extractor/confidence_model.h"
#include "extractor/extraction.h"
#include "extractor/sentence_view.h"

namespace demarche {

struct WeighedSides {
  std::vector<Role> roles;
  double confidence = 1;  ///< That all are right who stand on the sides.
  BySide nobody{};        ///< How likely nobody stands there.
};

/// The roles of an event after a second look at who stands on its sides: of
/// all whom its sentence mentions, those who likely do, whether the rules gave
/// them a part or not.  Who has none yet gets the first role of his class on
/// that side; who hardly has his loses it.  Each has how sure it is.
///
/// `mentions` are those of the sentence, `entity_of` goes by mention, `traits`
/// are those of the event.  Without a model the roles stay as they are.
WeighedSides weigh_sides(const Extraction& extraction,
                         const std::vector<EntityId>& entity_of,
                         const std::vector<MentionId>& mentions,
                         const Event& event, const Traits& traits,
                         const SentenceView& view, const ConfidenceModel& model,
                         const Ontology& ontology);

/// The first role of a class that puts its filler on this side, or on both.
PropertyId first_role(ClassId type, Property::Side side,
                      const Ontology& ontology);

}  // namespace demarche

#endif
