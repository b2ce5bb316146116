#ifndef DEMARCHE_EXTRACTOR_EVENTS_H_
#define DEMARCHE_EXTRACTOR_EVENTS_H_

#include <vector>

#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/sentence_view.h"
#include "extractor/stance.h"

namespace demarche {

/// The events of an article in the order of their triggers, with roles, time,
/// place and quantities, and the article's own view of them.
///
/// Reads the layers below from `extraction` (everything up to quantities).
/// A sentence that repeats an earlier one word for word gives no events of
/// its own: it is further evidence of the first one's.
std::vector<Event> find_events(const Extraction& extraction,
                               const std::vector<SentenceView>& views,
                               const References& references,
                               const Attributed& attributed,
                               const Ontology& ontology);

}  // namespace demarche

#endif
