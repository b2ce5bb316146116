#include "graphs/graph_builder.h"

#include <map>
#include <optional>
#include <set>

#include "graphs/article_nodes.h"
#include "graphs/claim_nodes.h"
#include "graphs/digest_nodes.h"
#include "graphs/direct_triples.h"
#include "graphs/layer_nodes.h"
#include "graphs/statement_check.h"
#include "ontology/error.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

/// The node that fills a role: the claim that reports an event rather than
/// the event, and the words of what is in no layer.
NodeId filler_node(const Extraction& extraction, const ClaimNodes& claims,
                   EventId event, const Role& role, ArticleNodes& nodes) {
  if (const auto* entity = std::get_if<EntityId>(&role.filler))
    return nodes.entity(*entity);
  if (const auto* time = std::get_if<TimeId>(&role.filler))
    return nodes.time(*time);
  if (const auto* quantity = std::get_if<QuantityId>(&role.filler))
    return nodes.quantity(*quantity);
  if (const auto* span = std::get_if<Span>(&role.filler))
    return nodes.phrase(*span);
  const auto filler = std::get<EventId>(role.filler);
  const auto reported = claims.reported.find({event, filler});
  if (reported != claims.reported.end()) return reported->second;
  const auto node = nodes.event(filler);
  return node != NodeId::none
             ? node
             : nodes.phrase(extraction.events[index(filler)].span);
}

/// An untyped frame has PropBank's roles.  With `all_frames`, one that fills
/// such a role becomes a node too.
void link_arguments(const Extraction& extraction, const ClaimNodes& claims,
                    EventId id, bool all_frames, ArticleNodes& nodes,
                    KnowledgeGraph& graph) {
  const auto frame = nodes.frame(id);
  for (const auto& role : extraction.events[index(id)].roles) {
    const auto* event = std::get_if<EventId>(&role.filler);
    const bool is_frame = event != nullptr &&
                          nodes.event(*event) == NodeId::none &&
                          (all_frames || nodes.has_frame(*event));
    const auto filler = is_frame
                            ? nodes.frame(*event)
                            : filler_node(extraction, claims, id, role, nodes);
    graph.link(frame, {GraphLink::Kind::role, argument_property(role.label)},
               filler);
    if (role.evidence.begin < role.evidence.end)
      nodes.detail(frame, vocabulary::dm::role_evidence,
                   nodes.phrase(role.evidence));
  }
}

void link_roles(const Extraction& extraction, const Ontology& ontology,
                const ClaimNodes& claims, EventId id, ArticleNodes& nodes,
                KnowledgeGraph& graph) {
  const auto event = nodes.event(id);
  for (const auto& role : extraction.events[index(id)].roles) {
    if (role.property == PropertyId::none) continue;
    const auto filler = filler_node(extraction, claims, id, role, nodes);
    graph.link(event, {GraphLink::Kind::role, ontology[role.property].iri},
               filler);
    if (role.evidence.begin == role.evidence.end) continue;
    nodes.detail(event, vocabulary::dm::role_evidence,
                 nodes.phrase(role.evidence));
    if (std::holds_alternative<EntityId>(role.filler))
      nodes.denote(filler, role.evidence);
  }
}

/// "Maria Zakharova accused Armenia": the accuser acts on behalf of Russia.
void link_represented(const Extraction& extraction, const Ontology& ontology,
                      EventId id, ArticleNodes& nodes) {
  std::set<NodeId> seen;
  const auto event = nodes.event(id);
  for (const auto* role :
       sides_of(extraction.events[index(id)], ontology).sources) {
    const auto* actor = std::get_if<EntityId>(&role->filler);
    if (!actor || represented(extraction, *actor) == *actor) continue;
    const auto behind = nodes.entity(represented(extraction, *actor));
    if (seen.insert(behind).second)
      nodes.detail(event, vocabulary::dm::on_behalf_of, behind);
  }
}

void link_circumstances(const Event& event, NodeId node, ArticleNodes& nodes) {
  if (event.time)
    nodes.detail(node, vocabulary::sem::has_time, nodes.time(*event.time));
  for (const auto place : event.places)
    nodes.detail(node, vocabulary::sem::has_place, nodes.entity(place));
  for (const auto quantity : event.quantities)
    nodes.detail(node, vocabulary::dm::has_quantity, nodes.quantity(quantity));
}

void link_relations(const Extraction& extraction, ArticleNodes& nodes) {
  for (std::uint32_t i = 0; i < extraction.relations.size(); ++i) {
    const auto& relation = extraction.relations[i];
    if (relation.property == PropertyId::none || !relation.since) continue;
    nodes.detail(nodes.relationship(i), vocabulary::dm::since,
                 nodes.time(*relation.since));
  }
}

/// Whether `graph` has the article already.  One IRI has one text.
bool is_known(const Article& article, const KnowledgeGraph& graph) {
  const auto id = graph.find(escape_iri(article.iri));
  const auto* known = id ? find_data<ArticleNode>(graph, *id) : nullptr;
  if (known && known->text != article.text)
    throw Error(article.metadata.id +
                ": another text has this article's IRI already, <" +
                article.iri + ">");
  return known != nullptr;
}

}  // namespace

ClaimNodes add_to_graph(const Extraction& extraction, const Ontology& ontology,
                        const DescribeOptions& options, KnowledgeGraph& graph) {
  if (is_known(extraction.article, graph)) return {};
  ArticleNodes nodes(extraction, ontology, options.configuration, graph);
  add_digest(extraction, ontology, nodes);
  const auto count = static_cast<std::uint32_t>(extraction.events.size());
  for (std::uint32_t i = 0; i < count; ++i) nodes.event(EventId{i});
  auto claims = add_claims(extraction, ontology, options, nodes, graph);
  for (std::uint32_t i = 0; i < count; ++i) {
    const EventId id{i};
    const auto node = nodes.event(id);
    const bool all_frames = options.view == View::full;
    if (node == NodeId::none && (all_frames || nodes.has_frame(id)))
      link_arguments(extraction, claims, id, all_frames, nodes, graph);
    if (node == NodeId::none) continue;
    const auto& event = extraction.events[i];
    link_roles(extraction, ontology, claims, id, nodes, graph);
    if (!options.strict_attribution)
      link_represented(extraction, ontology, id, nodes);
    link_circumstances(event, node, nodes);
  }
  link_relations(extraction, nodes);
  link_sections(extraction, claims, nodes);
  if (options.view == View::full) add_layers(extraction, nodes);
  return claims;
}

}  // namespace demarche
