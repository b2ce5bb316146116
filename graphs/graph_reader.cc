#include "graphs/graph_reader.h"

#include <charconv>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace dm = vocabulary::dm;

class RelationReader {
 public:
  RelationReader(const SordSink& store, const Ontology& ontology)
      : store_(store), ontology_(ontology) {}

  KnowledgeGraph read() {
    for (const auto& claim :
         store_.find("", vocabulary::rdf::type, iri_term(dm::claim)))
      read_claim(claim.subject);
    read_bare_relations();
    return std::move(graph_);
  }

 private:
  std::string value(const std::string& subject,
                    std::string_view predicate) const {
    const auto found = store_.find(subject, predicate);
    return found.empty() ? "" : found.front().object.text;
  }

  Factuality factuality(const std::string& subject) const {
    const auto iri = value(subject, dm::factuality);
    for (const auto known :
         {Factuality::certain_positive, Factuality::probable_positive,
          Factuality::possible_positive, Factuality::certain_negative,
          Factuality::probable_negative, Factuality::possible_negative})
      if (iri == std::string(vocabulary::ontology_namespace) + name_of(known))
        return known;
    return Factuality::unknown;
  }

  NodeId thing(const std::string& iri);
  void read_claim(const std::string& iri);
  void read_relation(const std::string& iri, NodeId claim,
                     const ClaimNode& data, bool of_event);
  void read_bare_relations();

  const SordSink& store_;
  const Ontology& ontology_;
  KnowledgeGraph graph_;
  std::set<std::tuple<std::string, std::string, std::string>> claimed_;
};

/// The node of an event, or of anything else as an entity.
NodeId RelationReader::thing(const std::string& iri) {
  if (const auto known = graph_.find(iri)) return *known;
  const auto type = value(iri, vocabulary::rdf::type);
  const auto label = value(iri, vocabulary::rdfs::label);
  if (value(iri, dm::factuality).empty()) {
    EntityNode entity;
    entity.type = type;
    entity.label =
        label.empty() ? value(iri, vocabulary::nif::anchor_of) : label;
    return graph_.add({iri, NodeId::none, std::move(entity)});
  }
  EventNode event;
  event.type = type;
  event.label = label;
  event.factuality = factuality(iri);
  event.future = value(iri, dm::is_future) == "true";
  return graph_.add({iri, NodeId::none, std::move(event)});
}

void RelationReader::read_relation(const std::string& iri, NodeId claim,
                                   const ClaimNode& data, bool of_event) {
  const auto subject = value(iri, vocabulary::rdf::subject);
  const auto object = value(iri, vocabulary::rdf::object);
  if (subject.empty() || object.empty() || data.predicate.empty()) return;
  const bool asserted =
      data.depth == 0 && store_.contains(subject, data.predicate, object);
  claimed_.emplace(subject, data.predicate, object);
  const auto from = thing(subject), to = thing(object);
  graph_.link(from,
              {of_event ? GraphLink::Kind::direct : GraphLink::Kind::standing,
               data.predicate, claim, asserted},
              to);
}

void RelationReader::read_claim(const std::string& iri) {
  ClaimNode data;
  const auto depth = value(iri, dm::attribution_depth);
  std::from_chars(depth.data(), depth.data() + depth.size(), data.depth);
  data.factuality = factuality(iri);
  data.predicate = value(iri, vocabulary::rdf::predicate);
  const auto claimer = value(iri, dm::claimer);
  data.unnamed = claimer == dm::unnamed_source;
  const auto about = value(iri, dm::claims);
  const bool of_event = value(about, vocabulary::rdf::type) != dm::standing;
  const auto claim = graph_.add({iri, NodeId::none, data});
  graph_.link(claim, {GraphLink::Kind::claims, std::string(dm::claims)},
              thing(about));
  if (!claimer.empty() && !data.unnamed)
    graph_.link(claim, {GraphLink::Kind::claimer, std::string(dm::claimer)},
                thing(claimer));
  read_relation(iri, claim, data, of_event);
}

/// The view of facts has relations without claims.
void RelationReader::read_bare_relations() {
  for (const auto& property : ontology_.properties()) {
    const bool is_direct = property.kind == Property::Kind::direct_relation;
    if (!is_direct && property.kind != Property::Kind::standing_relation)
      continue;
    for (const auto& found : store_.find("", property.iri)) {
      if (claimed_.contains(
              {found.subject, found.predicate, found.object.text}))
        continue;
      const auto from = thing(found.subject), to = thing(found.object.text);
      graph_.link(
          from,
          {is_direct ? GraphLink::Kind::direct : GraphLink::Kind::standing,
           property.iri, NodeId::none, true},
          to);
    }
  }
}

}  // namespace

KnowledgeGraph read_relations(const SordSink& store, const Ontology& ontology) {
  return RelationReader(store, ontology).read();
}

}  // namespace demarche
