// demarche retract: an article out of a dataset, as if it had never been there.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/messages.h"
#include "app/stored_articles.h"
#include "graphs/dataset.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche retract https://example.org/1 --in news.dataset";

struct RetractOptions {
  std::vector<std::string> articles;
  std::string dataset;
};

ExitStatus retract(const RetractOptions& options) {
  ExitStatus status = ExitStatus::done;
  Dataset dataset(options.dataset, Dataset::Opening::existing);
  for (const std::string& article : options.articles) {
    if (dataset.retract(article) || dataset.retract(iri_of_address(article)))
      continue;
    print_error(options.dataset + ": has no article <" + article + ">");
    status = ExitStatus::input_error;
  }
  return status;
}

}  // namespace

void add_retract_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command =
      *program.add_subcommand("retract", "Remove articles from a dataset");
  auto options = std::make_shared<RetractOptions>();
  command
      .add_option("ARTICLE-IRI", options->articles,
                  "IRIs or URLs of the articles")
      ->required();
  command.add_option("--in", options->dataset, "Folder of the dataset")
      ->required();
  command.footer(examples);
  command.callback([options, &status] { status = retract(*options); });
}

}  // namespace demarche
