#include "graphs/article_writer.h"

#include <string_view>
#include <vector>

#include "graphs/article_quads.h"
#include "graphs/events_json.h"
#include "graphs/graph_builder.h"
#include "graphs/nquads.h"
#include "graphs/statement_list.h"
#include "graphs/statements.h"
#include "graphs/turtle_sink.h"

namespace demarche {
namespace {

/// What statements are in TriG, with the prefixes.
std::string print_trig(const std::vector<RdfStatement>& quads) {
  std::string bytes;
  TurtleSink sink(RdfSyntax::trig, [&](std::string_view more) {
    bytes += more;
    return true;
  });
  if (!quads.empty()) sink.set_base(*quads.front().graph);
  for (const RdfStatement& quad : quads) sink.write(quad);
  sink.finish();
  return bytes;
}

std::string print_ntriples(const Extraction& extraction,
                           const Ontology& ontology,
                           const DescribeOptions& options) {
  KnowledgeGraph graph;
  add_to_graph(extraction, ontology, options, graph);
  StatementList list;
  describe(graph, options, list);
  std::string bytes;
  for (const RdfStatement& statement : list.statements())
    bytes.append(print_nquad(statement)).append("\n");
  return bytes;
}

}  // namespace

std::string head_of(ArticleFormat format) {
  return format == ArticleFormat::trig ? print_trig({}) : "";
}

std::string print_article(const Extraction& extraction,
                          const Ontology& ontology,
                          const DescribeOptions& options,
                          ArticleFormat format) {
  switch (format) {
    case ArticleFormat::ntriples:
      return print_ntriples(extraction, ontology, options);
    case ArticleFormat::nquads:
      return print_sorted(article_quads(extraction, ontology, options));
    case ArticleFormat::trig:
      return print_trig(article_quads(extraction, ontology, options))
          .substr(head_of(format).size());
    case ArticleFormat::events:
      break;
  }
  return to_events_json(extraction, ontology) + "\n";
}

}  // namespace demarche
