#include "graphs/event_boxes.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "graphs/relation_table.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

/// "accusation" for dm:Accusation.
std::string label_of_class(const Ontology& ontology, std::string_view iri) {
  const auto name = local_name(iri);
  const auto id = ontology.find_class(name);
  return std::string(id == ClassId::none || ontology[id].label.empty()
                         ? name
                         : ontology[id].label);
}

bool is_circumstance(const GraphLink& link) {
  return link.property == vocabulary::sem::has_time ||
         link.property == vocabulary::sem::has_place ||
         link.property == vocabulary::dm::has_quantity;
}

/// "time" for sem:hasTime, whose label is not ours.
std::string label_of_role(const Ontology& ontology, const GraphLink& link) {
  if (link.property == vocabulary::sem::has_time) return "time";
  if (link.property == vocabulary::sem::has_place) return "place";
  if (link.property == vocabulary::dm::has_quantity) return "number";
  return label_of_property(ontology, link.property);
}

}  // namespace

std::vector<KnowledgeGraph::Edge> roles_of(const KnowledgeGraph& graph,
                                           NodeId event) {
  auto edges = graph.links_from(event);
  std::erase_if(edges, [](const auto& edge) {
    return edge.link->kind != GraphLink::Kind::role &&
           !is_circumstance(*edge.link);
  });
  std::sort(edges.begin(), edges.end(), [&](const auto& a, const auto& b) {
    return std::tie(a.link->property, graph[a.to].iri) <
           std::tie(b.link->property, graph[b.to].iri);
  });
  return edges;
}

std::vector<NodeId> claims_about(const KnowledgeGraph& graph, NodeId about) {
  std::vector<NodeId> claims;
  for (const auto& [from, to, link] : graph.links_to(about))
    if (link->kind == GraphLink::Kind::claims) claims.push_back(from);
  std::sort(claims.begin(), claims.end(),
            [&](NodeId a, NodeId b) { return graph[a].iri < graph[b].iri; });
  return claims;
}

Diagram::Box EventBoxes::make_box(NodeId id) const {
  const auto& node = graph_[id];
  Diagram::Box box;
  box.iri = node.iri;
  box.label = label_of(graph_, id);
  box.shape = Diagram::Shape::value;
  box.type = class_of(graph_, id);
  if (std::holds_alternative<EntityNode>(node.data))
    box.shape = Diagram::Shape::actor;
  if (const auto* event = std::get_if<EventNode>(&node.data)) {
    box.shape = Diagram::Shape::event;
    box.label = label_of_class(ontology_, event->type) + ": " + box.label;
    box.score = score_of_class(ontology_, event->type);
    box.asserted = event->factuality == Factuality::certain_positive;
  }
  return box;
}

std::size_t EventBoxes::box(NodeId node, std::optional<std::size_t> group) {
  if (find_data<ClaimNode>(graph_, node) != nullptr) {
    const auto about = find_kind(graph_, node, GraphLink::Kind::claims);
    if (about != NodeId::none) node = about;
  }
  const auto [place, is_new] =
      place_of_.try_emplace({group, node}, diagram_.boxes.size());
  if (is_new) {
    diagram_.boxes.push_back(make_box(node));
    diagram_.boxes.back().group = group;
  }
  return place->second;
}

std::size_t EventBoxes::add_event(NodeId event,
                                  const std::vector<Evidence>& evidence,
                                  std::optional<std::size_t> group) {
  const auto from = box(event, group);
  diagram_.boxes[from].evidence = evidence;
  for (const auto& [source, to, link] : roles_of(graph_, event)) {
    Diagram::Arrow arrow;
    arrow.from = from;
    arrow.to = box(to, group);
    arrow.label = label_of_role(ontology_, *link);
    arrow.property = link->property;
    arrow.asserted = diagram_.boxes[from].asserted;
    arrow.evidence = evidence;
    arrow.count = 1;
    if (arrow.from != arrow.to) diagram_.arrows.push_back(std::move(arrow));
  }
  return from;
}

}  // namespace demarche
