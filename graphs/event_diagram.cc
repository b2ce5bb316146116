#include "graphs/event_diagram.h"

#include <algorithm>
#include <string>
#include <vector>

#include "graphs/event_boxes.h"
#include "graphs/relation_table.h"

namespace demarche {
namespace {

class EventDrawer {
 public:
  EventDrawer(const KnowledgeGraph& graph, const Ontology& ontology,
              const RelationFilter& filter, Diagram& diagram)
      : graph_(graph),
        ontology_(ontology),
        filter_(filter),
        diagram_(diagram),
        boxes_(graph, ontology, diagram),
        evidence_(graph) {}

  void add(NodeId event) {
    const auto& data = *find_data<EventNode>(graph_, event);
    if (roles_of(graph_, event).empty() || !is_wanted_event(event, data))
      return;
    std::vector<NodeId> claims;
    std::vector<Evidence> evidence;
    for (const auto claim : claims_about(graph_, event)) {
      auto found = evidence_.of_claim(claim);
      if (!is_wanted(found, filter_)) continue;
      claims.push_back(claim);
      if (std::count(evidence.begin(), evidence.end(), found) == 0)
        evidence.push_back(std::move(found));
    }
    if (claims.empty()) return;
    const auto box = boxes_.add_event(event, evidence);
    for (const auto claim : claims) add_claimer(claim, box);
  }

 private:
  bool is_wanted_event(NodeId event, const EventNode& data) const;
  void add_claimer(NodeId claim, std::size_t event);

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  const RelationFilter& filter_;
  Diagram& diagram_;
  EventBoxes boxes_;
  EvidenceReader evidence_;
};

bool EventDrawer::is_wanted_event(NodeId event, const EventNode& data) const {
  const auto roles = roles_of(graph_, event);
  const auto is_role = [&](const std::string& name) {
    return std::any_of(roles.begin(), roles.end(), [&](const auto& role) {
      return is_called(name, graph_[role.to].iri, label_of(graph_, role.to));
    });
  };
  const auto is_class = [&](const std::string& name) {
    return is_called(name, data.type, data.label);
  };
  const auto& actors = filter_.actors;
  const auto& classes = filter_.relations;
  return is_wanted_tone(score_of_class(ontology_, data.type), filter_) &&
         (!filter_.asserted_only ||
          data.factuality == Factuality::certain_positive) &&
         (actors.empty() ||
          std::any_of(actors.begin(), actors.end(), is_role)) &&
         (classes.empty() ||
          std::any_of(classes.begin(), classes.end(), is_class));
}

void EventDrawer::add_claimer(NodeId claim, std::size_t event) {
  const auto who = find_kind(graph_, claim, GraphLink::Kind::claimer);
  if (who == NodeId::none) return;
  const auto from = boxes_.box(who);
  if (from == event) return;
  Diagram::Arrow arrow;
  arrow.from = from;
  arrow.to = event;
  arrow.label = "claims";
  auto evidence = evidence_.of_claim(claim);
  const auto how = words_for(evidence.factuality);
  if (!how.empty()) arrow.label += ": " + how;
  arrow.evidence = {std::move(evidence)};
  arrow.count = 1;
  for (const auto& known : diagram_.arrows)  // One for several triples.
    if (known.from == from && known.to == event && known.label == arrow.label)
      return;
  diagram_.arrows.push_back(std::move(arrow));
}

}  // namespace

void add_events(const KnowledgeGraph& graph, const Ontology& ontology,
                const RelationFilter& filter, Diagram& diagram) {
  EventDrawer drawer(graph, ontology, filter, diagram);
  for (const auto event : nodes_of<EventNode>(graph)) drawer.add(event);
}

}  // namespace demarche
