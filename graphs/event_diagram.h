#ifndef DEMARCHE_GRAPHS_EVENT_DIAGRAM_H_
#define DEMARCHE_GRAPHS_EVENT_DIAGRAM_H_

#include "graphs/diagram.h"
#include "graphs/knowledge_graph.h"
#include "graphs/relation_filter.h"
#include "ontology/ontology.h"

namespace demarche {

/// Adds the events of a graph, each a box with arrows to what fills its roles,
/// and dashed arrows from those who claim it.  Dashed boxes are events that the
/// article itself is not certain of.  An event is wanted if one of the claims
/// about it is; `relations` of the filter are classes of events here.
void add_events(const KnowledgeGraph& graph, const Ontology& ontology,
                const RelationFilter& filter, Diagram& diagram);

}  // namespace demarche

#endif
