// demarche diagram: who does what to whom, drawn from articles or graphs.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app/article_loop.h"
#include "app/commands.h"
#include "app/configuration.h"
#include "app/data_files.h"
#include "app/messages.h"
#include "app/output.h"
#include "graphs/dot_writer.h"
#include "graphs/graph_builder.h"
#include "graphs/graph_reader.h"
#include "graphs/relation_diagram.h"
#include "graphs/sord_sink.h"
#include "graphs/statements.h"
#include "graphs/svg_writer.h"
#include "ontology/error.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche diagram article.txt -o article.svg\n"
    "  demarche diagram --format dot article.ttl | dot -Tpng > article.png";

struct DiagramOptions {
  ArticleOptions articles;
  std::string format = "svg";
};

bool is_graph(const std::string& file, const std::string& input) {
  return input == "graph" ||
         (input == "auto" && (file.ends_with(".ttl") || file.ends_with(".nt")));
}

/// Adds what articles say to the store.
ExitStatus read_articles(const ArticleOptions& options, SordSink& store) {
  const Extractor extractor = load_extractor(options);
  const DescribeOptions describe_options =
      describe_options_of(extractor, "claims", options.strict_attribution);
  KnowledgeGraph graph;
  const ExitStatus status = for_each_extraction(
      options, extractor, [&](const Extraction& extraction) {
        add_to_graph(extraction, extractor.ontology(), describe_options, graph);
      });
  describe(graph, describe_options, store);
  return status;
}

/// Adds graphs that were written before.
ExitStatus read_graphs(const std::vector<std::string>& files, SordSink& store) {
  ExitStatus status = ExitStatus::done;
  for (const std::string& file : files) {
    try {
      store.load(file);
    } catch (const Error& error) {
      print_error(error.what());
      status = ExitStatus::input_error;
    }
  }
  return status;
}

ExitStatus draw(DiagramOptions options) {
  if (options.format == "svg" && !can_write_svg())
    throw Error("this demarche was built without Graphviz; use --format dot");
  Output output(options.articles.output);
  std::vector<std::string> graphs, articles;
  for (const std::string& file : options.articles.files)
    (is_graph(file, options.articles.input) ? graphs : articles)
        .push_back(file);
  SordSink store;
  ExitStatus status = read_graphs(graphs, store);
  options.articles.files = articles;
  if (!articles.empty() || graphs.empty())
    status = std::max(status, read_articles(options.articles, store));
  if (store.size() > 0) {
    const Ontology ontology =
        Ontology::load(find_ontology(options.articles.ontology));
    const RelationDiagram diagram =
        relation_diagram(read_relations(store, ontology), ontology);
    output.write(options.format == "svg" ? to_svg(diagram) : to_dot(diagram));
  }
  finish(status, output);
  return status;
}

}  // namespace

void add_diagram_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "diagram", "Draw who does what to whom, and who says so");
  auto options = std::make_shared<DiagramOptions>();
  add_article_options(command, options->articles,
                      {"auto", "text", "digest", "jsonl", "graph"});
  command
      .add_option("--format", options->format,
                  "svg (default), laid out by Graphviz, or dot, its language")
      ->check(CLI::IsMember({"svg", "dot"}));
  command.footer(examples);
  command.callback([options, &status] { status = draw(*options); });
}

}  // namespace demarche
