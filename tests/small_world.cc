#include "tests/small_world.h"

#include <gtest/gtest.h>

#include "extractor/coreference.h"
#include "extractor/link_entities.h"
#include "extractor/mentions.h"
#include "extractor/quantities.h"
#include "extractor/relations.h"
#include "extractor/times.h"
#include "tests/analysis_builder.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

constexpr auto turtle = R"(
@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix ent: <https://w3id.org/demarche/entity/> .
@prefix lex: <https://w3id.org/demarche/lexicon/> .
@prefix prep: <https://w3id.org/demarche/preposition#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

dm:Entity a rdfs:Class .
dm:Actor a rdfs:Class ; rdfs:subClassOf dm:Entity .
dm:Place a rdfs:Class ; rdfs:subClassOf dm:Entity .
dm:Person a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:PopulationGroup a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:Organization a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:State a rdfs:Class ; rdfs:subClassOf dm:Organization , dm:Place .
dm:GovernmentBody a rdfs:Class ; rdfs:subClassOf dm:Organization .
dm:ArmedForce a rdfs:Class ; rdfs:subClassOf dm:Organization .
dm:PoliticalParty a rdfs:Class ; rdfs:subClassOf dm:Organization .
dm:Alliance a rdfs:Class ; rdfs:subClassOf dm:Organization .
dm:City a rdfs:Class ; rdfs:subClassOf dm:Place .
dm:Region a rdfs:Class ; rdfs:subClassOf dm:Place .
dm:Facility a rdfs:Class ; rdfs:subClassOf dm:Place .
dm:Event a rdfs:Class .
dm:Negotiation a rdfs:Class ; rdfs:subClassOf dm:Event .

dm:relationSubject a dm:RoleProperty .
dm:relationObject a dm:RoleProperty .
dm:holdsOffice a dm:StandingRelation ;
    rdfs:domain dm:Person ; rdfs:range dm:Actor .
dm:formerlyHeldOffice a dm:StandingRelation ;
    rdfs:domain dm:Person ; rdfs:range dm:Actor .
dm:speaksFor a dm:StandingRelation ;
    rdfs:domain dm:Person ; rdfs:range dm:Actor .
dm:allyOf a dm:StandingRelation ;
    rdfs:domain dm:Actor ; rdfs:range dm:Actor .
dm:memberOf a dm:StandingRelation ;
    rdfs:domain dm:Actor ; rdfs:range dm:Organization .
dm:partOf a dm:StandingRelation ;
    rdfs:domain dm:Entity ; rdfs:range dm:Entity .
dm:homeOf a dm:StandingRelation ;
    rdfs:domain dm:Place ; rdfs:range dm:Actor .
dm:links a dm:StandingRelation ; rdfs:domain dm:Place ; rdfs:range dm:Place .
dm:locatedIn a dm:StandingRelation ;
    rdfs:domain dm:Entity ; rdfs:range dm:Place .

lex:president a ontolex:LexicalEntry ; dm:lemma "president" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:Person ; dm:sector "GOV" ;
    dm:relation dm:holdsOffice ; dm:actsForState true .
lex:prime-minister a ontolex:LexicalEntry ; dm:lemma "prime minister" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:Person ; dm:sector "GOV" ;
    dm:relation dm:holdsOffice ; dm:actsForState true .
lex:spokeswoman a ontolex:LexicalEntry ; dm:lemma "spokeswoman" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:Person ; dm:sector "GOV" ;
    dm:relation dm:speaksFor ; dm:actsForState true .
lex:official a ontolex:LexicalEntry ; dm:lemma "official" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:Person ; dm:sector "GOV" ;
    dm:actsForState true .
lex:foreign-ministry a ontolex:LexicalEntry ; dm:lemma "foreign ministry" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:GovernmentBody ;
    dm:sector "GOV" ; dm:actsForState true .
lex:army a ontolex:LexicalEntry ; dm:lemma "army" ; dm:partOfSpeech "NOUN" ;
    dm:denotes dm:ArmedForce ; dm:sector "MIL" ; dm:actsForState true .
lex:peacekeeper a ontolex:LexicalEntry ; dm:lemma "peacekeeper" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:ArmedForce ; dm:sector "MIL" ;
    dm:actsForState true .
lex:civilian a ontolex:LexicalEntry ; dm:lemma "civilian" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:PopulationGroup ;
    dm:sector "CVL" .
lex:population a ontolex:LexicalEntry ; dm:lemma "population" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:PopulationGroup .
lex:party a ontolex:LexicalEntry ; dm:lemma "party" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:PoliticalParty .
lex:country a ontolex:LexicalEntry ; dm:lemma "country" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:State .
lex:region a ontolex:LexicalEntry ; dm:lemma "region" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:Region .
lex:village a ontolex:LexicalEntry ; dm:lemma "village" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:City .
lex:road a ontolex:LexicalEntry ; dm:lemma "road" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:Facility .
lex:talk a ontolex:LexicalEntry ; dm:lemma "talk" ;
    dm:partOfSpeech "NOUN" ; dm:evokes dm:Negotiation .
