// The algorithm of Chu and Liu (1965) and Edmonds (1967), on a full matrix.
//
// From some node we walk to its best head, to that one's best head, and so
// on.  A walk that meets a node already settled (the root is) settles all of
// its nodes.  A walk that meets itself has found a cycle, which becomes one
// node: an edge into it then costs the edge of the cycle that it replaces.
// Each cycle saves a node and takes time linear in the nodes for each of its
// own, so all of it takes quadratic time.  At the end cycles are opened, the
// last one first: the edge that enters a cycle replaces that of the node it
// enters.
//
// One root word is had by making every edge from the root dearer than all
// others together.

#include "extractor/model/arborescence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace demarche {
namespace {

using Index = std::uint32_t;
constexpr Index none = std::numeric_limits<Index>::max();
constexpr double highest_score = 1e9;  // What is beyond is a broken model's.

struct Edge {
  Index head = 0;
  Index dependent = 0;
};

// A word, or a cycle of nodes that was made one.
struct Node {
  Index slot = 0;       // Its row and column while it is not in a cycle.
  Index parent = none;  // The cycle it is in.
  Edge entry{};         // The best edge into it, between words.
  double weight = 0;    // That edge's.
  std::vector<Index> members{};  // Of a cycle.
};

class Search {
 public:
  explicit Search(const Matrix& scores);
  std::vector<Index> run();

 private:
  // Cells are by dependent's slot, then head's slot; slot 0 is the root.
  double& weight(Index dependent, Index head) {
    return weights_[std::size_t{dependent} * slots_ + head];
  }
  Edge& edge(Index dependent, Index head) {
    return edges_[std::size_t{dependent} * slots_ + head];
  }
  void settle_from(Index word);
  Index best_head(Node& node);
  Index contract(std::vector<Index>& path, std::size_t start);
  void merge_edges(Index slot, const Node& member);
  std::vector<Index> open_cycles();

  Index slots_;
  std::vector<double> weights_;
  std::vector<Edge> edges_;
  std::vector<Index> in_slot_;  // The node of each slot; none: unused now.
  std::vector<Node> nodes_;     // Node 0 is the root, then words, cycles.
  enum class State : std::uint8_t { unseen, on_path, settled };
  std::vector<State> states_;  // By node.
};

Search::Search(const Matrix& scores)
    : slots_(static_cast<Index>(scores.rows + 1)),
      weights_(std::size_t{slots_} * slots_),
      edges_(std::size_t{slots_} * slots_) {
  double largest = 1;
  for (Index d = 1; d < slots_; ++d)
    for (Index h = 0; h < slots_; ++h) {
      const double score = scores.row(d - 1)[h];
      const bool usable = std::abs(score) < highest_score;  // No NaN is.
      weight(d, h) = usable ? score : -highest_score;
      if (d != h) largest = std::max(largest, std::abs(weight(d, h)));
      edge(d, h) = {h, d};
    }
  for (Index d = 1; d < slots_; ++d) weight(d, 0) -= 4.0 * largest * slots_;
  for (Index i = 0; i < slots_; ++i) {
    in_slot_.push_back(i);
    nodes_.push_back({.slot = i});
    states_.push_back(i == 0 ? State::settled : State::unseen);
  }
}

std::vector<Index> Search::run() {
  for (Index word = 1; word < slots_; ++word)
    if (states_[word] == State::unseen) settle_from(word);
  return open_cycles();
}

void Search::settle_from(Index word) {
  std::vector<Index> path = {word};
  states_[word] = State::on_path;
  for (;;) {
    const Index head = best_head(nodes_[path.back()]);
    if (states_[head] == State::settled) break;
    if (states_[head] == State::unseen) {
      states_[head] = State::on_path;
      path.push_back(head);
      continue;
    }
    const auto start = std::ranges::find(path, head) - path.begin();
    path.push_back(contract(path, static_cast<std::size_t>(start)));
  }
  for (const Index node : path) states_[node] = State::settled;
}

// Notes the best edge into `node`; the node it comes from.
Index Search::best_head(Node& node) {
  Index best = none;
  for (Index head = 0; head < slots_; ++head) {
    if (head == node.slot || in_slot_[head] == none) continue;
    if (best == none || weight(node.slot, head) > weight(node.slot, best))
      best = head;
  }
  node.entry = edge(node.slot, best);
  node.weight = weight(node.slot, best);
  return in_slot_[best];
}

// Makes the end of `path` one node, which it returns.
Index Search::contract(std::vector<Index>& path, std::size_t start) {
  const auto cycle = static_cast<Index>(nodes_.size());
  Node node;
  node.members.assign(path.begin() + static_cast<std::ptrdiff_t>(start),
                      path.end());
  path.resize(start);
  node.slot = nodes_[node.members[0]].slot;
  for (const Index member : node.members) {
    nodes_[member].parent = cycle;
    in_slot_[nodes_[member].slot] = none;
  }
  for (const Index member : node.members)
    merge_edges(node.slot, nodes_[member]);
  in_slot_[node.slot] = cycle;
  nodes_.push_back(std::move(node));
  states_.push_back(State::on_path);
  return cycle;
}

// Lets the cycle in `slot` have a member's edges where they are better.
void Search::merge_edges(Index slot, const Node& member) {
  const Index from = member.slot;
  for (Index other = 0; other < slots_; ++other) {
    if (in_slot_[other] == none) continue;
    const double into = weight(from, other) - member.weight;
    if (from == slot || into > weight(slot, other)) {
      weight(slot, other) = into;
      edge(slot, other) = edge(from, other);
    }
    if (from != slot && weight(other, from) > weight(other, slot)) {
      weight(other, slot) = weight(other, from);
      edge(other, slot) = edge(other, from);
    }
  }
}

std::vector<Index> Search::open_cycles() {
  for (auto cycle = static_cast<Index>(nodes_.size()); cycle-- > slots_;) {
    const Edge entry = nodes_[cycle].entry;
    Index entered = entry.dependent;
    while (nodes_[entered].parent != cycle) entered = nodes_[entered].parent;
    nodes_[entered].entry = entry;
  }
  std::vector<Index> heads;
  for (Index word = 1; word < slots_; ++word)
    heads.push_back(nodes_[word].entry.head);
  return heads;
}

}  // namespace

std::vector<std::uint32_t> maximum_arborescence(const Matrix& scores) {
  return Search(scores).run();
}

}  // namespace demarche
