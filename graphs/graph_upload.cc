#include "graphs/graph_upload.h"

#include <algorithm>
#include <map>
#include <utility>

#include "graphs/named_graphs.h"
#include "graphs/nquads.h"
#include "ontology/sort_unique.h"

namespace demarche {

std::vector<GraphUpload> uploads_of(
    const std::vector<RdfStatement>& statements, bool replaces_shared,
    const std::optional<std::string>& in_its_place) {
  std::map<std::optional<std::string>, std::vector<std::string>> graphs;
  for (const auto& statement : statements)
    graphs[statement.graph ? statement.graph : in_its_place].push_back(
        print_nquad({statement.subject, statement.predicate, statement.object,
                     std::nullopt}) +
        "\n");
  std::vector<GraphUpload> own;
  std::vector<GraphUpload> shared;
  for (auto& [graph, triples] : graphs) {
    sort_unique(triples);
    const bool is_shared =
        !graph || *graph == derived_graph || graph == in_its_place;
    (is_shared ? shared : own)
        .push_back({graph, !is_shared || replaces_shared, std::move(triples)});
  }
  std::move(shared.begin(), shared.end(), std::back_inserter(own));
  return own;
}

}  // namespace demarche
