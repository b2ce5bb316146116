#include "ontology/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/temporary_folder.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;

// Ten lines, so that what a test adds begins on line 11.
const std::string schema =
    R"(
@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix ent: <https://w3id.org/demarche/entity/> .
@prefix lex: <https://w3id.org/demarche/lexicon/> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
dm:Event a rdfs:Class ; rdfs:label "event" ; skos:definition "It is." ;)"
    R"( skos:example "It was." ; dm:hasRole dm:actor .
dm:actor a dm:RoleProperty ; rdfs:label "actor" .)"
    R"( dm:visitor a dm:RoleProperty ; rdfs:label "visitor" .
dm:RoleProperty a dm:Kind . dm:Kind a dm:Kind .)"
    R"( dm:hasRole a dm:Kind . dm:lemma a dm:Kind .)"
    R"( dm:evokes a dm:Kind . dm:arg0 a dm:Kind .)"
    R"( dm:ploverCategory a dm:Kind . dm:partOfSpeech a dm:Kind .
)";

std::vector<std::string> problems_of(const std::string& turtle) {
  const TemporaryFolder folder;
  folder.write("demarche.ttl", schema + turtle);
  return check_ontology(folder.path());
}

TEST(CheckOntology, TheShippedOneHasNoProblems) {
  EXPECT_THAT(check_ontology(std::string(DEMARCHE_SOURCE_DIR) + "/ontology"),
              IsEmpty());
}

TEST(CheckOntology, WhatIsWholeHasNoProblems) {
  EXPECT_THAT(problems_of(""), IsEmpty());
}

TEST(CheckOntology, AClassNeedsToBeExplained) {
  EXPECT_THAT(problems_of("dm:Visit a rdfs:Class ; rdfs:subClassOf dm:Event ;\n"
                          "  skos:definition \"Somebody comes.\" ."),
              ElementsAre(EndsWith(":11: 'dm:Visit' has no example"),
                          EndsWith(":11: 'dm:Visit' has no label")));
}

TEST(CheckOntology, ACategoryIsTheNameOfAClass) {
  EXPECT_THAT(problems_of("dm:Event dm:ploverCategory \"EVENT\" ."), IsEmpty());
  EXPECT_THAT(problems_of("dm:Event dm:ploverCategory \"EVENTS\" ."),
              ElementsAre(EndsWith(
                  ":11: no category 'EVENTS': no class has this name")));
}

TEST(CheckOntology, WhatNothingDefinesIsReported) {
  EXPECT_THAT(problems_of("\ndm:visitor rdfs:range dm:Prsn ."),
              ElementsAre(EndsWith(":12: unknown class 'dm:Prsn'")));
  EXPECT_THAT(problems_of("\ndm:visitor dm:sied dm:actor ."),
              ElementsAre(EndsWith(":12: nothing defines 'dm:sied'")));
}

TEST(CheckOntology, ARoleBelongsToTheClassOfTheEvent) {
  EXPECT_THAT(
      problems_of("lex:go a ontolex:LexicalEntry ; dm:lemma \"go\" ;\n"
                  "  dm:evokes dm:Event ; dm:arg0 dm:visitor ."),
      ElementsAre(EndsWith(":11: 'dm:visitor' is no role of 'dm:Event'")));
}

TEST(CheckOntology, AWordMeansSomethingAndOnlyOnce) {
  EXPECT_THAT(problems_of("lex:go a ontolex:LexicalEntry ; dm:lemma \"go\" ."),
              ElementsAre(EndsWith(":11: 'lex:go' means nothing")));
  const auto problems = problems_of(
      "lex:a a ontolex:LexicalEntry ; dm:lemma \"go\" ; dm:evokes dm:Event .\n"
      "lex:b a ontolex:LexicalEntry ; dm:lemma \"go\" ; dm:evokes dm:Event .");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_THAT(problems[0],
              testing::HasSubstr(":12: 'lex:b' repeats 'lex:a' of "));
  EXPECT_THAT(problems[0], EndsWith("demarche.ttl:11"));
}

TEST(CheckOntology, WhatIsSaidTwiceIsReported) {
  EXPECT_THAT(problems_of("dm:actor rdfs:label \"actor\" ."),
              ElementsAre(EndsWith(
                  ":11: 'dm:actor' is said twice to have "
                  "http://www.w3.org/2000/01/rdf-schema#label 'actor'")));
}

TEST(CheckOntology, WhatCannotBeLoadedIsTheOnlyProblem) {
  EXPECT_THAT(problems_of("dm:Event dm:hasRole dm:agnet ."),
              ElementsAre(EndsWith(":11: unknown role 'dm:agnet'")));
}

}  // namespace
}  // namespace demarche
