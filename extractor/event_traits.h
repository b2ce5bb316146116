#ifndef DEMARCHE_EXTRACTOR_EVENT_TRAITS_H_
#define DEMARCHE_EXTRACTOR_EVENT_TRAITS_H_

#include <vector>

#include "extractor/confidence_model.h"
#include "extractor/extraction.h"
#include "extractor/sentence_view.h"

namespace demarche {

/// An entity on a side of an event, by the mention that puts it there.
struct SideFiller {
  const Mention* mention = nullptr;
  EntityId entity{};
  Property::Side side = Property::Side::neither;
};

/// Who stands on the sides of an event, in the order of its roles.  `mentions`
/// are those of the event's sentence.
std::vector<SideFiller> side_fillers(const Extraction& extraction,
                                     const Event& event,
                                     const std::vector<MentionId>& mentions,
                                     const Ontology& ontology);

/// What an event looks like: its word, what depends on it, and who stands on
/// its sides.
Traits event_traits(const Extraction& extraction, const Event& event,
                    const std::vector<SideFiller>& fillers,
                    const SentenceView& view, const Ontology& ontology);

}  // namespace demarche

#endif
