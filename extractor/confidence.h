#ifndef DEMARCHE_EXTRACTOR_CONFIDENCE_H_
#define DEMARCHE_EXTRACTOR_CONFIDENCE_H_

#include <vector>

#include "extractor/confidence_model.h"
#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/sentence_view.h"

namespace demarche {

/// The events without what is too likely to be wrong: one of political event
/// data (whose class has a PLOVER category) that its words hardly tell becomes
/// an untyped frame, and of the others who stands on their sides is weighed
/// (event_sides.h).  As many as before, in the same order.
std::vector<Event> without_doubtful(const Extraction& extraction,
                                    const std::vector<SentenceView>& views,
                                    const ConfidenceModel& model,
                                    const Ontology& ontology);

/// The standing relations with how sure each is; none is left out.
std::vector<Relation> with_confidence(const Extraction& extraction,
                                      const std::vector<SentenceView>& views,
                                      const References& references,
                                      const ConfidenceModel& model,
                                      const Ontology& ontology);

}  // namespace demarche

#endif
