#ifndef DEMARCHE_GRAPHS_DENIED_CLAIMS_H_
#define DEMARCHE_GRAPHS_DENIED_CLAIMS_H_

#include <vector>

#include "graphs/comparable_claim.h"

namespace demarche {

/// What is denied without being said again: "Kenya denied the allegations",
/// "something that Kenya has denied".  Each is the claim that it answers, of
/// somebody else about the denier and shortly before, turned round; its words
/// and id are those of the denial.
std::vector<ComparableClaim> denied_claims(
    const Extraction& extraction, const Ontology& ontology,
    const std::vector<ComparableClaim>& claims);

}  // namespace demarche

#endif
