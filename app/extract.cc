// demarche extract: articles in, RDF or event data out.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/article_loop.h"
#include "app/commands.h"
#include "app/configuration.h"
#include "app/messages.h"
#include "app/output.h"
#include "app/shard_folder.h"
#include "graphs/article_quads.h"
#include "graphs/article_writer.h"
#include "graphs/dataset.h"
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
    "  demarche extract --shards corpus --resume news.jsonl\n"
    "  demarche extract --format events - < news.jsonl";

struct ExtractOptions {
  ArticleOptions articles;
  std::string format = "turtle";
  std::string view = "claims";
  std::string into;  ///< Folder of a dataset; empty: none.
  ShardOptions shards;
  bool web_annotation = false;
};

DescribeOptions how_to_describe(const ExtractOptions& options,
                                const Extractor& extractor) {
  DescribeOptions how = describe_options_of(
      extractor, options.view, options.articles.strict_attribution);
  how.web_annotation = options.web_annotation;
  return how;
}

ArticleFormat format_of(const std::string& name) {
  return name == "ntriples" ? ArticleFormat::ntriples
         : name == "trig"   ? ArticleFormat::trig
         : name == "events" ? ArticleFormat::events
                            : ArticleFormat::nquads;
}

/// Of the names of shards.
std::string ending_of(const std::string& format) {
  return format == "ntriples" ? ".nt"
         : format == "trig"   ? ".trig"
         : format == "events" ? ".jsonl"
                              : ".nq";
}

/// On what, beside the articles, the bytes of shards depend.
nlohmann::ordered_json made_with(const ExtractOptions& options,
                                 const DescribeOptions& how) {
  return {{"version", how.configuration.version},
          {"model", how.configuration.model_digest},
          {"ontology", how.configuration.ontology_digest},
          {"format", options.format},
          {"view", options.view},
          {"input", options.articles.input},
          {"strict_attribution", how.strict_attribution},
          {"min_confidence", options.articles.least_confidence},
          {"web_annotation", how.web_annotation}};
}

/// All articles share one graph, so that what several of them say of an
/// entity is written once.
ExitStatus write_turtle(const ExtractOptions& options,
                        const Extractor& extractor, Output& output) {
  const DescribeOptions how = how_to_describe(options, extractor);
  KnowledgeGraph graph;
  const ExitStatus status = for_each_extraction(
      options.articles, extractor, [&](const Extraction& extraction) {
        add_to_graph(extraction, extractor.ontology(), how, graph);
      });
  if (graph.size() == 0) return status;
  TurtleSink sink(RdfSyntax::turtle, [&](std::string_view bytes) {
    output.write(bytes);
    return true;
  });
  describe(graph, how, sink);
  sink.finish();
  return status;
}

/// Each article is written as soon as those before it have been.
ExitStatus write_articles(const ExtractOptions& options,
                          const Extractor& extractor, Output& output) {
  const DescribeOptions how = how_to_describe(options, extractor);
  const ArticleFormat format = format_of(options.format);
  ArticleQueue queue(options.articles);
  for_each_product(
      queue, extractor, options.articles.threads,
      [&](const Extraction& extraction) {
        return PrintedArticle(extraction, extractor.ontology(), how, format);
      },
      [&](const PrintedArticle& article) {
        output.write_whole([&] {
          if (output.is_empty()) output.write(head_of(format));
          article.write([&](std::string_view bytes) { output.write(bytes); });
        });
      });
  return queue.status();
}

ExitStatus write_shards(const ExtractOptions& options,
                        const Extractor& extractor) {
  const DescribeOptions how = how_to_describe(options, extractor);
  const ArticleFormat format = format_of(options.format);
  ShardFolder folder(options.shards, made_with(options, how),
                     ending_of(options.format), head_of(format));
  ArticleQueue queue(options.articles);
  folder.skip(queue);
  for_each_product(
      queue, extractor, options.articles.threads,
      [&](const Extraction& extraction) {
        return make_part(
            print_article(extraction, extractor.ontology(), how, format),
            extraction.article, options.shards);
      },
      [&](const ShardPart& part) { folder.add(part); });
  folder.finish();
  return queue.status();
}

/// Each article is in the dataset as soon as it has been read.
ExitStatus add_to_dataset(const ExtractOptions& options,
                          const Extractor& extractor) {
  const DescribeOptions how = how_to_describe(options, extractor);
  struct Quads {
    std::string article;
    std::vector<RdfStatement> quads;
  };
  Dataset dataset(options.into, Dataset::Opening::create);
  ExitStatus conflicts = ExitStatus::done;
  ArticleQueue queue(options.articles);
  for_each_product(
      queue, extractor, options.articles.threads,
      [&](const Extraction& extraction) {
        return Quads{escape_iri(extraction.article.iri),
                     article_quads(extraction, extractor.ontology(), how)};
      },
      [&](const Quads& made) {
        try {
          dataset.add(made.article, made.quads, Dataset::Choice::newer);
        } catch (const TextConflict& conflict) {
          print_error(conflict.what());
          conflicts = ExitStatus::input_error;
        }
      });
  return std::max(queue.status(), conflicts);
}

ExitStatus extract(const ExtractOptions& options) {
  if (!options.into.empty())
    return add_to_dataset(options, load_extractor(options.articles));
  if (!options.shards.folder.empty())
    return write_shards(options, load_extractor(options.articles));
  Output output(options.articles.output);
  const Extractor extractor = load_extractor(options.articles);
  const auto write = options.format == "turtle" ? write_turtle : write_articles;
  const ExitStatus status = write(options, extractor, output);
  finish(status, output);
  return status;
}

void add_shard_options(CLI::App& command, ExtractOptions& options) {
  ShardOptions& shards = options.shards;
  CLI::Option* folder =
      command
          .add_option(
              "--shards", shards.folder,
              "Folder to write a corpus into, as compressed files of "
              "some articles each (nquads, if no other format is given)")
          ->excludes("--output")
          ->excludes("--into");
  command
      .add_option("--shard-articles", shards.articles,
                  "Articles in a file (1000)")
      ->check(CLI::Range(1, 1'000'000'000))
      ->needs(folder);
  command
      .add_option("--compress", shards.compression,
                  "zstd (default), gzip, none")
      ->check(CLI::IsMember({"zstd", "gzip", "none"}))
      ->needs(folder);
  command
      .add_flag(
          "--resume", shards.resume,
          "Go on after the last whole file in the folder, if there is one")
      ->needs(folder);
}

}  // namespace

void add_extract_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "extract", "Write what articles say as RDF or as event data");
  auto options = std::make_shared<ExtractOptions>();
  add_article_options(command, options->articles,
                      {"auto", "text", "digest", "html", "jsonl", "warc"});
  CLI::Option* format =
      command
          .add_option(
              "--format", options->format,
              "turtle (default), ntriples, trig, nquads, or events (JSON "
              "lines)")
          ->check(CLI::IsMember(
              {"turtle", "ntriples", "trig", "nquads", "events"}));
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
  add_shard_options(command, *options);
  command.add_flag("--web-annotation", options->web_annotation,
                   "Give evidence as Web Annotations as well");
  command.footer(examples);
  command.callback([options, format, &status] {
    if (!options->shards.folder.empty() && options->format == "turtle") {
      if (!format->empty())
        throw CLI::ValidationError("--format: no shards in turtle");
      options->format = "nquads";
    }
    status = extract(*options);
  });
}

}  // namespace demarche
