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

std::string check_date(const std::string& date) {
  return is_iso_date(date) ? ""
                           : "'" + date + "' is not a date such as 2023-01-12";
}

}  // namespace

void add_article_options(CLI::App& command, ArticleOptions& options,
                         const std::vector<std::string>& kinds) {
  command.add_option(
      "ARTICLE", options.files,
      "Files, folders or archives to read, or datasets and written graphs "
      "whose articles are read again; - or none: standard input");
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
      ->check(CLI::Range(0.0, 1.0));
  command.add_flag("--strict-attribution", options.strict_attribution,
                   "Do not count the act of a spokesperson as the state's");
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
