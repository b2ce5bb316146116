#ifndef DEMARCHE_TESTS_DIAGRAM_BUILDER_H_
#define DEMARCHE_TESTS_DIAGRAM_BUILDER_H_

#include "graphs/diagram.h"

namespace demarche {

/// A diagram of invented actors, the same each time; its arrows join any two.
Diagram random_diagram(int boxes, int arrows);

}  // namespace demarche

#endif
