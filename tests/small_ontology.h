#ifndef DEMARCHE_TESTS_SMALL_ONTOLOGY_H_
#define DEMARCHE_TESTS_SMALL_ONTOLOGY_H_

#include "ontology/ontology.h"

namespace demarche {

/// An ontology of a dozen words, for tests of rules: accuse, deny, attack,
/// withdraw (troops / from talks), hold talks, fail, plan, not, may, if,
/// allegedly, according to.
const Ontology& small_ontology();

}  // namespace demarche

#endif
