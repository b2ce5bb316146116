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
  if (const auto known = find(node.iri)) return *known;
  const NodeId id{static_cast<std::uint32_t>(size())};
  if (const auto* article = std::get_if<ArticleNode>(&node.data))
    graph_->articles.emplace(article->iri, id);
  boost::add_vertex(std::move(node), graph_->graph);
  graph_->by_iri.insert(id);
  return id;
}

void KnowledgeGraph::link(NodeId from, GraphLink link, NodeId to) {
  auto& properties = graph_->properties;
  auto kept = properties.find(link.property);
  if (kept == properties.end()) kept = properties.emplace(link.property).first;
  link.property = *kept;
  boost::add_edge(vertex(from), vertex(to), link, graph_->graph);
}

void KnowledgeGraph::set_matched_label(NodeId id, std::string_view label) {
  auto* phrase = std::get_if<PhraseNode>(&graph_->graph[vertex(id)].data);
  if (phrase && phrase->matched_label.empty()) phrase->matched_label = label;
}

std::optional<NodeId> KnowledgeGraph::find(std::string_view iri) const {
  if (const auto node = graph_->by_iri.find(iri); node != graph_->by_iri.end())
    return *node;
  const auto article = graph_->articles.find(std::string(iri));
  if (article != graph_->articles.end()) return article->second;
  return std::nullopt;
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
