// What needs Boost.Graph, whose headers take seconds to compile.

#include "graphs/network.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>
#include <set>
#include <utility>

namespace demarche {
namespace {

using Directed =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                          boost::no_property,
                          boost::property<boost::edge_index_t, std::size_t>>;
using Undirected =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

Directed directed(const Network& network) {
  Directed graph(network.size);
  for (std::size_t i = 0; i < network.ties.size(); ++i)
    boost::add_edge(network.ties[i].from, network.ties[i].to, i, graph);
  return graph;
}

/// Yen's method: each further path leaves one that is known at some node, the
/// spur, by a tie that no known path with the same beginning takes.
class PathFinder {
 public:
  PathFinder(const Network& network, std::size_t from, std::size_t to)
      : network_(network), graph_(directed(network)), from_(from), to_(to) {}

  std::vector<Path> find(std::size_t count);

 private:
  struct Cheaper {
    bool operator()(const Path& a, const Path& b) const {
      return std::pair(a.cost, a.nodes) < std::pair(b.cost, b.nodes);
    }
  };
  double cost_of(const std::vector<std::size_t>& nodes) const;
  Path cheapest(std::size_t from, const std::vector<bool>& is_barred) const;
  void add_spurs(const Path& last);

  const Network& network_;
  Directed graph_;
  std::size_t from_, to_;
  std::vector<Path> found_;
  std::set<Path, Cheaper> candidates_;
};

/// The cheapest path from a node to the end without barred ties; without
/// nodes if there is none.
Path PathFinder::cheapest(std::size_t from,
                          const std::vector<bool>& is_barred) const {
  constexpr double endless = std::numeric_limits<double>::infinity();
  std::vector<double> costs, distances(network_.size);
  std::vector<std::size_t> before(network_.size);
  for (std::size_t i = 0; i < network_.ties.size(); ++i)
    costs.push_back(is_barred[i] ? endless : network_.ties[i].weight);
  boost::dijkstra_shortest_paths(
      graph_, from,
      boost::weight_map(boost::make_iterator_property_map(
                            costs.begin(), get(boost::edge_index, graph_)))
          .distance_map(distances.data())
          .predecessor_map(before.data())
          .distance_inf(endless));
  Path path;
  if (distances[to_] == endless || from == to_) return path;
  for (auto node = to_; node != from; node = before[node])
    path.nodes.push_back(node);
  path.nodes.push_back(from);
  std::reverse(path.nodes.begin(), path.nodes.end());
  path.cost = cost_of(path.nodes);
  return path;
}

double PathFinder::cost_of(const std::vector<std::size_t>& nodes) const {
  double cost = 0;
  for (std::size_t i = 1; i < nodes.size(); ++i)
    for (const auto& tie : network_.ties)
      if (tie.from == nodes[i - 1] && tie.to == nodes[i]) cost += tie.weight;
  return cost;
}

void PathFinder::add_spurs(const Path& last) {
  for (std::size_t spur = 0; spur + 1 < last.nodes.size(); ++spur) {
    const auto begin = last.nodes.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(spur);
    std::vector<bool> is_passed(network_.size), is_barred(network_.ties.size());
    for (auto node = begin; node != end; ++node) is_passed[*node] = true;
    std::set<std::size_t> taken;
    for (const auto& known : found_)
      if (known.nodes.size() > spur + 1 &&
          std::equal(begin, end + 1, known.nodes.begin()))
        taken.insert(known.nodes[spur + 1]);
    for (std::size_t i = 0; i < network_.ties.size(); ++i) {
      const auto& tie = network_.ties[i];
      is_barred[i] = is_passed[tie.from] || is_passed[tie.to] ||
                     (tie.from == *end && taken.contains(tie.to));
    }
    auto path = cheapest(*end, is_barred);
    if (path.nodes.empty()) continue;
    path.nodes.insert(path.nodes.begin(), begin, end);
    path.cost = cost_of(path.nodes);
    candidates_.insert(std::move(path));
  }
}

std::vector<Path> PathFinder::find(std::size_t count) {
  auto path = cheapest(from_, std::vector<bool>(network_.ties.size()));
  while (!path.nodes.empty() && found_.size() < count) {
    found_.push_back(std::move(path));
    add_spurs(found_.back());
    path = {};
    if (!candidates_.empty())
      path = candidates_.extract(candidates_.begin()).value();
  }
  return std::move(found_);
}

}  // namespace

std::vector<double> page_rank(const Network& network) {
  constexpr double damping = 0.85;
  const auto count = static_cast<double>(network.size);
  std::vector<double> out(network.size), ranks(network.size, 1 / count);
  for (const auto& tie : network.ties) out[tie.from] += tie.weight;
  for (int round = 0; round < 100; ++round) {
    double lost = 0;
    for (std::size_t i = 0; i < network.size; ++i)
      if (out[i] == 0) lost += ranks[i];
    std::vector<double> next(network.size,
                             (1 - damping + damping * lost) / count);
    for (const auto& tie : network.ties)
      next[tie.to] += damping * ranks[tie.from] * tie.weight / out[tie.from];
    ranks = std::move(next);
  }
  return ranks;
}

std::vector<double> betweenness(const Network& network) {
  std::vector<double> values(network.size);
  if (network.size < 3) return values;
  const auto graph = directed(network);
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(
                 values.begin(), get(boost::vertex_index, graph)));
  const auto others = static_cast<double>(network.size - 1);
  for (auto& value : values) value /= others * (others - 1);
  return values;
}

std::vector<std::size_t> components(const Network& network) {
  Undirected graph(network.size);
  for (const auto& tie : network.ties) boost::add_edge(tie.from, tie.to, graph);
  std::vector<std::size_t> parts(network.size);
  boost::connected_components(graph, parts.data());
  return parts;
}

std::vector<Path> cheapest_paths(const Network& network, std::size_t from,
                                 std::size_t to, std::size_t count) {
  return PathFinder(network, from, to).find(count);
}

}  // namespace demarche
