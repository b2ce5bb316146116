#ifndef DEMARCHE_GRAPHS_EVENTS_JSON_H_
#define DEMARCHE_GRAPHS_EVENTS_JSON_H_

#include <string>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// The events and attributions of an article as one line of JSON, without the
/// line's end, for users of event data.
///
/// Offsets are code points.  Actors have the code and sector of the country or
/// organisation that they act for.  Untyped frames are listed too, with a null
/// type.  docs/output.md says what each key holds.
std::string to_events_json(const Extraction& extraction,
                           const Ontology& ontology);

}  // namespace demarche

#endif
