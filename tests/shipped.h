#ifndef DEMARCHE_TESTS_SHIPPED_H_
#define DEMARCHE_TESTS_SHIPPED_H_

#include "extractor/extractor.h"

namespace demarche {

/// The extractor with the ontology and model of the source tree, loaded once;
/// a test that needs it fails if they are not there.
const Extractor& shipped_extractor();

}  // namespace demarche

#endif