lex:ally a ontolex:LexicalEntry ; dm:lemma "ally" ; dm:partOfSpeech "NOUN" ;
    dm:relation dm:allyOf .
lex:member a ontolex:LexicalEntry ; dm:lemma "member" ;
    dm:partOfSpeech "NOUN" ; dm:relation dm:memberOf .
lex:part a ontolex:LexicalEntry ; dm:lemma "part" ; dm:partOfSpeech "NOUN" ;
    dm:relation dm:partOf .
lex:home a ontolex:LexicalEntry ; dm:lemma "home" ; dm:partOfSpeech "NOUN" ;
    dm:relation dm:homeOf ; prep:to dm:relationObject .
lex:former a ontolex:LexicalEntry ; dm:lemma "former" ;
    dm:partOfSpeech "ADJ" ; dm:relation dm:formerlyHeldOffice .
lex:link a ontolex:LexicalEntry ; dm:lemma "link" ; dm:partOfSpeech "VERB" ;
    dm:relation dm:links ; dm:subject dm:relationSubject ;
    dm:object dm:relationObject ; prep:to dm:relationObject .
lex:not a ontolex:LexicalEntry ; dm:lemma "not" ; dm:effect dm:negating .
lex:may a ontolex:LexicalEntry ; dm:lemma "may" ; dm:effect dm:possible .

ent:chad a skos:Concept , dm:State ; skos:prefLabel "Chad"@en ;
    dm:adjective "Chadian"@en ; dm:people "Chadians"@en ;
    dm:actorCode "TCD" .
ent:mali a skos:Concept , dm:State ; skos:prefLabel "Mali"@en ;
    dm:adjective "Malian"@en ; dm:people "Malians"@en ; dm:actorCode "MLI" .
ent:n-djamena a skos:Concept , dm:City ; skos:prefLabel "Ndjamena"@en ;
    dm:country ent:chad ; dm:metonymOf ent:chad .
ent:african-union a skos:Concept , dm:Alliance ;
    skos:prefLabel "African Union"@en ; skos:altLabel "AU"@en ;
    dm:actorCode "IGOAFU" .
ent:kanem a skos:Concept , dm:Region ; skos:prefLabel "Kanem"@en ;
    dm:country ent:chad .
)";

Ontology load() {
  const TemporaryFolder folder;
  folder.write("world.ttl", turtle);
  return Ontology::load(folder.path());
}

const Entity* find_entity(const Extraction& extraction, std::string_view text) {
  for (const Entity& entity : extraction.entities)
    for (const MentionId mention : entity.mentions)
      if (slice(extraction.article.text,
                extraction.mentions[index(mention)].span) == text)
        return &entity;
  return nullptr;
}

}  // namespace

const Ontology& small_world() {
  static const Ontology ontology = load();
  return ontology;
}

Extraction read_in_small_world(std::string_view lines,
                               std::string_view published) {
  BuiltAnalysis built = build_analysis(lines, published);
  const Ontology& world = small_world();
  Extraction e;
  e.article = std::move(built.article);
  e.analysis = std::move(built.analysis);
  e.mentions = find_mentions(e.article, e.analysis, world);
  const auto links = link_mentions(e.analysis, e.mentions, world);
  e.entities =
      resolve_coreference(e.article, e.analysis, e.mentions, links, world);
  e.times = find_times(e.article, e.analysis);
  e.quantities = find_quantities(e.article, e.analysis, e.times);
  e.relations = find_relations(e.article, e.analysis, e.mentions, e.entities,
                               e.times, world);
  return e;
}

std::string cluster_of(const Extraction& extraction, std::string_view text) {
  const Entity* entity = find_entity(extraction, text);
  std::string texts;
  if (entity == nullptr) return texts;
  for (const MentionId mention : entity->mentions) {
    if (!texts.empty()) texts += " | ";
    texts += slice(extraction.article.text,
                   extraction.mentions[index(mention)].span);
  }
  return texts;
}

const Entity& entity_called(const Extraction& extraction,
                            std::string_view text) {
  static const Entity none;
  const Entity* entity = find_entity(extraction, text);
  EXPECT_NE(entity, nullptr) << text;
  return entity == nullptr ? none : *entity;
}

std::string relations_of(const Extraction& extraction) {
  std::string lines;
  for (const Relation& relation : extraction.relations) {
    if (!lines.empty()) lines += "\n";
    if (relation.factuality != Factuality::certain_positive)
      lines += std::string(name_of(relation.factuality)) + ": ";
    lines += extraction.entities[index(relation.subject)].label + " " +
             std::string(local_name(small_world()[relation.property].iri)) +
             " " + extraction.entities[index(relation.object)].label;
  }
  return lines;
}

}  // namespace demarche
