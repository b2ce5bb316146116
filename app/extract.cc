// demarche extract: articles in, RDF or event data out.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

#include "app/article_loop.h"
#include "app/commands.h"
#include "app/configuration.h"
#include "app/messages.h"
#include "app/output.h"
#include "graphs/article_quads.h"
#include "graphs/dataset.h"
#include "graphs/events_json.h"
#include "graphs/graph_builder.h"
#include "graphs/statement_check.h"
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
    "  demarche extract --format trig *.txt -o news.trig\n"
    "  demarche extract --into news.dataset *.txt\n"
    "  demarche extract --format events - < news.jsonl";

struct ExtractOptions {
  ArticleOptions articles;
  std::string format = "turtle";
  std::string view = "claims";
  std::string into;  ///< Folder of a dataset; empty: none.
  bool web_annotation = false;
};

DescribeOptions how_to_describe(const ExtractOptions& options,
                                const Extractor& extractor) {
  DescribeOptions how = describe_options_of(
      extractor, options.view, options.articles.strict_attribution);
  how.web_annotation = options.web_annotation;
  return how;
}

ExitStatus write_events(const ExtractOptions& options,
                        const Extractor& extractor, Output& output) {
  return for_each_extraction(
      options.articles, extractor, [&](const Extraction& extraction) {
        output.write(to_events_json(extraction, extractor.ontology()) + "\n");
      });
}

/// All articles share one graph, so that what several of them say of an
/// entity is written once.
ExitStatus write_triples(const ExtractOptions& options,
                         const Extractor& extractor, TurtleSink& sink) {
  const DescribeOptions describe_options = how_to_describe(options, extractor);
  KnowledgeGraph graph;
  const ExitStatus status = for_each_extraction(
      options.articles, extractor, [&](const Extraction& extraction) {
        add_to_graph(extraction, extractor.ontology(), describe_options, graph);
      });
  if (graph.size() > 0) describe(graph, describe_options, sink);
  return status;
}

/// Each article has graphs of its own.
ExitStatus for_each_quads(
    const ExtractOptions& options, const Extractor& extractor,
    const std::function<void(const std::vector<RdfStatement>&)>& take) {
  const DescribeOptions describe_options = how_to_describe(options, extractor);
  return for_each_extraction(
      options.articles, extractor, [&](const Extraction& extraction) {
        take(article_quads(extraction, extractor.ontology(), describe_options));
      });
}

/// Each article is in the dataset as soon as it has been read.
ExitStatus add_to_dataset(const ExtractOptions& options,
                          const Extractor& extractor) {
  const DescribeOptions describe_options = how_to_describe(options, extractor);
  Dataset dataset(options.into, Dataset::Opening::create);
  ExitStatus conflicts = ExitStatus::done;
  const ExitStatus status = for_each_extraction(
      options.articles, extractor, [&](const Extraction& extraction) {
        try {
          dataset.add(
              escape_iri(extraction.article.iri),
              article_quads(extraction, extractor.ontology(), describe_options),
              Dataset::Choice::newer);
        } catch (const TextConflict& conflict) {
          print_error(conflict.what());
          conflicts = ExitStatus::input_error;
        }
      });
  return std::max(status, conflicts);
}

ExitStatus write_trig(const ExtractOptions& options, const Extractor& extractor,
                      TurtleSink& sink) {
  return for_each_quads(options, extractor,
                        [&](const std::vector<RdfStatement>& quads) {
                          if (!quads.empty())
                            sink.set_base(*quads.front().graph);
                          for (const RdfStatement& quad : quads)
                            sink.write(quad);
                        });
}

/// In canonical order, which is that of the lines of all articles.
ExitStatus write_nquads(const ExtractOptions& options,
                        const Extractor& extractor, Output& output) {
  std::vector<RdfStatement> all;
  const ExitStatus status = for_each_quads(
      options, extractor, [&](const std::vector<RdfStatement>& quads) {
        all.insert(all.end(), quads.begin(), quads.end());
      });
  output.write(print_sorted(all));
  return status;
}

ExitStatus write_graph(const ExtractOptions& options,
                       const Extractor& extractor, Output& output) {
  const RdfSyntax syntax = options.format == "turtle"     ? RdfSyntax::turtle
                           : options.format == "ntriples" ? RdfSyntax::ntriples
                                                          : RdfSyntax::trig;
  TurtleSink sink(syntax, [&](std::string_view bytes) {
    output.write(bytes);
    return true;
  });
  const ExitStatus status = syntax == RdfSyntax::trig
                                ? write_trig(options, extractor, sink)
                                : write_triples(options, extractor, sink);
  if (!sink.is_empty()) sink.finish();
  return status;
}

ExitStatus extract(const ExtractOptions& options) {
  if (!options.into.empty())
    return add_to_dataset(options, load_extractor(options.articles));
  Output output(options.articles.output);
  const Extractor extractor = load_extractor(options.articles);
  const auto write = options.format == "events"   ? write_events
                     : options.format == "nquads" ? write_nquads
                                                  : write_graph;
  const ExitStatus status = write(options, extractor, output);
  finish(status, output);
  return status;
}

}  // namespace

void add_extract_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "extract", "Write what articles say as RDF or as event data");
  auto options = std::make_shared<ExtractOptions>();
  add_article_options(command, options->articles,
                      {"auto", "text", "digest", "html", "jsonl", "warc"});
  command
      .add_option("--format", options->format,
                  "turtle (default), ntriples, trig, nquads, or events (JSON "
                  "lines)")
      ->check(
          CLI::IsMember({"turtle", "ntriples", "trig", "nquads", "events"}));
  command
      .add_option(
          "--view", options->view,
          "facts: entities and relations; claims (default): also events, "
          "claims and evidence; full: also untyped frames, all "
          "mentions and words")
      ->check(CLI::IsMember({"facts", "claims", "full"}));
  command
      .add_option("--into", options->into,
                  "Folder of a dataset to add the articles to")
      ->excludes("--format")
      ->excludes("--output");
  command.add_flag("--web-annotation", options->web_annotation,
                   "Give evidence as Web Annotations as well");
  command.footer(examples);
  command.callback([options, &status] { status = extract(*options); });
}

}  // namespace demarche
