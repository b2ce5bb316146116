#include "tests/extraction_builder.h"

#include <stdexcept>

#include "tests/temporary_folder.h"

namespace demarche {
namespace {

constexpr const char* turtle = R"(
@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix ent: <https://w3id.org/demarche/entity/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .

dm:Event a rdfs:Class .
dm:Accusation a rdfs:Class ; rdfs:subClassOf dm:Event ;
    rdfs:label "accusation"@en ;
    dm:ploverCategory "ACCUSE" ; dm:score -2.0 ;
    dm:hasRole dm:accuser , dm:accused , dm:content ;
    dm:directRelation dm:accuses .
dm:Withdrawal a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "SANCTION" ; dm:ploverMode "withdraw" ; dm:score -5.0 ;
    dm:hasRole dm:withdrawer , dm:process ; dm:directRelation dm:withdrawsFrom .
dm:Negotiation a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "CONSULT" ; dm:score 4.0 ; dm:reciprocal true ;
    dm:hasRole dm:participant ; dm:directRelation dm:negotiatesWith .
dm:Protest a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "PROTEST" ; dm:hasRole dm:protester .
dm:Statement a rdfs:Class ; rdfs:subClassOf dm:Event ; dm:hasRole dm:speaker .

dm:accuser a dm:RoleProperty ; dm:side dm:source .
dm:accused a dm:RoleProperty ; dm:side dm:target .
dm:content a dm:RoleProperty .
dm:withdrawer a dm:RoleProperty ; dm:side dm:source .
dm:process a dm:RoleProperty ; dm:side dm:target .
dm:participant a dm:RoleProperty ; dm:side dm:partner .
dm:protester a dm:RoleProperty ; dm:side dm:source .
dm:speaker a dm:RoleProperty ; dm:side dm:source .

dm:Entity a rdfs:Class .
dm:Actor a rdfs:Class ; rdfs:subClassOf dm:Entity .
dm:Person a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:State a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:Organization a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:GovernmentBody a rdfs:Class ; rdfs:subClassOf dm:Organization .
dm:NewsOutlet a rdfs:Class ; rdfs:subClassOf dm:Actor .

dm:accuses a dm:DirectRelation ; rdfs:label "accuses"@en ;
    rdfs:domain dm:Actor ; rdfs:range dm:Actor .
dm:withdrawsFrom a dm:DirectRelation ; rdfs:label "withdraws from"@en .
dm:negotiatesWith a dm:DirectRelation ; rdfs:label "negotiates with"@en .
dm:speaksFor a dm:StandingRelation ; rdfs:label "speaks for"@en .
dm:allyOf a dm:StandingRelation ; rdfs:label "ally of"@en .

ent:norland a skos:Concept , dm:State ; skos:prefLabel "Norland"@en ;
    dm:actorCode "NLD" ; dm:sector "GOV" ; skos:exactMatch wd:Q1 .
ent:sudmark a skos:Concept , dm:State ; skos:prefLabel "Sudmark"@en ;
    dm:actorCode "SMK" ; dm:sector "GOV" ; skos:exactMatch wd:Q2 .
ent:estia a skos:Concept , dm:State ; skos:prefLabel "Estia"@en ;
    dm:actorCode "EST" ; dm:sector "GOV" .
ent:norland-post a skos:Concept , dm:NewsOutlet ;
    skos:prefLabel "The Norland Post"@en .
)";

Ontology load() {
  const TemporaryFolder folder;
  folder.write("demarche.ttl", turtle);
  return Ontology::load(folder.path());
}

template <class Id>
Id id_of_next(std::size_t size) {
  return Id{static_cast<std::uint32_t>(size)};
}

}  // namespace

const Ontology& invented_ontology() {
  static const Ontology ontology = load();
  return ontology;
}

ExtractionBuilder::ExtractionBuilder(std::string_view text) {
  extraction.article.text = text;
  extraction.article.iri = "https://news.example/1";
  extraction.article.metadata.id = "1";
  extraction.article.metadata.url = "https://news.example/1";
  extraction.article.metadata.published = "2024-05-02";
}

