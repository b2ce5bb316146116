#include "ontology/ontology.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ontology/error.h"
#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::EndsWith;

const std::string prefixes = R"(
@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix ent: <https://w3id.org/demarche/entity/> .
@prefix lex: <https://w3id.org/demarche/lexicon/> .
@prefix prep: <https://w3id.org/demarche/preposition#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
)";

const std::string schema = prefixes + R"(
dm:Event a rdfs:Class ; rdfs:label "event"@en ; dm:hasRole dm:actor .
dm:Accuse a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "ACCUSE" ; dm:score -2.5 .
dm:Accusation a rdfs:Class ; rdfs:subClassOf dm:Accuse ;
    dm:hasRole dm:accuser , dm:accused ; dm:directRelation dm:accuses .
dm:Actor a rdfs:Class .
dm:Army a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:actor a dm:RoleProperty ; dm:side dm:source .
dm:accuser a dm:RoleProperty ; dm:side dm:source .
dm:accused a dm:RoleProperty ; dm:side dm:target .
dm:accuses a dm:DirectRelation ; rdfs:domain dm:Actor ; rdfs:range dm:Actor .
)";

/// Loads the schema above and one more file.
Ontology load(const std::string& name, const std::string& turtle) {
  const TemporaryFolder folder;
  folder.write("demarche.ttl", schema);
  folder.write(name, prefixes + turtle);
  return Ontology::load(folder.path());
}

