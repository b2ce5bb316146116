#ifndef DEMARCHE_GRAPHS_RELATION_DIAGRAM_H_
#define DEMARCHE_GRAPHS_RELATION_DIAGRAM_H_

#include "graphs/diagram.h"
#include "graphs/relation_table.h"

namespace demarche {

/// Who does what to whom, and who says so.  Rows that agree in ends, relation
/// and claimer are one arrow.
Diagram relation_diagram(const RelationTable& table);

}  // namespace demarche

#endif
