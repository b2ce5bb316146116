#include "graphs/events_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/extraction_builder.h"

namespace demarche {
namespace {

using Json = nlohmann::json;

Json read(const Extraction& extraction) {
  const auto line = to_events_json(extraction, invented_ontology());
  EXPECT_EQ(line.find('\n'), std::string::npos);
  return Json::parse(line);
}

TEST(EventsJson, AnEventHasItsTypeTriggerAndSides) {
  const auto article = read(accusation_extraction());
  EXPECT_EQ(article["id"], "1");
  EXPECT_EQ(article["url"], "https://news.example/1");
  const auto& event = article["events"][0];
  EXPECT_EQ(event["type"], "ACCUSE");
  EXPECT_EQ(event["class"], "https://w3id.org/demarche/ontology#Accusation");
  EXPECT_EQ(event["trigger"],
            Json::parse(R"({"begin":8,"end":15,"text":"accused"})"));
  EXPECT_EQ(event["source"], Json::parse(R"([{"text":"Norland",
      "begin":0,"end":7,"entity":"https://w3id.org/demarche/entity/norland",
      "code":"NLD","role":"GOV"}])"));
  EXPECT_EQ(event["target"][0]["code"], "SMK");
  EXPECT_EQ(event["factuality"], "certain");
  EXPECT_EQ(event["polarity"], "+");
  EXPECT_EQ(event["direct"], true);
  EXPECT_EQ(event["claims"], Json::parse(R"([{"claimer":null,
      "factuality":"certain","polarity":"+","depth":0}])"));
}

TEST(EventsJson, WhatIsOnlyClaimedIsNotDirect) {
  const auto event = read(accusation_extraction())["events"][1];
  EXPECT_EQ(event["factuality"], "unknown");
  EXPECT_EQ(event["direct"], false);
  EXPECT_EQ(event["claims"][0]["claimer"]["text"], "Norland");
  EXPECT_EQ(event["claims"][0]["depth"], 1);
  // What is left is no actor.
  EXPECT_TRUE(event["target"].empty());
  EXPECT_EQ(event["roles"]["process"][0]["event"],
            Json::parse(R"({"begin":45,"end":50})"));
}

TEST(EventsJson, AnActorHasTheCodeOfWhomItActsFor) {
  ExtractionBuilder builder("Ana Ferro of Norland accused Sudmark.");
  const auto envoy = builder.entity("Ana Ferro", "Person");
  builder.extraction.entities[index(envoy)].acts_for =
      builder.entity("Norland", "State", "norland");
  const auto event = builder.event("accused", "Accusation");
  builder.role(event, "accuser", envoy, "Ana Ferro");
  builder.extraction.events[index(event)].confidence = .75;
  const auto json = read(builder.extraction)["events"][0];
  EXPECT_EQ(json["confidence"], .75);
  const auto source = json["source"][0];
  EXPECT_EQ(source["code"], "NLD");
  EXPECT_EQ(source["role"], "GOV");
  EXPECT_EQ(source["entity"], "https://news.example/1#entity=0,9");
}

TEST(EventsJson, UntypedFramesAreListedWithTheirNumberedRoles) {
  ExtractionBuilder builder("Norland slept.");
  auto& extraction = builder.extraction;
  const auto event = builder.event("slept", "NoSuchClass");
  extraction.events[index(event)].roleset = "sleep.01";
  extraction.events[index(event)].roles.push_back(
      {PropertyId::none, "ARG0", builder.at("Norland"), builder.at("Norland")});
  const auto json = read(extraction)["events"][0];
  EXPECT_EQ(json["type"], nullptr);
  EXPECT_EQ(json["class"], nullptr);
  EXPECT_EQ(json["confidence"], nullptr);
  EXPECT_EQ(json["roleset"], "sleep.01");
  EXPECT_EQ(json["roles"]["ARG0"],
            Json::parse(R"([{"text":"Norland","begin":0,"end":7}])"));
  EXPECT_EQ(json["source"], Json::array());
}

TEST(EventsJson, AnAttributionNamesItsSourceCueAndContent) {
  auto extraction = accusation_extraction();
  extraction.attributions[0].content = {{27, 50}};
  EXPECT_EQ(read(extraction)["attributions"][0], Json::parse(R"(
      {"source":{"begin":0,"end":7,"text":"Norland",
                 "entity":"https://w3id.org/demarche/entity/norland"},
       "cue":{"begin":8,"end":15,"text":"accused"},
       "content":[{"begin":27,"end":50}],"depth":1})"));
}

TEST(EventsJson, AnArticleWithoutEventsHasEmptyLists) {
  Extraction extraction;
  extraction.article.metadata.id = "x";
  EXPECT_EQ(to_events_json(extraction, invented_ontology()),
            R"({"id":"x","url":null,"events":[],"attributions":[]})");
}

}  // namespace
}  // namespace demarche
