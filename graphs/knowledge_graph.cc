#include "graphs/knowledge_graph.h"

#include <utility>

#include "graphs/boost_graph.h"

namespace demarche {
namespace {

std::size_t vertex(NodeId id) { return static_cast<std::size_t>(id); }

}  // namespace

KnowledgeGraph::KnowledgeGraph() : graph_(std::make_unique<BoostGraph>()) {}
KnowledgeGraph::~KnowledgeGraph() = default;
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;

NodeId KnowledgeGraph::add(Node node) {
  const NodeId next{static_cast<std::uint32_t>(size())};
  const auto [place, is_new] = graph_->by_iri.emplace(node.iri, next);
  const auto id = place->second;
  if (!is_new) return id;
  if (const auto* article = std::get_if<ArticleNode>(&node.data))
    graph_->by_iri.emplace(article->iri, id);
  boost::add_vertex(std::move(node), graph_->graph);
  return id;
}

void KnowledgeGraph::link(NodeId from, GraphLink link, NodeId to) {
  boost::add_edge(vertex(from), vertex(to), std::move(link), graph_->graph);
}

void KnowledgeGraph::set_matched_label(NodeId id, std::string_view label) {
  auto* phrase = std::get_if<PhraseNode>(&graph_->graph[vertex(id)].data);
  if (phrase && phrase->matched_label.empty()) phrase->matched_label = label;
}

std::optional<NodeId> KnowledgeGraph::find(std::string_view iri) const {
  const auto place = graph_->by_iri.find(std::string(iri));
  if (place == graph_->by_iri.end()) return std::nullopt;
  return place->second;
}

std::size_t KnowledgeGraph::size() const {
  return boost::num_vertices(graph_->graph);
}

const Node& KnowledgeGraph::operator[](NodeId id) const {
  return graph_->graph[vertex(id)];
}

std::vector<KnowledgeGraph::Edge> KnowledgeGraph::links_from(NodeId id) const {
  std::vector<Edge> edges;
  const auto [begin, end] = boost::out_edges(vertex(id), graph_->graph);
  for (auto edge = begin; edge != end; ++edge)
    edges.push_back(
        {id, NodeId{static_cast<std::uint32_t>(target(*edge, graph_->graph))},
         &graph_->graph[*edge]});
  return edges;
}

std::vector<KnowledgeGraph::Edge> KnowledgeGraph::links_to(NodeId id) const {
  std::vector<Edge> edges;
  const auto [begin, end] = boost::in_edges(vertex(id), graph_->graph);
  for (auto edge = begin; edge != end; ++edge)
    edges.push_back(
        {NodeId{static_cast<std::uint32_t>(source(*edge, graph_->graph))}, id,
         &graph_->graph[*edge]});
  return edges;
}

}  // namespace demarche