Span ExtractionBuilder::at(std::string_view words, int number) const {
  const std::string_view text = extraction.article.text;
  auto begin = text.find(words);
  while (--number > 0 && begin != std::string_view::npos)
    begin = text.find(words, begin + 1);
  if (begin == std::string_view::npos)
    throw std::invalid_argument("not in the text: " + std::string(words));
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(begin + words.size())};
}

EntityId ExtractionBuilder::entity(std::string_view words,
                                   std::string_view type,
                                   std::string_view known, int number) {
  const auto& ontology = invented_ontology();
  Mention mention;
  mention.span = at(words, number);
  mention.type = ontology.find_class(type);
  Entity entity;
  entity.type = mention.type;
  entity.label = words;
  entity.mentions = {id_of_next<MentionId>(extraction.mentions.size())};
  if (!known.empty()) {
    entity.concept_id = ontology.find_concept(
        "https://w3id.org/demarche/entity/" + std::string(known));
    entity.matched_label = words;
    entity.actor_code = ontology[*entity.concept_id].actor_code;
    entity.sector = ontology[*entity.concept_id].sector;
  }
  extraction.mentions.push_back(mention);
  extraction.entities.push_back(entity);
  return id_of_next<EntityId>(extraction.entities.size() - 1);
}

EventId ExtractionBuilder::event(std::string_view words, std::string_view type,
                                 Factuality factuality) {
  Event event;
  event.span = at(words);
  event.type = invented_ontology().find_class(type);
  event.factuality = factuality;
  event.evidence = {event.span};
  extraction.events.push_back(event);
  return id_of_next<EventId>(extraction.events.size() - 1);
}

void ExtractionBuilder::role(EventId event, std::string_view property,
                             Filler filler, std::string_view words,
                             int number) {
  extraction.events[index(event)].roles.push_back(
      {invented_ontology().find_property(property), "", filler,
       at(words, number)});
}

std::uint32_t ExtractionBuilder::attribution(std::optional<EntityId> source,
                                             std::string_view source_words,
                                             std::string_view cue) {
  Attribution attribution;
  attribution.source = source;
  if (!source_words.empty()) attribution.source_span = at(source_words);
  attribution.cue = at(cue);
  extraction.attributions.push_back(attribution);
  return static_cast<std::uint32_t>(extraction.attributions.size() - 1);
}

ClaimId ExtractionBuilder::claim(std::variant<EventId, std::uint32_t> about,
                                 Factuality factuality,
                                 std::optional<std::uint32_t> attribution,
                                 std::optional<ClaimId> within) {
  extraction.claims.push_back(
      {about, attribution, factuality, attribution ? 1U : 0U, within});
  return id_of_next<ClaimId>(extraction.claims.size() - 1);
}

Extraction accusation_extraction() {
  ExtractionBuilder builder(
      "Norland accused Sudmark of leaving the grain talks.");
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto sudmark = builder.entity("Sudmark", "State", "sudmark");
  const auto accusation = builder.event("accused", "Accusation");
  const auto leaving =
      builder.event("leaving", "Withdrawal", Factuality::unknown);
  const auto talks = builder.event("talks", "Negotiation");
  builder.role(accusation, "accuser", norland, "Norland");
  builder.role(accusation, "accused", sudmark, "Sudmark");
  builder.role(accusation, "content", leaving, "leaving the grain talks");
  builder.role(leaving, "withdrawer", sudmark, "Sudmark");
  builder.role(leaving, "process", talks, "the grain talks");
  const auto blame = builder.attribution(norland, "Norland", "accused");
  builder.extraction.attributions[blame].event = accusation;
  builder.claim(accusation);
  builder.claim(leaving, Factuality::certain_positive, blame);
  builder.claim(talks);
  return builder.extraction;
}

}  // namespace demarche
