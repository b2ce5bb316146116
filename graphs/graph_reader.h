#ifndef DEMARCHE_GRAPHS_GRAPH_READER_H_
#define DEMARCHE_GRAPHS_GRAPH_READER_H_

#include <vector>

#include "graphs/knowledge_graph.h"
#include "graphs/sord_sink.h"
#include "ontology/ontology.h"

namespace demarche {

/// The graph that `describe` has written into `store`, in any view.  Described
/// again it gives the same statements; only the order of nodes and links is
/// that of their IRIs.  What is not of ours is left out.
KnowledgeGraph read_graph(const SordSink& store, const Ontology& ontology);

/// The articles among statements in any graphs, in the order of their IRIs,
/// without the configuration that read them.
std::vector<ArticleNode> read_articles(
    const std::vector<RdfStatement>& statements);

}  // namespace demarche

#endif
