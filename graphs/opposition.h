#ifndef DEMARCHE_GRAPHS_OPPOSITION_H_
#define DEMARCHE_GRAPHS_OPPOSITION_H_

#include "graphs/contrast.h"

namespace demarche {

/// Whether one of two claims, of opposite polarity, denies what the other one
/// says.  It must deny the whole of it, and at least two signs must tie both to
/// one event.  That somebody did not do it leaves open that others did.
bool opposes(const ComparableClaim& a, const ComparableClaim& b,
             const Resemblance& alike, const Ontology& ontology);

/// Whether two claims tell of acts of which nobody does both to the same thing
/// at one time: that it was approved, that it was rejected.
bool are_opposite_acts(const ComparableClaim& a, const ComparableClaim& b,
                       const Ontology& ontology);

/// Whether two opposite acts are told of one actor, thing and time, so that
/// the one leaves no room for the other.  What was approved in May and rejected
/// in June was both.
bool excludes(const ComparableClaim& a, const ComparableClaim& b,
              const Resemblance& alike);

}  // namespace demarche

#endif
