// demarche compare: what several accounts all say, what only one says, and
// what they contradict.

#include "graphs/compare.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <vector>

#include "app/article_loop.h"
#include "app/commands.h"
#include "app/configuration.h"
#include "app/output.h"
#include "graphs/compare_html.h"
#include "graphs/compare_json.h"
#include "graphs/compare_statements.h"
#include "graphs/compare_words.h"
#include "graphs/turtle_sink.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche compare post.txt times.txt\n"
    "  demarche compare digest.txt          its narratives, and itself\n"
    "  demarche compare article.txt         whom it cites\n"
    "  demarche compare news.dataset        all its articles\n"
    "  demarche compare --in news.dataset https://example.org/1 draft.txt\n"
    "  demarche compare --format html three_outlets.jsonl -o compared.html";

struct CompareOptions {
  ArticleOptions articles;
  std::string format = "text";
};

void write_turtle(const CompareOptions& options, const Extractor& extractor,
                  const std::vector<Extraction>& articles,
                  const Comparison& comparison, Output& output) {
  TurtleSink sink(TurtleSink::Syntax::turtle, [&](std::string_view bytes) {
    output.write(bytes);
    return true;
  });
  describe(comparison, articles, extractor.ontology(),
           describe_options_of(extractor, "claims",
                               options.articles.strict_attribution),
           sink);
  sink.finish();
}

void write(const CompareOptions& options, const Extractor& extractor,
           const std::vector<Extraction>& articles,
           const Comparison& comparison, Output& output) {
  const Ontology& ontology = extractor.ontology();
  if (options.format == "json")
    output.write(to_json(comparison, articles, ontology));
  else if (options.format == "html")
    output.write(to_html(comparison, articles, ontology));
  else if (options.format == "turtle")
    write_turtle(options, extractor, articles, comparison, output);
  else
    output.write(to_text(comparison, articles, ontology));
}

ExitStatus run_compare(const CompareOptions& options) {
  Output output(options.articles.output);
  const Extractor extractor = load_extractor(options.articles);
  std::vector<Extraction> articles;
  const ExitStatus status = for_each_extraction(
      options.articles, extractor, [&](Extraction extraction) {
        articles.push_back(std::move(extraction));
      });
  if (!articles.empty() || status == ExitStatus::done)
    write(options, extractor, articles, compare(articles, extractor.ontology()),
          output);
  finish(status, output);
  return status;
}

}  // namespace

void add_compare_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "compare", "Tell what accounts share, contradict and say alone");
  auto options = std::make_shared<CompareOptions>();
  add_article_options(command, options->articles,
                      {"auto", "text", "digest", "html", "jsonl", "warc"});
  command.add_option("--in", options->articles.dataset,
                     "Dataset that has those ARTICLEs that are no files but "
                     "IRIs or URLs");
  command
      .add_option("--format", options->format,
                  "text (default), json, turtle, or html")
      ->check(CLI::IsMember({"text", "json", "turtle", "html"}));
  command.footer(examples);
  command.callback([options, &status] { status = run_compare(*options); });
}

}  // namespace demarche
