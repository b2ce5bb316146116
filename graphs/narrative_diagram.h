#ifndef DEMARCHE_GRAPHS_NARRATIVE_DIAGRAM_H_
#define DEMARCHE_GRAPHS_NARRATIVE_DIAGRAM_H_

#include "graphs/diagram.h"
#include "graphs/knowledge_graph.h"
#include "graphs/relation_filter.h"
#include "ontology/ontology.h"

namespace demarche {

/// Adds the narratives of a graph's digests, a frame each, with what each of
/// them says: relations as arrows, and events that have none with what fills
/// their roles.  All is claimed, by whom the frame names; brackets name whom a
/// narrative cites.  `relations` of the filter are relations or classes of
/// events.
void add_narratives(const KnowledgeGraph& graph, const Ontology& ontology,
                    const RelationFilter& filter, Diagram& diagram);

}  // namespace demarche

#endif
