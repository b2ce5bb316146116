#ifndef DEMARCHE_GRAPHS_GRAPH_BUILDER_H_
#define DEMARCHE_GRAPHS_GRAPH_BUILDER_H_

#include "extractor/extraction.h"
#include "graphs/claim_nodes.h"
#include "graphs/graph_options.h"
#include "graphs/knowledge_graph.h"
#include "ontology/ontology.h"

namespace demarche {

/// Adds what one article says.  An article that is in the graph already, with
/// the same text, is not added again; throws `Error` if its text is another.
/// Throws `std::logic_error` if a span of the extraction is no part of the
/// text; what has been added by then is of no use.  Gives the article's claim
/// nodes, none if it was there.
ClaimNodes add_to_graph(const Extraction& extraction, const Ontology& ontology,
                        const DescribeOptions& options, KnowledgeGraph& graph);

}  // namespace demarche

#endif
