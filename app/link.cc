// demarche link: links between articles, in steps for joins of other programs.

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/article_loop.h"
#include "app/commands.h"
#include "app/messages.h"
#include "app/output.h"
#include "app/written_articles.h"
#include "extractor/input/file_stream.h"
#include "graphs/link_records.h"
#include "graphs/statement_table.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche link --keys monday.nq tuesday.nq > keys.jsonl\n"
    "  demarche link --pairs - < pairs.jsonl > links.nq";

struct LinkOptions {
  std::vector<std::string> graphs;
  std::string pairs;
  std::string output;
};

ExitStatus write_keys(const LinkOptions& options, Output& output) {
  ExitStatus status = ExitStatus::done;
  for (const std::string& path : options.graphs) try {
      for_each_written_article(
          path, [&](const std::string& article,
                    const std::vector<RdfStatement>& quads) {
            output.write(print_link_keys(features_of(article, quads)));
          });
    } catch (const OutputError&) {
      throw;
    } catch (const Error& error) {
      print_error(error.what());
      status = ExitStatus::input_error;
    }
  return status;
}

/// A join that gives what is no pair is wrong as a whole: nothing goes on.
void write_links(std::istream& pairs, const std::string& name, Output& output) {
  std::string line;
  for (std::size_t number = 1; std::getline(pairs, line); ++number) try {
      if (const auto link = link_pair(line))
        output.write(print_sorted(statements_of(*link)));
    } catch (const OutputError&) {
      throw;
    } catch (const Error& error) {
      throw Error(name + ":" + std::to_string(number) + ": " + error.what());
    }
}

ExitStatus write_links(const std::string& path, Output& output) {
  std::ifstream file;
  std::istream& pairs = path == "-" ? std::cin : file;
  try {
    if (path != "-") open_input(path, file);
  } catch (const Error& error) {
    print_error(error.what());
    return ExitStatus::input_error;
  }
  write_links(pairs, path, output);
  if (!has_failed(pairs)) return ExitStatus::done;
  print_error(path + ": cannot be read to its end");
  return ExitStatus::input_error;
}

ExitStatus link(const LinkOptions& options) {
  Output output(options.output);
  const ExitStatus status = options.pairs.empty()
                                ? write_keys(options, output)
                                : write_links(options.pairs, output);
  finish(status, output);
  return status;
}

}  // namespace

void add_link_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "link",
      "Link articles that are too many for a dataset: keys to join them by, "
      "and links of the pairs that were joined (docs/scale.md)");
  auto options = std::make_shared<LinkOptions>();
  CLI::Option* keys =
      command.add_option("--keys", options->graphs,
                         "Write, as JSON lines, by what the articles of these "
                         "written graphs are linked; - is N-Quads");
  CLI::Option* pairs =
      command
          .add_option("--pairs", options->pairs,
                      "Write the links of these pairs of keys, as N-Quads")
          ->excludes(keys);
  command.add_option("-o,--output", options->output,
                     "File to write, whole or not at all");
  command.footer(examples);
  command.callback([options, keys, pairs, &status] {
    if (keys->empty() && pairs->empty())
      throw CLI::RequiredError("--keys or --pairs");
    status = link(*options);
  });
}

}  // namespace demarche
