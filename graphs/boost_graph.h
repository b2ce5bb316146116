#ifndef DEMARCHE_GRAPHS_BOOST_GRAPH_H_
#define DEMARCHE_GRAPHS_BOOST_GRAPH_H_

#include <boost/graph/adjacency_list.hpp>
#include <string>
#include <unordered_map>

#include "graphs/nodes.h"

namespace demarche {

/// The graph itself.  A vertex descriptor is the number of its `NodeId`.
///
/// This header takes seconds to compile: include it only to run an algorithm
/// of Boost.Graph.
struct BoostGraph {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node,
                        GraphLink>
      graph;
  std::unordered_map<std::string, NodeId> by_iri;  ///< For looking up only.
};

}  // namespace demarche

#endif
