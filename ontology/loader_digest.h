#ifndef DEMARCHE_ONTOLOGY_LOADER_DIGEST_H_
#define DEMARCHE_ONTOLOGY_LOADER_DIGEST_H_

namespace demarche {

/// Changes with each file of ontology/*.cc and *.h: both builds make it anew,
/// so that no compiled ontology outlives the code that compiled it.
extern const char* const loader_digest;

}  // namespace demarche

#endif
