#include "app/options.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "extractor/article_iri.h"
#include "extractor/iso_date.h"
#include "extractor/utf8.h"

namespace demarche {
namespace {

std::string check_url(std::string& url) {
  repair_utf8(url);
  return iri_of_url(url) ? "" : "'" + url + "' is not a URL";
}

/// `CLI::Range` takes what is not a number at all.
std::string check_probability(const std::string& text) {
  double value = 0;
  const bool is_number = CLI::detail::lexical_cast(text, value);
  return is_number && value >= 0 && value <= 1
             ? ""
             : "'" + text + "' is not a number from 0 to 1";
}

std::string check_date(const std::string& date) {
  return is_iso_date(date) ? ""
                           : "'" + date + "' is not a date such as 2023-01-12";
}

}  // namespace

void add_article_options(CLI::App& command, ArticleOptions& options,
                         const std::vector<std::string>& kinds) {
  const bool takes_graphs = std::ranges::count(kinds, "graph") > 0;
  command.add_option(
      "ARTICLE", options.files,
      std::string("Files, folders or archives to read, or datasets and "
                  "written graphs ") +
          (takes_graphs ? "that are taken as they are"
                        : "whose articles are read again") +
          "; - or none: standard input");
  command
      .add_option(
          "--input", options.input,
          "Kind of what is in the files, packed or not; otherwise detected")
      ->check(CLI::IsMember(kinds));
  command.add_option("--url", options.given.url, "URL of the article")
      ->check(CLI::Validator(check_url, "URL"));
  command
      .add_option("--published", options.given.published,
                  "Date of publication, ISO 8601")
      ->check(CLI::Validator([](std::string& date) { return check_date(date); },
                             "DATE"));
  command.add_option("--title", options.given.title, "Title of the article");
  command.add_option("--publisher", options.given.publisher,
                     "Who published the article");
  command.add_option("--ontology", options.ontology,
                     "Folder of the ontology to use");
  command.add_option("--model", options.model, "Model file to use");
  command.add_option("-o,--output", options.output,
                     "File to write, whole or not at all");
  command
      .add_option("--threads", options.threads,
                  "Articles to read at the same time (by default one a "
                  "processor, at most 8)")
      ->check(CLI::Range(1, 256));
  command
      .add_option("--min-confidence", options.least_confidence,
                  fmt::format("Leave events without a type that are less sure "
                              "({})",
                              options.least_confidence))
      ->check(CLI::Validator(
          [](std::string& text) { return check_probability(text); }, "P"));
  command.add_flag("--strict-attribution", options.strict_attribution,
                   "Do not count the act of a spokesperson as the state's");
}

CLI::Validator one_of(const std::map<std::string, int>& numbers) {
  std::string names;
  for (const auto& [name, number] : numbers)
    names += (names.empty() ? "{" : ",") + name;
  names += "}";
  return CLI::Validator(
      [numbers, names](std::string& text) {
        const auto found = numbers.find(text);
        if (found == numbers.end()) return "'" + text + "' not in " + names;
        text = std::to_string(found->second);
        return std::string();
      },
      names);
}

InputKind kind_of(const std::string& input) {
  if (input == "text") return InputKind::text;
  if (input == "digest") return InputKind::digest;
  if (input == "html") return InputKind::html;
  if (input == "jsonl") return InputKind::jsonl;
  if (input == "warc") return InputKind::warc;
  return InputKind::detect;
}

}  // namespace demarche
