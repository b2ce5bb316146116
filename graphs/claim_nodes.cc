// One claim has one claimer and at most one triple, so that an event with
// several actors on a side gives several claims:
//
//   Russia and France accused Armenia
//     #claim=18,25;by=article    russia accuses armenia
//     #claim=18,25,2;by=article  france accuses armenia

#include "graphs/claim_nodes.h"

#include <string>
#include <utility>

#include "graphs/direct_triples.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

/// The ends of a triple, and the IRI between them.
struct Triple {
  NodeId subject = NodeId::none;
  std::string predicate;
  NodeId object = NodeId::none;
  bool is_plain = true;  ///< Whether it is plain that these are the ends.
};

/// By event, whether the claim that it was said holds one of those that every
/// view has, so that each chain of claims is whole.
std::vector<bool> enclosing_events(const Extraction& extraction) {
  std::vector<bool> is_enclosing(extraction.events.size());
  for (const auto& claim : extraction.claims) {
    const auto* event = std::get_if<EventId>(&claim.about);
    const bool is_written =
        event ? extraction.events[index(*event)].type != ClassId::none
              : extraction.relations[std::get<std::uint32_t>(claim.about)]
                        .property != PropertyId::none;
    if (!is_written) continue;
    for (auto outer = claim.within; outer;
         outer = extraction.claims[index(*outer)].within)
      is_enclosing[index(
          std::get<EventId>(extraction.claims[index(*outer)].about))] = true;
  }
  return is_enclosing;
}

class ClaimAdder {
 public:
  ClaimAdder(const Extraction& extraction, const Ontology& ontology,
             const DescribeOptions& options, ArticleNodes& nodes,
             KnowledgeGraph& graph)
      : extraction_(extraction),
        ontology_(ontology),
        options_(options),
        nodes_(nodes),
        graph_(graph),
        is_enclosing_(enclosing_events(extraction)) {}

  std::vector<NodeId> add(const Claim& claim);
  /// A relation that nobody is said to claim is the article's own.
  void add_implied_claims();

 private:
  NodeId end(const DirectTriple::End& end);
  std::vector<Triple> triples_about(EventId id);
  Triple triple_about(const Relation& relation);
  NodeId add_one(const Claim& claim, NodeId about, Span span,
                 const Triple* triple);
  void add_claimer(const Attribution& attribution, NodeId node);
  void add_relation(const Claim& claim, NodeId node, const Triple& triple);

  const Extraction& extraction_;
  const Ontology& ontology_;
  const DescribeOptions& options_;
  ArticleNodes& nodes_;
  KnowledgeGraph& graph_;
  std::vector<bool> is_enclosing_;  ///< By event.
};

NodeId ClaimAdder::end(const DirectTriple::End& end) {
  if (const auto* event = std::get_if<EventId>(&end))
    return nodes_.event(*event);
  return nodes_.entity(std::get<EntityId>(end));
}

std::vector<Triple> ClaimAdder::triples_about(EventId id) {
  std::vector<Triple> triples;
  for (const auto& direct : direct_triples(extraction_, id, ontology_,
                                           options_.strict_attribution)) {
    Triple triple{end(direct.subject),
                  std::string(ontology_[direct.predicate].iri),
                  end(direct.object), direct.is_plain};
    if (triple.object != NodeId::none && triple.subject != triple.object)
      triples.push_back(std::move(triple));
  }
  return triples;
}

Triple ClaimAdder::triple_about(const Relation& relation) {
  return {nodes_.entity(relation.subject),
          std::string(ontology_[relation.property].iri),
          nodes_.entity(relation.object)};
}

void ClaimAdder::add_claimer(const Attribution& attribution, NodeId node) {
  const auto claimer = [&](NodeId who) {
    graph_.link(node, {GraphLink::Kind::claimer, vocabulary::dm::claimer}, who);
  };
  const bool has_words =
      attribution.source_span.begin < attribution.source_span.end;
  if (attribution.source) {
    const auto who = nodes_.entity(*attribution.source);
    claimer(who);
    nodes_.denote(who, attribution.source_span);
  } else if (has_words) {
    claimer(nodes_.called(attribution.source_span));
  }
  if (attribution.cue.begin < attribution.cue.end)
    nodes_.detail(node, vocabulary::dm::cue, nodes_.phrase(attribution.cue));
}

