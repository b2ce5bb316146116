#include "graphs/relation_diagram.h"

#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace demarche {
namespace {

/// What is added to the claimer's name; nothing where nobody is committed.
std::optional<std::string> manner(Factuality factuality) {
  switch (factuality) {
    case Factuality::certain_positive:
      return "";
    case Factuality::probable_positive:
      return "probably";
    case Factuality::possible_positive:
      return "possibly";
    case Factuality::certain_negative:
      return "not";
    case Factuality::probable_negative:
      return "probably not";
    case Factuality::possible_negative:
      return "possibly not";
    case Factuality::unknown:
      return std::nullopt;
  }
  return std::nullopt;
}

class DiagramMaker {
 public:
  DiagramMaker(const KnowledgeGraph& graph, const Ontology& ontology)
      : graph_(graph), ontology_(ontology) {}

  RelationDiagram make();

 private:
  /// What must agree for relations to be one arrow.
  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  struct Group {
    NodeId from, to;
    bool is_standing = false, asserted = false;
    double score = 0;
    std::size_t count = 0;
  };

  std::string label(NodeId id) const;
  std::string label_of_property(const std::string& iri) const;
  double score(NodeId claim) const;
  std::optional<std::string> claimer(NodeId claim) const;
  void collect(const KnowledgeGraph::Edge& edge);

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  std::map<Key, Group> groups_;
};

std::string DiagramMaker::label(NodeId id) const {
  const auto& node = graph_[id];
  if (const auto* entity = std::get_if<EntityNode>(&node.data))
    if (!entity->label.empty()) return entity->label;
  if (const auto* event = std::get_if<EventNode>(&node.data))
    if (!event->label.empty()) return event->label;
  if (const auto* phrase = std::get_if<PhraseNode>(&node.data))
    return phrase->text;
  return std::string(local_name(node.iri));
}

std::string DiagramMaker::label_of_property(const std::string& iri) const {
  const auto id = ontology_.find_property(local_name(iri));
  if (id == PropertyId::none || ontology_[id].label.empty())
    return std::string(local_name(iri));
  return ontology_[id].label;
}

double DiagramMaker::score(NodeId claim) const {
  for (const auto& [from, to, link] : graph_.links_from(claim)) {
    if (link->kind != GraphLink::Kind::claims) continue;
    const auto* event = find_data<EventNode>(graph_, to);
    const auto type =
        event ? ontology_.find_class(local_name(event->type)) : ClassId::none;
    if (type != ClassId::none) return ontology_[type].score;
  }
  return 0;
}

/// Who claims and how; nothing if that is no commitment.
std::optional<std::string> DiagramMaker::claimer(NodeId id) const {
  const auto* claim = find_data<ClaimNode>(graph_, id);
  if (!claim) return std::nullopt;
  const auto how = manner(claim->factuality);
  if (!how) return std::nullopt;
  std::string who = claim->depth == 0 ? "the article" : "unnamed";
  for (const auto& [from, to, link] : graph_.links_from(id))
    if (link->kind == GraphLink::Kind::claimer) who = label(to);
  return how->empty() ? who : who + ": " + *how;
}

void DiagramMaker::collect(const KnowledgeGraph::Edge& edge) {
  const auto& link = *edge.link;
  const bool is_standing = link.kind == GraphLink::Kind::standing;
  if (link.kind != GraphLink::Kind::direct && !is_standing) return;
  const auto who = link.asserted ? std::string() : claimer(link.claim);
  if (!who) return;
  auto& group = groups_[{graph_[edge.from].iri, graph_[edge.to].iri,
                         label_of_property(link.property), *who}];
  group.from = edge.from;
  group.to = edge.to;
  group.is_standing = is_standing;
  group.asserted = link.asserted;
  if (link.claim != NodeId::none) group.score += score(link.claim);
  ++group.count;
}

RelationDiagram DiagramMaker::make() {
  for (std::uint32_t i = 0; i < graph_.size(); ++i)
    for (const auto& edge : graph_.links_from(NodeId{i})) collect(edge);
  RelationDiagram diagram;
  std::map<std::string, std::size_t> place_of;
  for (const auto& [key, group] : groups_)
    for (const auto id : {group.from, group.to})
      place_of.emplace(graph_[id].iri, 0);
  for (auto& [iri, place] : place_of) {
    place = diagram.boxes.size();
    const auto id = *graph_.find(iri);
    diagram.boxes.push_back(
        {iri, label(id), find_data<EventNode>(graph_, id) != nullptr});
  }
  for (const auto& [key, group] : groups_)
    diagram.arrows.push_back(
        {place_of[std::get<0>(key)], place_of[std::get<1>(key)],
         std::get<2>(key), group.score / static_cast<double>(group.count),
         group.is_standing, group.asserted, std::get<3>(key), group.count});
  return diagram;
}

}  // namespace

RelationDiagram relation_diagram(const KnowledgeGraph& graph,
                                 const Ontology& ontology) {
  return DiagramMaker(graph, ontology).make();
}

}  // namespace demarche
