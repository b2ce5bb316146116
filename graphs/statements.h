#ifndef DEMARCHE_GRAPHS_STATEMENTS_H_
#define DEMARCHE_GRAPHS_STATEMENTS_H_

#include "graphs/graph_options.h"
#include "graphs/knowledge_graph.h"
#include "graphs/statement_sink.h"

namespace demarche {

/// Writes what `graph` says, in the view of `options`, in one fixed order:
/// article by article what it tells of, then the entities that articles share
/// with what holds between them, then the evidence.  docs/output.md shows
/// every shape.  Does not finish the sink.
void describe(const KnowledgeGraph& graph, const DescribeOptions& options,
              StatementSink& sink);

}  // namespace demarche

#endif
