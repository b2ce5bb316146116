#ifndef DEMARCHE_GRAPHS_NAMED_GRAPHS_H_
#define DEMARCHE_GRAPHS_NAMED_GRAPHS_H_

#include <string>
#include <string_view>
#include <vector>

#include "graphs/statement_sink.h"
#include "graphs/statement_table.h"

// Turtle and TriG say the same in two forms.  In Turtle, what is merely claimed
// is told apart by the factuality of events and by the absence of direct
// triples.  In TriG, it lies in graphs of its own, whose IRIs are those of the
// claims, so that the graph of an article never says more than the article.

namespace demarche {

/// The graph of the links between articles.
inline constexpr std::string_view derived_graph =
    "https://w3id.org/demarche/derived";

/// An article's IRI: what comes before the "#" in the IRIs of its things.
std::string_view article_of(std::string_view iri);

/// What `describe` says of one article or several, none of it in a graph, with
/// the graph of each statement:
///
/// - what an article says lies in the graph that has the article's IRI;
/// - the triple of a claim lies in the claim's graph, and so do the type, roles
///   and circumstances of an event that no article states as a fact;
/// - `dm:sameEntityAs` lies in the derived graph.
///
/// Articles come in the order of their texts, each before its claims.  What is
/// said of an entity of the gazetteer is told by every article that speaks of
/// it.  In the view of facts, which has no texts, all is told by `article`.
std::vector<RdfStatement> to_named_graphs(
    const std::vector<RdfStatement>& statements, std::string_view article = "");

/// The same, of all that a table has.
void to_named_graphs(StatementTable& table, std::string_view article);

/// The reverse: each statement once, in no graph, without the triples that lie
/// in a claim's graph only.  Takes what has no graphs as it is.
std::vector<RdfStatement> from_named_graphs(
    std::vector<RdfStatement> statements);

}  // namespace demarche

#endif
