#ifndef DEMARCHE_GRAPHS_EVENT_BOXES_H_
#define DEMARCHE_GRAPHS_EVENT_BOXES_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "graphs/diagram.h"
#include "graphs/evidence.h"
#include "graphs/knowledge_graph.h"
#include "ontology/ontology.h"

namespace demarche {

/// Draws the nodes of one graph as boxes, each once in each group, and events
/// with arrows to what fills their roles.  Borrows all three.
class EventBoxes {
 public:
  EventBoxes(const KnowledgeGraph& graph, const Ontology& ontology,
             Diagram& diagram)
      : graph_(graph), ontology_(ontology), diagram_(diagram) {}

  /// The box of a node; a claim has that of its event.
  std::size_t box(NodeId node, std::optional<std::size_t> group = {});

  /// Draws an event, with its roles, time and places.
  std::size_t add_event(NodeId event, const std::vector<Evidence>& evidence,
                        std::optional<std::size_t> group = {});

 private:
  Diagram::Box make_box(NodeId node) const;

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  Diagram& diagram_;
  std::map<std::pair<std::optional<std::size_t>, NodeId>, std::size_t>
      place_of_;
};

// In orders that depend on IRIs only, so that diagrams of articles and of what
// was written of them are the same:

/// The nodes of a kind.
template <class Data>
std::vector<NodeId> nodes_of(const KnowledgeGraph& graph) {
  std::vector<NodeId> nodes;
  for (std::uint32_t i = 0; i < graph.size(); ++i)
    if (find_data<Data>(graph, NodeId{i})) nodes.push_back(NodeId{i});
  std::sort(nodes.begin(), nodes.end(),
            [&](NodeId a, NodeId b) { return graph[a].iri < graph[b].iri; });
  return nodes;
}

/// What fills an event's roles, with the properties; its time and places too.
std::vector<KnowledgeGraph::Edge> roles_of(const KnowledgeGraph& graph,
                                           NodeId event);

/// The claims about an event or relationship.
std::vector<NodeId> claims_about(const KnowledgeGraph& graph, NodeId about);

}  // namespace demarche

#endif
