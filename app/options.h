#ifndef DEMARCHE_APP_OPTIONS_H_
#define DEMARCHE_APP_OPTIONS_H_

#include <algorithm>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "extractor/article_source.h"
#include "extractor/confidence_model.h"

namespace CLI {
class App;
class Validator;
}  // namespace CLI

namespace demarche {

/// How the program ends.
enum class ExitStatus {
  done = 0,
  input_error = 1,  ///< Some input could not be read; the rest was done.
  usage_error = 2   ///< Wrong options or set-up, or output not written.
};

/// What all subcommands that read articles are told.
struct ArticleOptions {
  std::vector<std::string> files;  ///< "-": standard input.
  std::string input = "auto";      ///< Kind of the files.
  std::string dataset;             ///< Where IRIs among `files` are found.
  Metadata given;                  ///< Metadata by hand.
  std::string ontology;            ///< Folder; empty: see data_files.h.
  std::string model;               ///< File; the same.
  std::string output;              ///< Empty: standard output.
  bool strict_attribution = false;
  double least_confidence = ConfidenceModel::default_least_type;
  /// Articles read at the same time: by default one a processor, to eight.
  unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
};

/// Adds these options to a subcommand.  `kinds` are the values of --input.
void add_article_options(CLI::App& command, ArticleOptions& options,
                         const std::vector<std::string>& kinds);

/// Turns one of these names, and nothing else, into its number.
CLI::Validator one_of(const std::map<std::string, int>& numbers);

/// The value of --input as a kind; `detect` for "auto".
InputKind kind_of(const std::string& input);

}  // namespace demarche

#endif
