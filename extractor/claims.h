#ifndef DEMARCHE_EXTRACTOR_CLAIMS_H_
#define DEMARCHE_EXTRACTOR_CLAIMS_H_

#include <vector>

#include "extractor/extraction.h"
#include "extractor/stance.h"

namespace demarche {

/// One claim for each event and each standing relation of `extraction`: the
/// innermost holder's commitment to it, depth 0 for the article itself.
///
/// What somebody is said to cite without a verb ("according to") becomes a
/// statement of whom he cites, so that each chain of claims is whole.
///
/// Also ties the layers together: an attribution learns its speech event,
/// and a relation that somebody else states becomes `unknown` in the
/// article's own view.  This is the last stage, so it completes the value
/// rather than returning a part.
void add_claims(const Attributed& attributed, const Ontology& ontology,
                Extraction& extraction);

/// The words that tell of what a claim is about: an event's triggers, or what
/// a standing relation was read from.
std::vector<Span> evidence_of(const Extraction& extraction, const Claim& claim);

}  // namespace demarche

#endif
