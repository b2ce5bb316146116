// demarche explain: every layer that was read, as text or CoNLL-U.

#include "extractor/explain.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "app/article_loop.h"
#include "app/commands.h"
#include "app/messages.h"
#include "app/output.h"
#include "extractor/article_iri.h"
#include "extractor/conllu.h"
#include "extractor/input/file_stream.h"
#include "ontology/error.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche explain article.txt\n"
    "  demarche explain --format conllu article.txt -o article.conllu\n"
    "  demarche explain --input conllu --format conllu treebank.conllu";

struct ExplainOptions {
  ArticleOptions articles;
  std::string format = "text";
};

std::string print(const Extraction& extraction, const Ontology& ontology,
                  const std::string& format,
                  const std::vector<std::string>& sentence_ids) {
  if (format == "conllu")
    return to_conllu(extraction.article, extraction.analysis, sentence_ids);
  return explain(extraction, ontology);
}

/// The documents of a CoNLL-U file keep their words; everything else is read
/// anew.
void explain_conllu(std::istream& stream, const std::string& name,
                    const std::string& format, const Extractor& extractor,
                    Output& output) {
  ConlluReader reader(stream, name);
  while (auto document = reader.next()) {
    Article& article = document->article;
    article.iri = iri_of_content(article.metadata.id, article.text);
    const Extraction extraction =
        extractor.extract(std::move(article), std::move(document->sentences));
    output.write_whole([&] {
      output.write(print(extraction, extractor.ontology(), format,
                         document->sentence_ids));
    });
  }
  if (has_failed(stream)) throw Error(name + ": cannot be read to its end");
}

ExitStatus explain_conllu_files(const ExplainOptions& options,
                                const Extractor& extractor, Output& output) {
  ExitStatus status = ExitStatus::done;
  std::vector<std::string> files = options.articles.files;
  if (files.empty()) files.emplace_back("-");
  for (const std::string& file : files) {
    try {
      std::ifstream stream;
      if (file != "-") open_input(file, stream);
      explain_conllu(file == "-" ? std::cin : stream, file, options.format,
                     extractor, output);
    } catch (const OutputError&) {
      throw;
    } catch (const Error& error) {
      print_error(error.what());
      status = ExitStatus::input_error;
    }
  }
  return status;
}

ExitStatus explain_articles(const ExplainOptions& options,
                            const Extractor& extractor, Output& output) {
  return for_each_extraction(
      options.articles, extractor, [&](const Extraction& extraction) {
        output.write_whole([&] {
          output.write(
              print(extraction, extractor.ontology(), options.format, {}));
        });
      });
}

ExitStatus run(const ExplainOptions& options) {
  Output output(options.articles.output);
  const Extractor extractor = load_extractor(options.articles);
  const ExitStatus status =
      options.articles.input == "conllu"
          ? explain_conllu_files(options, extractor, output)
          : explain_articles(options, extractor, output);
  finish(status, output);
  return status;
}

}  // namespace

void add_explain_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "explain", "Print every layer that is read from articles");
  auto options = std::make_shared<ExplainOptions>();
  add_article_options(
      command, options->articles,
      {"auto", "text", "digest", "html", "jsonl", "warc", "conllu"});
  command
      .add_option("--format", options->format,
                  "text (default): all layers; conllu: those of the words")
      ->check(CLI::IsMember({"text", "conllu"}));
  command.footer(examples);
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace demarche