void ClaimAdder::add_relation(const Claim& claim, NodeId node,
                              const Triple& triple) {
  nodes_.detail(node, vocabulary::rdf::subject, triple.subject);
  nodes_.detail(node, vocabulary::rdf::object, triple.object);
  const auto kind = std::holds_alternative<EventId>(claim.about)
                        ? GraphLink::Kind::direct
                        : GraphLink::Kind::standing;
  graph_.link(triple.subject,
              {kind, triple.predicate, node,
               triple.is_plain && is_asserted(extraction_, claim)},
              triple.object);
}

NodeId ClaimAdder::add_one(const Claim& claim, NodeId about, Span span,
                           const Triple* triple) {
  const auto* attribution = claim.attribution
                                ? &extraction_.attributions[*claim.attribution]
                                : nullptr;
  const bool is_own = claim.depth == 0 && !attribution;
  const bool is_unnamed =
      !is_own && (!attribution ||
                  (!attribution->source && attribution->source_span.begin ==
                                               attribution->source_span.end));
  const auto by = is_own        ? "article"
                  : attribution ? nodes_.print(attribution->cue)
                                : "unnamed";
  const auto node = nodes_.claim(span, by,
                                 {claim.factuality, claim.depth,
                                  triple ? triple->predicate : "", is_unnamed});
  graph_.link(node, {GraphLink::Kind::claims, vocabulary::dm::claims}, about);
  if (attribution) add_claimer(*attribution, node);
  if (triple) add_relation(claim, node, *triple);
  return node;
}

std::vector<NodeId> ClaimAdder::add(const Claim& claim) {
  if (const auto* number = std::get_if<std::uint32_t>(&claim.about)) {
    const auto& relation = extraction_.relations[*number];
    if (relation.property == PropertyId::none) return {};
    const auto triple = triple_about(relation);
    return {add_one(claim, nodes_.relationship(*number), relation.evidence,
                    triple.subject != triple.object ? &triple : nullptr)};
  }
  const auto id = std::get<EventId>(claim.about);
  auto event = nodes_.event(id);
  if (event == NodeId::none &&
      (options_.view == View::full || is_enclosing_[index(id)]))
    event = nodes_.frame(id);
  if (event == NodeId::none) return {};
  const auto span = extraction_.events[index(id)].span;
  const auto triples = triples_about(id);
  if (triples.empty()) return {add_one(claim, event, span, nullptr)};
  std::vector<NodeId> added;
  for (const auto& triple : triples)
    added.push_back(add_one(claim, event, span, &triple));
  return added;
}

void ClaimAdder::add_implied_claims() {
  std::vector<bool> is_claimed(extraction_.relations.size());
  for (const auto& claim : extraction_.claims)
    if (const auto* number = std::get_if<std::uint32_t>(&claim.about))
      is_claimed[*number] = true;
  for (std::uint32_t i = 0; i < is_claimed.size(); ++i) {
    if (is_claimed[i]) continue;
    Claim claim;
    claim.about = i;
    claim.factuality = extraction_.relations[i].factuality;
    add(claim);
  }
}

void link_enclosing(const Extraction& extraction, const ClaimNodes& claims,
                    ArticleNodes& nodes) {
  for (std::size_t i = 0; i < claims.nodes.size(); ++i) {
    const auto& within = extraction.claims[i].within;
    if (!within || claims.nodes[index(*within)].empty()) continue;
    for (const auto node : claims.nodes[i])
      nodes.detail(node, vocabulary::dm::within_claim,
                   claims.nodes[index(*within)].front());
  }
}

}  // namespace

ClaimNodes add_claims(const Extraction& extraction, const Ontology& ontology,
                      const DescribeOptions& options, ArticleNodes& nodes,
                      KnowledgeGraph& graph) {
  ClaimAdder adder(extraction, ontology, options, nodes, graph);
  ClaimNodes claims;
  for (const auto& claim : extraction.claims) {
    claims.nodes.push_back(adder.add(claim));
    const auto* content = std::get_if<EventId>(&claim.about);
    if (!content || !claim.attribution || claims.nodes.back().empty()) continue;
    const auto& speech = extraction.attributions[*claim.attribution].event;
    if (speech)
      claims.reported.try_emplace({*speech, *content},
                                  claims.nodes.back().front());
  }
  adder.add_implied_claims();
  link_enclosing(extraction, claims, nodes);
  return claims;
}

}  // namespace demarche
