#include "tests/shipped.h"

namespace demarche {

const Extractor& shipped_extractor() {
  static const Extractor extractor(
      Ontology::load(DEMARCHE_SOURCE_DIR "/ontology"),
      Analyser::load(DEMARCHE_SOURCE_DIR "/models/demarche.model"));
  return extractor;
}

}  // namespace demarche
