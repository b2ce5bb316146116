#include "graphs/named_graphs.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graphs/graph_splitter.h"
#include "graphs/nquads.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace rdf = vocabulary::rdf;

/// What a claim claims.
struct Triple {
  std::string_view subject, predicate, object;
};

/// By the claim's IRI.
std::unordered_map<std::string_view, Triple> read_claims(
    const std::vector<RdfStatement>& statements) {
  std::unordered_map<std::string_view, Triple> claims;
  for (const auto& [subject, predicate, object, graph] : statements) {
    if (predicate == rdf::subject) claims[subject].subject = object.text;
    if (predicate == rdf::predicate) claims[subject].predicate = object.text;
    if (predicate == rdf::object) claims[subject].object = object.text;
  }
  return claims;
}

/// Whether there is an article with its text.
bool has_context(const StatementTable& table) {
  const auto type = table.find_iri(rdf::type);
  const auto context = table.find_iri(vocabulary::nif::context);
  return context != TermId::none &&
         std::any_of(table.rows().begin(), table.rows().end(),
                     [&](const StatementTable::Row& row) {
                       return row.predicate == type && row.object == context;
                     });
}

}  // namespace

std::string_view article_of(std::string_view iri) {
  return iri.substr(0, iri.find('#'));
}

void to_named_graphs(StatementTable& table, std::string_view article) {
  if (has_context(table)) return split_by_graph(table);
  if (article.empty()) return;
  auto rows = table.take_rows();
  const auto graph = table.add_iri(article);
  for (auto& row : rows) row.graph = graph;
  table.replace_rows(std::move(rows));
}

std::vector<RdfStatement> to_named_graphs(
    const std::vector<RdfStatement>& statements, std::string_view article) {
  StatementTable table(statements);
  to_named_graphs(table, article);
  return table.statements();
}

std::vector<RdfStatement> from_named_graphs(
    std::vector<RdfStatement> statements) {
  std::unordered_set<std::string> seen;
  std::vector<RdfStatement> triples;
  const auto claims = read_claims(statements);
  for (const auto& statement : statements) {
    const auto claim =
        claims.find(statement.graph ? std::string_view(*statement.graph) : "");
    if (claim != claims.end() && claim->second.subject == statement.subject &&
        claim->second.predicate == statement.predicate &&
        claim->second.object == statement.object.text)
      continue;
    RdfStatement triple{statement.subject, statement.predicate,
                        statement.object, std::nullopt};
    if (seen.insert(print_nquad(triple)).second)
      triples.push_back(std::move(triple));
  }
  return triples;
}

}  // namespace demarche