std::string problem_of(const std::string& name, const std::string& turtle) {
  try {
    load(name, turtle);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

TEST(Ontology, ClassesInheritWhatTheyDoNotSay) {
  const Ontology ontology = load("more.ttl", "");
  const Class& accusation = ontology[ontology.find_class("Accusation")];
  EXPECT_EQ(accusation.plover, "ACCUSE");
  EXPECT_EQ(accusation.score, -2.5);
  EXPECT_TRUE(accusation.is_event);
  EXPECT_EQ(accusation.direct_relation, ontology.find_property("accuses"));
  EXPECT_THAT(accusation.roles, ElementsAre(ontology.find_property("accuser"),
                                            ontology.find_property("accused"),
                                            ontology.find_property("actor")));
}

TEST(Ontology, ClassesInheritWhatTheyCountAs) {
  const Ontology ontology = load("more.ttl", R"(
dm:Talks a rdfs:Class ; rdfs:subClassOf dm:Event ; dm:plannedAs dm:Accuse .
dm:Summit a rdfs:Class ; rdfs:subClassOf dm:Talks ; dm:refusedAs dm:Accuse .
)");
  const Class& summit = ontology[ontology.find_class("Summit")];
  EXPECT_EQ(summit.planned_as, ontology.find_class("Accuse"));
  EXPECT_EQ(summit.refused_as, ontology.find_class("Accuse"));
  const Class& talks = ontology[ontology.find_class("Talks")];
  EXPECT_EQ(talks.refused_as, ClassId::none);
}

TEST(Ontology, IsAHoldsUpwardsOnly) {
  const Ontology ontology = load("more.ttl", "");
  const ClassId army = ontology.find_class("Army");
  const ClassId actor = ontology.find_class("Actor");
  EXPECT_TRUE(ontology.is_a(army, actor));
  EXPECT_TRUE(ontology.is_a(army, army));
  EXPECT_FALSE(ontology.is_a(actor, army));
  EXPECT_FALSE(ontology.is_a(ClassId::none, ClassId::none));
}

TEST(Ontology, WhatItDoesNotKnowIsNone) {
  const Ontology ontology = load("more.ttl", "");
  EXPECT_EQ(ontology.find_class("Unheard"), ClassId::none);
  EXPECT_EQ(ontology.find_property("unheard"), PropertyId::none);
  EXPECT_TRUE(ontology.entries_of_lemma("unheard").empty());
  EXPECT_TRUE(ontology.find_label("Unheard").empty());
}

TEST(Ontology, AClassBelowItselfIsRefused) {
  EXPECT_THAT(
      problem_of("more.ttl", "dm:A a rdfs:Class ; rdfs:subClassOf dm:A ."),
      EndsWith("/more.ttl:10: 'dm:A' is below itself"));
}

TEST(Ontology, AnEntryHasSlotsAndConditions) {
  const Ontology ontology = load("lexicon/verbs.ttl", R"(
lex:blame a ontolex:LexicalEntry ; dm:lemma "point the finger" ;
    dm:roleset "point.01" ; dm:evokes dm:Accusation ; dm:arg0 dm:accuser ;
    dm:argmLoc dm:actor ; prep:out-of dm:accused ; dm:whenArg0 dm:Army ,
    dm:Actor ; dm:whenAt dm:Army ; dm:effect dm:negative_implicative .
)");
  const LexicalEntry& entry = ontology.entries().front();
  EXPECT_THAT(entry.lemmas, ElementsAre("point", "the", "finger"));
  const PropertyId accuser = ontology.find_property("accuser");
  const PropertyId accused = ontology.find_property("accused");
  EXPECT_THAT(
      entry.slots,
      ElementsAre(std::pair<std::string, PropertyId>("ARG0", accuser),
                  std::pair<std::string, PropertyId>(
                      "ARGM-LOC", ontology.find_property("actor")),
                  std::pair<std::string, PropertyId>("out of", accused)));
  ASSERT_EQ(entry.conditions.size(), 2u);
  EXPECT_EQ(entry.conditions[0].first, "ARG0");
  EXPECT_EQ(entry.conditions[0].second.size(), 2u);
  EXPECT_EQ(entry.conditions[1].first, "at");
  EXPECT_EQ(entry.effect, Effect::negative_implicative);
  EXPECT_EQ(ontology.entries_of_lemma("finger").size(), 1u);
  EXPECT_EQ(ontology.entries_of_roleset("point.01").size(), 1u);
}

TEST(Ontology, EntriesWithConditionsComeFirst) {
  const Ontology ontology = load("lexicon/verbs.ttl", R"(
lex:a a ontolex:LexicalEntry ; dm:lemma "hit" .
lex:b a ontolex:LexicalEntry ; dm:lemma "hit out" .
lex:c a ontolex:LexicalEntry ; dm:lemma "hit" ; dm:whenArg1 dm:Army .
)");
  std::vector<std::string> order;
  for (const LexicalEntry* entry : ontology.entries_of_lemma("hit"))
    order.emplace_back(entry->iri.substr(entry->iri.size() - 1));
  EXPECT_THAT(order, ElementsAre("c", "b", "a"));
}

TEST(Ontology, ABrokenLineIsReportedWithItsNumber) {
  EXPECT_THAT(problem_of("lexicon/verbs.ttl", R"(
lex:a a ontolex:LexicalEntry ; dm:lemma "hit" ;
    dm:arg0 dm:agnet .
)"),
              EndsWith("/lexicon/verbs.ttl:12: unknown role 'dm:agnet'"));
  EXPECT_THAT(problem_of("lexicon/verbs.ttl", R"(
lex:a a ontolex:LexicalEntry ;
    dm:lemma "hit" ; dm:agr0 dm:actor .
)"),
              EndsWith("/lexicon/verbs.ttl:12: unknown slot 'dm:agr0'"));
  EXPECT_THAT(problem_of("lexicon/verbs.ttl", R"(
lex:a a ontolex:LexicalEntry ; dm:lemma "hit" ;

    dm:evokes dm:Hit .
)"),
              EndsWith("/lexicon/verbs.ttl:13: unknown class 'dm:Hit'"));
  EXPECT_THAT(problem_of("more.ttl", "\nlex:a a\n\n!"),
              testing::HasSubstr("/more.ttl:13: "));
}

TEST(Ontology, AFolderWithoutTurtleIsRefused) {
  const TemporaryFolder folder;
  EXPECT_THROW(Ontology::load(folder.path()), Error);
  EXPECT_THROW(Ontology::load(folder.path() + "/absent"), Error);
}

TEST(Ontology, LabelsFindTheirConcepts) {
  const Ontology ontology = load("gazetteer/states.ttl", R"(
ent:freedonia a skos:Concept, dm:Actor ; skos:prefLabel "Freedonia"@en ;
    skos:altLabel "The Free Republic"@en ; dm:adjective "Freedonian"@en ;
    dm:people "Freedonians"@en, "Freedonian"@en ; dm:actorCode "FRE" ;
    skos:exactMatch wd:Q1 .
ent:fredville a skos:Concept, dm:Actor ; skos:prefLabel "Fredville"@en ;
    dm:country ent:freedonia ; dm:metonymOf ent:freedonia .
)");
  const ConceptId freedonia =
      ontology.find_concept("https://w3id.org/demarche/entity/freedonia");
  EXPECT_EQ(ontology[freedonia].actor_code, "FRE");
  EXPECT_EQ(ontology[freedonia].wikidata, "http://www.wikidata.org/entity/Q1");
  const auto kinds = [&](std::string_view label) {
    std::vector<LabelKind> found;
    for (const LabelMatch& match : ontology.find_label(label))
      found.push_back(match.kind);
    return found;
  };
  EXPECT_THAT(kinds("the Free\u00a0 Republic"), ElementsAre(LabelKind::name));
  EXPECT_THAT(kinds("Freedonian"),
              ElementsAre(LabelKind::adjective, LabelKind::people));
  EXPECT_THAT(kinds("Fredville"),
              ElementsAre(LabelKind::name, LabelKind::metonym));
  EXPECT_EQ(ontology.find_label("Fredville")[1].concept_id, freedonia);
}

TEST(Ontology, ATenureNeedsKnownConcepts) {
  EXPECT_THAT(problem_of("gazetteer/people.ttl", R"(
ent:rufus.president a dm:Tenure ; dm:holder ent:rufus ; dm:office "president" .
)"),
              EndsWith("people.ttl:11: unknown concept 'ent:rufus'"));
}

TEST(Ontology, ItsDigestTellsWhetherAnythingChanged) {
  EXPECT_EQ(load("more.ttl", "").digest(), load("more.ttl", "").digest());
  EXPECT_NE(load("more.ttl", "").digest(), load("more.ttl", "\n").digest());
  EXPECT_NE(load("more.ttl", "").digest(), load("most.ttl", "").digest());
}

/// The ontology that is shipped.
const Ontology& shipped() {
  static const Ontology ontology =
      Ontology::load(std::string(DEMARCHE_SOURCE_DIR) + "/ontology");
  return ontology;
}

TEST(ShippedOntology, EveryEventClassIsAMoveOrSpeechOrAHappening) {
  const Ontology& ontology = shipped();
  const ClassId speech = ontology.find_class("Statement");
  const ClassId happening = ontology.find_class("Happening");
  std::size_t count = 0;
  for (const Class& event : ontology.classes()) {
    if (!event.is_event) continue;
    ++count;
    const ClassId id = ontology.find_class(
        std::string_view(event.iri).substr(event.iri.find('#') + 1));
    EXPECT_TRUE(!event.plover.empty() || ontology.is_a(id, speech) ||
                ontology.is_a(id, happening) ||
                id == ontology.find_class("Event"))
        << event.iri;
  }
  EXPECT_GE(count, 77u);
}

TEST(ShippedOntology, ADirectRelationHasASourceAndATarget) {
  const Ontology& ontology = shipped();
  using Side = Property::Side;
  for (const Class& event : ontology.classes()) {
    if (event.direct_relation == PropertyId::none) continue;
    const auto has = [&](Side side) {
      for (const PropertyId role : event.roles)
        if (ontology[role].side == side) return true;
      return false;
    };
    EXPECT_TRUE(has(Side::source) || has(Side::partner)) << event.iri;
    EXPECT_TRUE(has(Side::target) || event.reciprocal) << event.iri;
    EXPECT_EQ(ontology[event.direct_relation].kind,
              Property::Kind::direct_relation);
  }
}

TEST(ShippedOntology, EveryRoleThatAWordFillsBelongsToItsEvent) {
  const Ontology& ontology = shipped();
  for (const LexicalEntry& entry : ontology.entries()) {
    if (entry.evokes == ClassId::none) continue;
    const std::vector<PropertyId>& roles = ontology[entry.evokes].roles;
    for (const auto& [slot, role] : entry.slots)
      EXPECT_THAT(roles, testing::Contains(role))
          << entry.iri << " " << ontology[role].iri;
  }
}

TEST(NormalLabel, MakesSpellingsEqual) {
  EXPECT_EQ(normal_label("The People\u2019s  Party"), "People's Party");
  EXPECT_EQ(normal_label("Nagorno\u2013Karabakh "), "Nagorno-Karabakh");
  EXPECT_EQ(normal_label("Theodor"), "Theodor");
  EXPECT_EQ(normal_label(""), "");
}

}  // namespace
}  // namespace demarche
