#include "graphs/article_quads.h"

#include "graphs/graph_builder.h"
#include "graphs/named_graphs.h"
#include "graphs/statement_check.h"
#include "graphs/statements.h"

namespace demarche {

/// The graph is gone when this returns.
void write_article_triples(const Extraction& extraction,
                           const Ontology& ontology,
                           const DescribeOptions& options,
                           StatementSink& sink) {
  KnowledgeGraph graph;
  add_to_graph(extraction, ontology, options, graph);
  describe(graph, options, sink);
}

std::vector<RdfStatement> article_quads(const Extraction& extraction,
                                        const Ontology& ontology,
                                        const DescribeOptions& options) {
  StatementTable table;
  write_article_quads(extraction, ontology, options, table);
  return table.statements();
}

void write_article_quads(const Extraction& extraction, const Ontology& ontology,
                         const DescribeOptions& options,
                         StatementTable& table) {
  write_article_triples(extraction, ontology, options, table);
  to_named_graphs(table, escape_iri(extraction.article.iri));
}

}  // namespace demarche
