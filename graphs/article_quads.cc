#include "graphs/article_quads.h"

#include <algorithm>

#include "graphs/graph_builder.h"
#include "graphs/named_graphs.h"
#include "graphs/nquads.h"
#include "graphs/statement_check.h"
#include "graphs/statement_list.h"
#include "graphs/statements.h"
#include "ontology/sort_unique.h"

namespace demarche {

std::vector<RdfStatement> article_quads(const Extraction& extraction,
                                        const Ontology& ontology,
                                        const DescribeOptions& options) {
  KnowledgeGraph graph;
  add_to_graph(extraction, ontology, options, graph);
  StatementList list;
  describe(graph, options, list);
  return to_named_graphs(list.statements(), escape_iri(extraction.article.iri));
}

std::string print_sorted(const std::vector<RdfStatement>& statements) {
  std::vector<std::string> lines;
  lines.reserve(statements.size());
  for (const auto& statement : statements)
    lines.push_back(print_nquad(statement));
  sort_unique(lines);
  std::string bytes;
  for (const auto& line : lines) bytes.append(line).append("\n");
  return bytes;
}

}  // namespace demarche
