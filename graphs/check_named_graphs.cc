// The graphs that statements should be in are those that they get when they are
// put into graphs anew.

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "graphs/check_graph.h"
#include "graphs/named_graphs.h"
#include "graphs/nquads.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

/// Printed, sorted, without the derived graph, which nothing else implies.
std::set<std::string> lines_of(const std::vector<RdfStatement>& statements) {
  std::set<std::string> lines;
  for (const auto& statement : statements)
    if (statement.graph != derived_graph) lines.insert(print_nquad(statement));
  return lines;
}

}  // namespace

std::vector<std::string> check_named_graphs(
    const std::vector<RdfStatement>& statements) {
  std::map<std::string_view, std::vector<RdfStatement>> articles;
  std::vector<std::string> problems;
  for (const auto& statement : statements) {
    if (statement.graph == derived_graph) continue;
    articles[statement.graph ? article_of(*statement.graph) : ""].push_back(
        statement);
  }
  // No graphs at all: Turtle.
  if (articles.size() == 1 && articles.begin()->first.empty()) return problems;
  for (const auto& [article, quads] : articles) {
    const auto found = lines_of(quads);
    const auto wanted =
        lines_of(to_named_graphs(from_named_graphs(quads), article));
    const auto report = [&](const std::string& line, const char* problem) {
      problems.push_back(line + " " + problem);
    };
    for (const auto& line : found)
      if (!wanted.contains(line))
        report(line, "is in a graph that may not say it");
    for (const auto& line : wanted)
      if (!found.contains(line)) report(line, "is missing from its graph");
  }
  return problems;
}

}  // namespace demarche
