#ifndef DEMARCHE_GRAPHS_GRAPH_READER_H_
#define DEMARCHE_GRAPHS_GRAPH_READER_H_

#include "graphs/knowledge_graph.h"
#include "graphs/sord_sink.h"
#include "ontology/ontology.h"

namespace demarche {

/// The graph of what `store` says about who does what to whom and who says so:
/// entities, events, claims and the relations between them, without roles and
/// evidence.  Takes what `describe` writes, of any view.
KnowledgeGraph read_relations(const SordSink& store, const Ontology& ontology);

}  // namespace demarche

#endif
