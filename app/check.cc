// demarche check: tells whether files are as they must be.

#include "ontology/check.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/data_files.h"
#include "app/messages.h"
#include "graphs/check_graph.h"
#include "graphs/dataset.h"
#include "graphs/named_graphs.h"
#include "graphs/sord_sink.h"
#include "ontology/error.h"
#include "ontology/ontology.h"
#include "ontology/ontology_cache.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche check ontology/\n"
    "  demarche extract article.txt -o article.ttl\n"
    "  demarche check article.ttl";

struct CheckOptions {
  std::vector<std::string> paths;
  std::string ontology;
  std::string compiled;  ///< File to write; empty: none.
};

/// Checks one path after another; graphs against one ontology.
class Checker {
 public:
  explicit Checker(std::string ontology) : folder_(std::move(ontology)) {}

  /// What is wrong with what is at a path, a message each.
  std::vector<std::string> check(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error) &&
        !Dataset::is_dataset(path))
      return check_ontology(path);
    const std::vector<RdfStatement> statements = load_graph(path);
    SordSink store;
    for (const RdfStatement& statement : from_named_graphs(statements))
      store.write(statement);
    if (!ontology_) ontology_ = load_given_ontology(folder_);
    std::vector<std::string> problems = check_graph(store, *ontology_);
    for (std::string& problem : check_named_graphs(statements))
      problems.push_back(std::move(problem));
    for (std::string& problem : problems) problem = path + ": " + problem;
    return problems;
  }

 private:
  std::string folder_;
  std::optional<Ontology> ontology_;
};

ExitStatus check_all(const CheckOptions& options) {
  ExitStatus status = ExitStatus::done;
  Checker checker(options.ontology);
  for (const std::string& path : options.paths) {
    std::vector<std::string> problems;
    try {
      problems = checker.check(path);
    } catch (const Error& error) {
      problems = {error.what()};
    }
    for (const std::string& problem : problems) print_error(problem);
    if (!problems.empty()) status = ExitStatus::input_error;
  }
  if (status == ExitStatus::done && !options.compiled.empty())
    save_compiled(options.paths.front(), options.compiled);
  return status;
}

}  // namespace

void add_check_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "check", "Tell what is wrong with an ontology or a written graph");
  auto options = std::make_shared<CheckOptions>();
  command
      .add_option("PATH", options->paths,
                  "Folders of ontologies; datasets; graphs in Turtle, TriG, "
                  "N-Triples or N-Quads")
      ->required();
  command.add_option("--ontology", options->ontology,
                     "Folder of the ontology that the graphs use");
  command.add_option("--compile", options->compiled,
                     "File to write the first PATH to, an ontology, if nothing "
                     "is wrong: ONTOLOGY.cache makes loading quick");
  command.footer(examples);
  command.callback([options, &status] { status = check_all(*options); });
}

}  // namespace demarche
