// Reads articles, JSON lines {"id", "text"} on standard input, and writes for
// each what it says of pairs of entities, as a line: entities with their
// mentions, standing relations, and events with the entities in their roles.
// Offsets are bytes of the text.
//
//   build/bench_relations [ONTOLOGY [MODEL]] < articles.jsonl

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/accuracy/each_article.h"
#include "graphs/direct_triples.h"

namespace demarche {
namespace {

using Json = nlohmann::ordered_json;

std::string class_name(ClassId id, const Ontology& ontology) {
  return std::string(id == ClassId::none ? "" : local_name(ontology[id].iri));
}

Json offsets(Span span) { return Json::array({span.begin, span.end}); }

Json describe(const Entity& entity, const Extraction& e,
              const Ontology& ontology) {
  Json json = {{"label", entity.label},
               {"class", class_name(entity.type, ontology)}};
  if (entity.concept_id)
    json["concept"] = local_name(ontology[*entity.concept_id].iri);
  if (entity.acts_for) json["acts_for"] = index(*entity.acts_for);
  for (const MentionId id : entity.mentions) {
    const Mention& mention = e.mentions[index(id)];
    const Word& head =
        e.analysis.sentences[mention.sentence].words[mention.head];
    json["mentions"].push_back({{"span", offsets(mention.span)},
                                {"head", offsets(head.span)},
                                {"name", mention.kind == MentionKind::name}});
  }
  return json;
}

/// The sentence that a span lies in.
Span sentence_at(const Extraction& e, Span span) {
  for (const Sentence& sentence : e.analysis.sentences)
    if (contains(sentence.span, span)) return sentence.span;
  return span;
}

Json describe(const Relation& relation, const Extraction& e,
              const Ontology& ontology) {
  return {{"property", local_name(ontology[relation.property].iri)},
          {"subject", index(relation.subject)},
          {"object", index(relation.object)},
          {"evidence", offsets(relation.evidence)},
          {"sentence", offsets(sentence_at(e, relation.evidence))},
          {"label", relation.label},
          {"confidence", relation.confidence},
          {"factuality", name_of(relation.factuality)}};
}

Json describe(const Event& event, const Extraction& e,
              const Ontology& ontology) {
  Json json = {{"class", class_name(event.type, ontology)},
               {"category", ontology[event.type].plover},
               {"trigger", offsets(event.span)},
               {"confidence", event.confidence},
               {"factuality", name_of(event.factuality)}};
  for (const Span& span : event.evidence)
    json["sentences"].push_back(offsets(sentence_at(e, span)));
  for (const Role& role : event.roles) {
    const auto* entity = std::get_if<EntityId>(&role.filler);
    if (entity == nullptr || role.property == PropertyId::none) continue;
    const Property& property = ontology[role.property];
    json["roles"].push_back({{"role", local_name(property.iri)},
                             {"side", name_of(property.side)},
                             {"confidence", role.confidence},
                             {"entity", index(*entity)}});
  }
  for (const EntityId place : event.places)
    json["places"].push_back(index(place));
  return json;
}

Json describe(const Extraction& e, const Ontology& ontology) {
  Json json = {{"id", e.article.metadata.id}};
  for (const Sentence& sentence : e.analysis.sentences)
    json["sentences"].push_back(offsets(sentence.span));
  for (const Entity& entity : e.entities)
    json["entities"].push_back(describe(entity, e, ontology));
  for (const Claim& claim : e.claims)
    if (const auto* number = std::get_if<std::uint32_t>(&claim.about)) {
      json["relations"].push_back(describe(e.relations[*number], e, ontology));
      json["relations"].back()["asserted"] = is_asserted(e, claim);
    }
  for (const Event& event : e.events)
    if (event.type != ClassId::none)
      json["events"].push_back(describe(event, e, ontology));
  return json;
}

}  // namespace
}  // namespace demarche

int main(int count, char** arguments) {
  return demarche::for_each_article(
      count, arguments,
      [](const demarche::Extraction& extraction,
         const demarche::Extractor& extractor) {
        std::cout << demarche::describe(extraction, extractor.ontology()).dump()
                  << '\n';
      });
}
