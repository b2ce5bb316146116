#ifndef DEMARCHE_GRAPHS_TIMELINE_DIAGRAM_H_
#define DEMARCHE_GRAPHS_TIMELINE_DIAGRAM_H_

#include "graphs/diagram.h"
#include "graphs/relation_table.h"

namespace demarche {

/// What was done when: a column for each date in their order, with a box for
/// each act, dashed if it is only claimed.  What has no date comes last, and
/// standing relations are left out.
Diagram timeline_diagram(const RelationTable& table);

}  // namespace demarche

#endif
