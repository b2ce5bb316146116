#ifndef DEMARCHE_EXTRACTOR_CLAIMS_H_
#define DEMARCHE_EXTRACTOR_CLAIMS_H_

#include "extractor/extraction.h"
#include "extractor/stance.h"

namespace demarche {

/// One claim for each event and each standing relation of `extraction`: the
/// innermost holder's commitment to it, depth 0 for the article itself.
///
/// Also ties the layers together: an attribution learns its speech event,
/// and a relation that somebody else states becomes `unknown` in the
/// article's own view.  This is the last stage, so it completes the value
/// rather than returning a part.
void add_claims(const Attributed& attributed, Extraction& extraction);

}  // namespace demarche

#endif
