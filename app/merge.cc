// demarche merge: datasets and single graphs into one dataset.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/messages.h"
#include "app/output.h"
#include "app/written_articles.h"
#include "graphs/dataset.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche merge --into all.dataset monday.dataset tuesday.dataset\n"
    "  demarche merge --into all.dataset article.ttl news.trig";

struct MergeOptions {
  std::vector<std::string> inputs;
  std::string into;
};

class Merger {
 public:
  explicit Merger(const std::string& into)
      : dataset_(into, Dataset::Opening::create) {}

  void merge(const std::string& path) {
    for_each_written_article(path, [&](const std::string& article,
                                       const std::vector<RdfStatement>& quads) {
      add(article, quads);
    });
  }

  ExitStatus status = ExitStatus::done;

 private:
  void add(const std::string& article, const std::vector<RdfStatement>& quads) {
    try {
      dataset_.add(article, quads, Dataset::Choice::either);
    } catch (const TextConflict& conflict) {
      print_error(conflict.what());
      status = ExitStatus::input_error;
    } catch (const Error& error) {
      throw OutputError(error.what());
    }
  }

  Dataset dataset_;
};

ExitStatus merge(const MergeOptions& options) {
  Merger merger(options.into);
  for (const std::string& path : options.inputs) {
    try {
      merger.merge(path);
    } catch (const OutputError&) {
      throw;
    } catch (const Error& error) {
      print_error(error.what());
      merger.status = ExitStatus::input_error;
    }
  }
  return merger.status;
}

}  // namespace

void add_merge_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "merge", "Add datasets and written graphs to a dataset");
  auto options = std::make_shared<MergeOptions>();
  command
      .add_option("INPUT", options->inputs,
                  "Datasets; graphs in Turtle, TriG, N-Triples or N-Quads")
      ->required();
  command
      .add_option("--into", options->into,
                  "Folder of the dataset, made where there is none")
      ->required();
  command.footer(examples);
  command.callback([options, &status] { status = merge(*options); });
}

}  // namespace demarche
