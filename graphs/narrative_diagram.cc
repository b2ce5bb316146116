#include "graphs/narrative_diagram.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "graphs/event_boxes.h"
#include "graphs/relation_table.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

class NarrativeDrawer {
 public:
  NarrativeDrawer(const KnowledgeGraph& graph, const Ontology& ontology,
                  const RelationFilter& filter, Diagram& diagram)
      : graph_(graph),
        ontology_(ontology),
        filter_(filter),
        diagram_(diagram),
        boxes_(graph, ontology, diagram),
        evidence_(graph) {}

  void add(NodeId claim, NodeId narrative);

 private:
  std::size_t group_of(NodeId narrative);
  bool is_wanted_relation(NodeId claim, NodeId about) const;
  void add_arrow(const ClaimNode& claim, NodeId about, NodeId subject,
                 NodeId object, Evidence evidence, std::size_t group);

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  const RelationFilter& filter_;
  Diagram& diagram_;
  EventBoxes boxes_;
  EvidenceReader evidence_;
  std::map<NodeId, std::size_t> groups_;
  std::set<std::pair<NodeId, std::size_t>> events_;  ///< Drawn, with groups.
};

std::size_t NarrativeDrawer::group_of(NodeId narrative) {
  const auto [place, is_new] =
      groups_.try_emplace(narrative, diagram_.groups.size());
  if (is_new) diagram_.groups.push_back(label_of(graph_, narrative));
  return place->second;
}

/// Who takes part in what is claimed.
std::vector<NodeId> ends_of(const KnowledgeGraph& graph, NodeId claim,
                            NodeId about) {
  std::vector<NodeId> ends;
  for (const auto property :
       {vocabulary::rdf::subject, vocabulary::rdf::object}) {
    const auto end = find_link(graph, claim, property);
    if (end != NodeId::none) ends.push_back(end);
  }
  for (const auto& role : roles_of(graph, about)) ends.push_back(role.to);
  return ends;
}

bool NarrativeDrawer::is_wanted_relation(NodeId id, NodeId about) const {
  const auto& claim = *find_data<ClaimNode>(graph_, id);
  const auto ends = ends_of(graph_, id, about);
  const auto* event = find_data<EventNode>(graph_, about);
  const double score = event ? score_of_class(ontology_, event->type) : 0;
  if (!is_wanted_tone(score, filter_)) return false;
  const auto is_named = [&](const std::string& name) {
    return (!claim.predicate.empty() &&
            is_called(name, claim.predicate,
                      label_of_property(ontology_, claim.predicate))) ||
           (event != nullptr && is_called(name, event->type, event->label));
  };
  const auto is_end = [&](const std::string& name) {
    return std::any_of(ends.begin(), ends.end(), [&](NodeId end) {
      return is_called(name, graph_[end].iri, label_of(graph_, end));
    });
  };
  const auto& relations = filter_.relations;
  const auto& actors = filter_.actors;
  return (relations.empty() ||
          std::any_of(relations.begin(), relations.end(), is_named)) &&
         (actors.empty() || std::any_of(actors.begin(), actors.end(), is_end));
}

void NarrativeDrawer::add_arrow(const ClaimNode& claim, NodeId about,
                                NodeId subject, NodeId object,
                                Evidence evidence, std::size_t group) {
  const auto* event = find_data<EventNode>(graph_, about);
  Diagram::Arrow arrow;
  arrow.from = boxes_.box(subject, group);
  arrow.to = boxes_.box(object, group);
  arrow.label = label_of_property(ontology_, claim.predicate);
  arrow.property = claim.predicate;
  arrow.score = event ? score_of_class(ontology_, event->type) : 0;
  arrow.is_standing = event == nullptr;
  if (evidence.claimers.size() > 1)
    arrow.claimer = last_claimer(evidence);
  else
    arrow.claimer = words_for(evidence.factuality);
  arrow.count = 1;
  arrow.evidence = {std::move(evidence)};
  diagram_.arrows.push_back(std::move(arrow));
}

void NarrativeDrawer::add(NodeId id, NodeId narrative) {
  auto evidence = evidence_.of_claim(id);
  const auto about = find_kind(graph_, id, GraphLink::Kind::claims);
  if (about == NodeId::none || !is_wanted(evidence, filter_)) return;
  const auto& claim = *find_data<ClaimNode>(graph_, id);
  const auto subject = find_link(graph_, id, vocabulary::rdf::subject);
  const auto object = find_link(graph_, id, vocabulary::rdf::object);
  if (!is_wanted_relation(id, about)) return;
  const bool is_relation = !claim.predicate.empty() &&
                           subject != NodeId::none && object != NodeId::none;
  if (is_relation) {
    add_arrow(claim, about, subject, object, std::move(evidence),
              group_of(narrative));
  } else if (find_data<EventNode>(graph_, about) != nullptr &&
             !roles_of(graph_, about).empty()) {
    const auto group = group_of(narrative);
    if (events_.emplace(about, group).second)
      boxes_.add_event(about, {evidence}, group);
  }
}

}  // namespace

void add_narratives(const KnowledgeGraph& graph, const Ontology& ontology,
                    const RelationFilter& filter, Diagram& diagram) {
  NarrativeDrawer drawer(graph, ontology, filter, diagram);
  for (const auto claim : nodes_of<ClaimNode>(graph)) {
    const auto narrative =
        find_link(graph, claim, vocabulary::dm::in_narrative);
    if (narrative != NodeId::none) drawer.add(claim, narrative);
  }
}

}  // namespace demarche
