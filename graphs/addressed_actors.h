#ifndef DEMARCHE_GRAPHS_ADDRESSED_ACTORS_H_
#define DEMARCHE_GRAPHS_ADDRESSED_ACTORS_H_

#include <vector>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// For event data, which wants a target: the actors that the phrase of an
/// event's trigger names when no actor fills a target role, nearest first, at
/// most two ("demanded an admission by Moscow": Moscow).
///
/// After the practice of event coders such as PETRARCH, but within the
/// trigger's own subtree.  No triple is ever made from it.
std::vector<MentionId> addressed_actors(const Extraction& extraction,
                                        const Event& event,
                                        const Ontology& ontology);

}  // namespace demarche

#endif
