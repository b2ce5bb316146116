// demarche export: a dataset out, as one file in canonical order.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "app/commands.h"
#include "app/output.h"
#include "graphs/dataset.h"
#include "graphs/turtle_sink.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche export news.dataset > news.nq\n"
    "  demarche export --format trig news.dataset -o news.trig";

struct ExportOptions {
  std::string dataset;
  std::string format = "nquads";
  std::string output;
};

void write_trig(Dataset& dataset, Output& output) {
  TurtleSink sink(RdfSyntax::trig, [&](std::string_view bytes) {
    output.write(bytes);
    return true;
  });
  dataset.for_each_article(
      [&](const std::string& article, const std::vector<RdfStatement>& quads) {
        if (!article.empty()) sink.set_base(article);
        for (const RdfStatement& quad : quads) sink.write(quad);
      });
  sink.finish();
}

void export_dataset(const ExportOptions& options) {
  Dataset dataset(options.dataset, Dataset::Opening::existing);
  Output output(options.output);
  if (options.format == "trig")
    write_trig(dataset, output);
  else
    dataset.for_each_line([&](std::string_view line) { output.write(line); });
  output.finish();
}

}  // namespace

void add_export_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "export", "Write a whole dataset in canonical order");
  auto options = std::make_shared<ExportOptions>();
  command.add_option("DATASET", options->dataset, "Folder of the dataset")
      ->required();
  command.add_option("--format", options->format, "nquads (default) or trig")
      ->check(CLI::IsMember({"nquads", "trig"}));
  command.add_option("-o,--output", options->output,
                     "File to write, whole or not at all");
  command.footer(examples);
  command.callback([options, &status] {
    export_dataset(*options);
    status = ExitStatus::done;
  });
}

}  // namespace demarche
