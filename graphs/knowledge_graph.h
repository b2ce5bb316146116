#ifndef DEMARCHE_GRAPHS_KNOWLEDGE_GRAPH_H_
#define DEMARCHE_GRAPHS_KNOWLEDGE_GRAPH_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "graphs/nodes.h"

namespace demarche {

struct BoostGraph;

/// What one or many articles say: a Boost graph with an index of IRIs.
///
/// Nodes and links are added, never removed, and keep the order of adding, so
/// that what is written from a graph has one fixed order.  References to nodes
/// and links hold until the next one is added.
class KnowledgeGraph {
 public:
  /// A link with its ends.
  struct Edge {
    NodeId from = NodeId::none;
    NodeId to = NodeId::none;
    const GraphLink* link = nullptr;
  };

  KnowledgeGraph();
  ~KnowledgeGraph();
  KnowledgeGraph(KnowledgeGraph&&) noexcept;
  KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;

  /// Adds a node, or finds the one that has its IRI already and leaves it as
  /// it is.
  NodeId add(Node node);
  void link(NodeId from, GraphLink link, NodeId to);

  /// Keeps `label` as what matched in the phrase `id`, unless one is kept.
  void set_matched_label(NodeId id, std::string_view label);

  /// By IRI; an article also by its own, which its text's begins with.
  std::optional<NodeId> find(std::string_view iri) const;
  std::size_t size() const;
  const Node& operator[](NodeId id) const;

  /// In the order of adding.
  std::vector<Edge> links_from(NodeId id) const;
  std::vector<Edge> links_to(NodeId id) const;

  /// For algorithms of Boost.Graph; see graphs/boost_graph.h.
  const BoostGraph& boost_graph() const { return *graph_; }

 private:
  std::unique_ptr<BoostGraph> graph_;
};

/// The data of a node if it is of that kind, else null.
template <class Data>
const Data* find_data(const KnowledgeGraph& graph, NodeId id) {
  return std::get_if<Data>(&graph[id].data);
}

}  // namespace demarche

#endif
