// demarche extract: articles in, RDF or event data out.

#include <CLI/CLI.hpp>
#include <memory>

#include "app/article_loop.h"
#include "app/commands.h"
#include "app/configuration.h"
#include "app/output.h"
#include "graphs/events_json.h"
#include "graphs/graph_builder.h"
#include "graphs/statements.h"
#include "graphs/turtle_sink.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche extract article.txt\n"
    "  demarche extract --published 2023-01-12 --url https://example.org/1 \\\n"
    "      article.txt -o article.ttl\n"
    "  demarche extract --format ntriples --view facts news.jsonl\n"
    "  demarche extract --format events - < news.jsonl";

struct ExtractOptions {
  ArticleOptions articles;
  std::string format = "turtle";
  std::string view = "claims";
};

ExitStatus write_events(const ExtractOptions& options,
                        const Extractor& extractor, Output& output) {
  return for_each_extraction(
      options.articles, extractor, [&](const Extraction& extraction) {
        output.write(to_events_json(extraction, extractor.ontology()) + "\n");
      });
}

/// All articles share one graph, so that what several of them say of an
/// entity is written once.
ExitStatus write_graph(const ExtractOptions& options,
                       const Extractor& extractor, Output& output) {
  const DescribeOptions describe_options = describe_options_of(
      extractor, options.view, options.articles.strict_attribution);
  KnowledgeGraph graph;
  const ExitStatus status = for_each_extraction(
      options.articles, extractor, [&](const Extraction& extraction) {
        add_to_graph(extraction, extractor.ontology(), describe_options, graph);
      });
  if (graph.size() == 0) return status;
  TurtleSink sink(options.format == "turtle" ? TurtleSink::Syntax::turtle
                                             : TurtleSink::Syntax::ntriples,
                  [&](std::string_view bytes) {
                    output.write(bytes);
                    return true;
                  });
  describe(graph, describe_options, sink);
  sink.finish();
  return status;
}

ExitStatus extract(const ExtractOptions& options) {
  Output output(options.articles.output);
  const Extractor extractor = load_extractor(options.articles);
  const ExitStatus status = options.format == "events"
                                ? write_events(options, extractor, output)
                                : write_graph(options, extractor, output);
  finish(status, output);
  return status;
}

}  // namespace

void add_extract_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "extract", "Write what articles say as RDF or as event data");
  auto options = std::make_shared<ExtractOptions>();
  add_article_options(command, options->articles,
                      {"auto", "text", "digest", "jsonl"});
  command
      .add_option("--format", options->format,
                  "turtle (default), ntriples, or events (JSON lines)")
      ->check(CLI::IsMember({"turtle", "ntriples", "events"}));
  command
      .add_option("--view", options->view,
                  "claims (default): everything; facts: entities and relations")
      ->check(CLI::IsMember({"claims", "facts"}));
  command.footer(examples);
  command.callback([options, &status] { status = extract(*options); });
}

}  // namespace demarche
