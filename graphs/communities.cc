// The method of Louvain.  Each node moves to the neighbouring community that
// gains most modularity, in the order of nodes until none moves; then each
// community becomes a node, and so on.

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

#include "graphs/network.h"

namespace demarche {
namespace {

constexpr double least_gain = 1e-9;

/// Weights in both directions; a node's weight to itself counts twice.
struct Weighted {
  std::vector<std::map<std::size_t, double>> neighbours;
  std::vector<double> degrees;
  double total = 0;  ///< Of all degrees.

  explicit Weighted(std::size_t size) : neighbours(size), degrees(size) {}
  void add(std::size_t a, std::size_t b, double weight) {
    neighbours[a][b] += weight;
    neighbours[b][a] += weight;
    degrees[a] += weight;
    degrees[b] += weight;
    total += 2 * weight;
  }
};

/// Numbers parts in order of their first members.
void number_anew(std::vector<std::size_t>& parts) {
  std::map<std::size_t, std::size_t> numbers;
  for (auto& part : parts)
    part = numbers.emplace(part, numbers.size()).first->second;
}

/// One level: the communities of nodes, and whether any node moved.
class Level {
 public:
  explicit Level(const Weighted& graph)
      : graph_(graph), degrees_(graph.degrees) {
    for (std::size_t i = 0; i < graph.degrees.size(); ++i) part_.push_back(i);
  }

  bool move_all() {
    bool any = false;
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t i = 0; i < part_.size(); ++i) moved = move(i) || moved;
      any = any || moved;
    }
    number_anew(part_);
    return any;
  }

  const std::vector<std::size_t>& parts() const { return part_; }

 private:
  bool move(std::size_t node) {
    const auto old = part_[node];
    std::map<std::size_t, double> weights = {{old, 0}};
    for (const auto& [other, weight] : graph_.neighbours[node])
      if (other != node) weights[part_[other]] += weight;
    degrees_[old] -= graph_.degrees[node];
    const auto gain = [&](std::size_t part, double weight) {
      return weight - degrees_[part] * graph_.degrees[node] / graph_.total;
    };
    auto best = old;
    double best_gain = gain(old, weights[old]);
    for (const auto& [part, weight] : weights)
      if (gain(part, weight) > best_gain + least_gain) {
        best = part;
        best_gain = gain(part, weight);
      }
    degrees_[best] += graph_.degrees[node];
    part_[node] = best;
    return best != old;
  }

  const Weighted& graph_;
  std::vector<std::size_t> part_;
  std::vector<double> degrees_;  ///< Of communities.
};

Weighted joined(const Weighted& graph, const std::vector<std::size_t>& parts) {
  std::size_t size = 0;
  for (const auto part : parts) size = std::max(size, part + 1);
  Weighted joined(size);
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (const auto& [other, weight] : graph.neighbours[i])
      if (i <= other)  // Its own weight is there twice.
        joined.add(parts[i], parts[other], i == other ? weight / 2 : weight);
  return joined;
}

Weighted weighted(const Network& network) {
  Weighted graph(network.size);
  for (const auto& tie : network.ties) graph.add(tie.from, tie.to, tie.weight);
  return graph;
}

}  // namespace

std::vector<std::size_t> communities(const Network& network) {
  std::vector<std::size_t> parts;
  for (std::size_t i = 0; i < network.size; ++i) parts.push_back(i);
  auto graph = weighted(network);
  while (graph.total > 0) {
    Level level(graph);
    if (!level.move_all()) break;
    for (auto& part : parts) part = level.parts()[part];
    graph = joined(graph, level.parts());
  }
  number_anew(parts);
  return parts;
}

double modularity(const Network& network,
                  const std::vector<std::size_t>& parts) {
  const auto graph = weighted(network);
  if (graph.total == 0) return 0;
  double inside = 0;
  std::map<std::size_t, double> degrees;
  for (const auto& tie : network.ties)
    if (parts[tie.from] == parts[tie.to]) inside += 2 * tie.weight;
  for (std::size_t i = 0; i < parts.size(); ++i)
    degrees[parts[i]] += graph.degrees[i];
  double value = inside / graph.total;
  for (const auto& [part, degree] : degrees)
    value -= degree / graph.total * (degree / graph.total);
  return value;
}

}  // namespace demarche
