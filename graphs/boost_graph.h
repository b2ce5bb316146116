#ifndef DEMARCHE_GRAPHS_BOOST_GRAPH_H_
#define DEMARCHE_GRAPHS_BOOST_GRAPH_H_

#include <boost/graph/adjacency_list.hpp>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "graphs/nodes.h"

namespace demarche {

/// The graph itself.  A vertex descriptor is the number of its `NodeId`.
///
/// This header takes seconds to compile: include it only to run an algorithm
/// of Boost.Graph.
struct BoostGraph {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS,
                                      boost::bidirectionalS, Node, GraphLink>;
  /// Nodes are as their IRIs are.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view iri) const {
      return std::hash<std::string_view>()(iri);
    }
    std::size_t operator()(NodeId id) const {
      return (*this)((*graph)[static_cast<std::size_t>(id)].iri);
    }
    const Graph* graph;
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(NodeId a, NodeId b) const { return a == b; }
    bool operator()(std::string_view iri, NodeId id) const {
      return iri == (*graph)[static_cast<std::size_t>(id)].iri;
    }
    const Graph* graph;
  };

  BoostGraph() : by_iri(0, Hash{&graph}, Equal{&graph}) {}
  BoostGraph(const BoostGraph&) = delete;
  BoostGraph& operator=(const BoostGraph&) = delete;

  Graph graph;
  // For looking up only.
  std::unordered_set<NodeId, Hash, Equal> by_iri;
  std::unordered_map<std::string, NodeId> articles;  ///< By their own IRIs.
  std::set<std::string, std::less<>> properties;     ///< Of links, each once.
};

}  // namespace demarche

#endif
