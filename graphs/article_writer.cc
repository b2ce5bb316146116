#include "graphs/article_writer.h"

#include <stdexcept>
#include <string_view>
#include <utility>

#include "graphs/article_quads.h"
#include "graphs/events_json.h"
#include "graphs/graph_builder.h"
#include "graphs/nquads.h"
#include "graphs/statement_check.h"
#include "graphs/statement_table.h"
#include "graphs/statements.h"
#include "graphs/turtle_sink.h"

namespace demarche {
namespace {

/// What an article says in TriG, with the prefixes.
std::string print_trig(const StatementTable& table) {
  std::string bytes;
  TurtleSink sink(RdfSyntax::trig, [&](std::string_view more) {
    bytes += more;
    return true;
  });
  if (!table.rows().empty())
    sink.set_base(table.iri(table.rows().front().graph));
  for (const auto& row : table.rows()) sink.write(table[row]);
  sink.finish();
  return bytes;
}

/// Prints statements as they come.
class LineSink : public StatementSink {
 public:
  void write(const RdfStatement& statement) override {
    const auto problem = find_problem(statement);
    if (!problem.empty()) throw std::logic_error("no RDF: " + problem);
    bytes_.append(print_nquad(statement)).append("\n");
  }
  void finish() override {}

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

std::string print_ntriples(const Extraction& extraction,
                           const Ontology& ontology,
                           const DescribeOptions& options) {
  KnowledgeGraph graph;
  add_to_graph(extraction, ontology, options, graph);
  LineSink sink;
  describe(graph, options, sink);
  return sink.take();
}

std::string print_quads(const Extraction& extraction, const Ontology& ontology,
                        const DescribeOptions& options, ArticleFormat format) {
  StatementTable table;
  write_article_quads(extraction, ontology, options, table);
  if (format == ArticleFormat::nquads) return print_sorted(table);
  return print_trig(table).erase(0, head_of(format).size());
}

}  // namespace

std::string head_of(ArticleFormat format) {
  return format == ArticleFormat::trig ? print_trig(StatementTable()) : "";
}

std::string print_article(const Extraction& extraction,
                          const Ontology& ontology,
                          const DescribeOptions& options,
                          ArticleFormat format) {
  switch (format) {
    case ArticleFormat::ntriples:
      return print_ntriples(extraction, ontology, options);
    case ArticleFormat::nquads:
    case ArticleFormat::trig:
      return print_quads(extraction, ontology, options, format);
    case ArticleFormat::events:
      break;
  }
  return to_events_json(extraction, ontology) + "\n";
}

}  // namespace demarche
