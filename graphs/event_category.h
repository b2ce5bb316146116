#ifndef DEMARCHE_GRAPHS_EVENT_CATEGORY_H_
#define DEMARCHE_GRAPHS_EVENT_CATEGORY_H_

#include <string>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// The PLOVER category under which event data counts an event: that of its
/// class; where the event is only planned or promised, or is refused, what the
/// class then counts as ("will meet": AGREE).  "" if it has none, or if it is
/// claimed by nobody and has no actor.
std::string_view category_of(const Extraction& extraction, EventId event,
                             const Ontology& ontology);

}  // namespace demarche

#endif
