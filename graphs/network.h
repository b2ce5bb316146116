#ifndef DEMARCHE_GRAPHS_NETWORK_H_
#define DEMARCHE_GRAPHS_NETWORK_H_

#include <cstddef>
#include <vector>

namespace demarche {

/// A directed graph of numbers from 0, for measures.
struct Network {
  struct Tie {
    std::size_t from = 0;
    std::size_t to = 0;
    double weight = 1;
  };
  std::size_t size = 0;
  std::vector<Tie> ties;  ///< No two of the same ends, none to itself.
};

/// PageRank with damping 0.85 (Brin and Page 1998), in proportion to the ties'
/// weights; what ends in nodes without ties from them is given to all.  Sums
/// to 1.
std::vector<double> page_rank(const Network& network);

/// How many of the shortest paths between others go through each node, weights
/// aside, as a share of all pairs of others (Brandes 2001).
std::vector<double> betweenness(const Network& network);

/// The component of each node, directions aside; numbered in order of their
/// first nodes.
std::vector<std::size_t> components(const Network& network);

/// Nodes that are tied closely, by the method of Louvain (Blondel et al. 2008)
/// on weights in both directions; numbered in order of their first nodes.
std::vector<std::size_t> communities(const Network& network);

/// How much more weight lies inside the parts than chance would have there
/// (Newman and Girvan 2004); directions aside.
double modularity(const Network& network,
                  const std::vector<std::size_t>& parts);

/// A way from one node to another.
struct Path {
  std::vector<std::size_t> nodes;
  double cost = 0;  ///< The sum of the ties' weights.

  friend bool operator==(const Path&, const Path&) = default;
};

/// The `count` paths of least cost without loops, cheapest first (Yen 1971);
/// fewer if there are no more.  Weights are costs here: above 0.
std::vector<Path> cheapest_paths(const Network& network, std::size_t from,
                                 std::size_t to, std::size_t count);

}  // namespace demarche

#endif
