#include "app/graph_input.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "app/article_loop.h"
#include "app/configuration.h"
#include "app/data_files.h"
#include "app/messages.h"
#include "extractor/input/file_stream.h"
#include "graphs/dataset.h"
#include "graphs/graph_builder.h"
#include "graphs/graph_file.h"
#include "graphs/graph_reader.h"
#include "graphs/named_graphs.h"
#include "graphs/nquads.h"
#include "graphs/sord_sink.h"
#include "ontology/error.h"

namespace demarche {
namespace {

bool is_graph(const std::string& file, const std::string& input) {
  return input == "graph" ||
         (input == "auto" && (syntax_of(file) || Dataset::is_dataset(file)));
}

/// N-Quads, if the first statement is, or else TriG, of which Turtle is a part.
RdfSyntax find_syntax(std::string_view text) {
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    try {
      if (parse_nquad(line)) return RdfSyntax::nquads;
    } catch (const std::invalid_argument&) {
      return RdfSyntax::trig;
    }
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return RdfSyntax::trig;
}

std::vector<RdfStatement> load(const std::string& path) {
  if (path != "-") return load_graph(path);
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  if (has_failed(std::cin)) throw Error("stdin: cannot be read to its end");
  return read_statements("stdin", text, find_syntax(text));
}

}  // namespace

GraphInput::GraphInput(const ArticleOptions& options) {
  std::vector<std::string> graphs;
  auto articles = options;
  articles.files.clear();
  for (const std::string& file : options.files)
    (is_graph(file, options.input) ? graphs : articles.files).push_back(file);
  if (options.files.empty() && options.input == "graph") graphs = {"-"};
  if (!articles.files.empty() || graphs.empty())
    read_articles(articles);
  else
    ontology_ = load_given_ontology(options.ontology);
  if (!graphs.empty()) read_graphs(graphs);
}

const Ontology& GraphInput::ontology() const {
  return extractor_ ? extractor_->ontology() : *ontology_;
}

void GraphInput::read_articles(const ArticleOptions& options) {
  extractor_.emplace(load_extractor(options));
  const DescribeOptions describe_options =
      describe_options_of(*extractor_, "claims", options.strict_attribution);
  KnowledgeGraph graph;
  status_ = for_each_extraction(
      options, *extractor_, [&](const Extraction& extraction) {
        add_to_graph(extraction, ontology(), describe_options, graph);
      });
  if (graph.size() > 0) graphs_.push_back(std::move(graph));
}

void GraphInput::read_graphs(const std::vector<std::string>& files) {
  SordSink store;
  for (const std::string& file : files) {
    try {
      for (const auto& statement : from_named_graphs(load(file)))
        store.write(statement);
    } catch (const Error& error) {
      print_error(error.what());
      status_ = std::max(status_, ExitStatus::input_error);
    }
  }
  if (store.size() > 0) graphs_.push_back(read_graph(store, ontology()));
}

RelationTable GraphInput::relations() const {
  RelationTable table;
  for (const auto& graph : graphs_)
    append(relation_table(graph, ontology()), table);
  return table;
}

}  // namespace demarche
