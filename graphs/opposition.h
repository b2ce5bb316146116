#ifndef DEMARCHE_GRAPHS_OPPOSITION_H_
#define DEMARCHE_GRAPHS_OPPOSITION_H_

#include "graphs/contrast.h"

namespace demarche {

/// Whether one of two claims, of opposite polarity, denies what the other one
/// says.  It must deny the whole of it, and at least two signs must tie both to
/// one event.  That somebody did not do it leaves open that others did.
bool opposes(const ComparableClaim& a, const ComparableClaim& b,
             const Resemblance& alike, const Ontology& ontology);

}  // namespace demarche

#endif
