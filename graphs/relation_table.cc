#include "graphs/relation_table.h"

#include <algorithm>
#include <utility>

#include "extractor/stance.h"

namespace demarche {
namespace {

/// What several articles call one thing.
std::string common_name(const Node& node) {
  const auto* entity = std::get_if<EntityNode>(&node.data);
  return entity && !entity->same_as.empty() ? entity->same_as : node.iri;
}

class TableMaker {
 public:
  TableMaker(const KnowledgeGraph& graph, const Ontology& ontology)
      : graph_(graph), ontology_(ontology), evidence_(graph) {}

  RelationTable make() {
    for (std::uint32_t i = 0; i < graph_.size(); ++i)
      for (const auto& edge : graph_.links_from(NodeId{i})) add(edge);
    std::sort(table_.rows.begin(), table_.rows.end());
    return std::move(table_);
  }

 private:
  std::string actor(NodeId id) {
    const auto& node = graph_[id];
    auto iri = common_name(node);
    RelationTable::Actor actor{label_of(graph_, id), class_of(graph_, id),
                               find_data<EventNode>(graph_, id) != nullptr};
    auto& known = table_.actors.try_emplace(iri, actor).first->second;
    if (actor.label.size() > known.label.size() ||
        (actor.label.size() == known.label.size() && actor.label < known.label))
      known = std::move(actor);
    return iri;
  }

  double score(NodeId claim) const {
    if (claim == NodeId::none) return 0;
    for (const auto& [from, to, link] : graph_.links_from(claim))
      if (link->kind == GraphLink::Kind::claims)
        if (const auto* event = find_data<EventNode>(graph_, to))
          return score_of_class(ontology_, event->type);
    return 0;
  }

  /// Whether the article itself is certain of what a claim is about.  A triple
  /// is asserted more seldom: it must also be plain who its ends are.
  bool is_stated(NodeId id) const {
    const auto* claim =
        id == NodeId::none ? nullptr : find_data<ClaimNode>(graph_, id);
    if (claim == nullptr || claim->depth > 0 ||
        claim->factuality != Factuality::certain_positive)
      return false;
    const auto about = find_kind(graph_, id, GraphLink::Kind::claims);
    if (about == NodeId::none) return false;
    if (const auto* event = find_data<EventNode>(graph_, about))
      return event->factuality == Factuality::certain_positive &&
             !event->future;
    const auto* relation = find_data<RelationshipNode>(graph_, about);
    return relation && relation->factuality == Factuality::certain_positive;
  }

  void add(const KnowledgeGraph::Edge& edge) {
    const auto& link = *edge.link;
    const bool is_standing = link.kind == GraphLink::Kind::standing;
    if (link.kind != GraphLink::Kind::direct && !is_standing) return;
    RelationTable::Row row;
    row.from = actor(edge.from);
    row.to = actor(edge.to);
    if (row.from == row.to) return;
    row.property = link.property;
    row.label = label_of_property(ontology_, link.property);
    row.is_standing = is_standing;
    row.asserted = link.asserted || is_stated(link.claim);
    row.score = score(link.claim);
    row.evidence = evidence_.of_claim(link.claim);
    if (row.asserted)  // In the view of facts there is no claim.
      row.evidence.factuality = Factuality::certain_positive;
    table_.rows.push_back(std::move(row));
  }

  const KnowledgeGraph& graph_;
  const Ontology& ontology_;
  EvidenceReader evidence_;
  RelationTable table_;
};

}  // namespace

double score_of(const RelationTable::Row& row) {
  return is_negative(row.evidence.factuality) ||
                 row.evidence.factuality == Factuality::unknown
             ? 0
             : row.score;
}

std::string label_of_property(const Ontology& ontology, std::string_view iri) {
  const auto name = local_name(iri);
  const auto id = ontology.find_property(name);
  if (id == PropertyId::none || ontology[id].label.empty())
    return std::string(name);
  return std::string(ontology[id].label);
}

double score_of_class(const Ontology& ontology, std::string_view iri) {
  const auto id = ontology.find_class(local_name(iri));
  return id == ClassId::none ? 0 : ontology[id].score;
}

RelationTable relation_table(const KnowledgeGraph& graph,
                             const Ontology& ontology) {
  return TableMaker(graph, ontology).make();
}

void append(const RelationTable& more, RelationTable& table) {
  table.actors.insert(more.actors.begin(), more.actors.end());
  table.rows.insert(table.rows.end(), more.rows.begin(), more.rows.end());
  std::sort(table.rows.begin(), table.rows.end());
}

}  // namespace demarche
