#ifndef DEMARCHE_GRAPHS_GRAPH_UPLOAD_H_
#define DEMARCHE_GRAPHS_GRAPH_UPLOAD_H_

#include <optional>
#include <string>
#include <vector>

#include "graphs/statement_sink.h"

namespace demarche {

/// One graph as it goes to a store.
struct GraphUpload {
  std::optional<std::string> graph;  ///< None: the default graph.
  /// Whether what the store has in the graph goes; it is joined otherwise.
  bool replaces = true;
  /// Lines of canonical N-Triples, sorted, each once, with their ends.
  std::vector<std::string> triples;
};

/// Graphs of `statements` in order of IRI, those that articles share last.
///
/// Graphs that belong to one article or claim replace what is there.  Those
/// that several inputs share, the default graph or `in_its_place`, the graph
/// for what lies in none, and that of the links between articles, are joined,
/// unless `replaces_shared`.
std::vector<GraphUpload> uploads_of(
    const std::vector<RdfStatement>& statements, bool replaces_shared,
    const std::optional<std::string>& in_its_place = std::nullopt);

}  // namespace demarche

#endif
