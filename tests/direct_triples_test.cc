#include "graphs/direct_triples.h"

#include <gtest/gtest.h>

#include "tests/extraction_builder.h"

namespace demarche {
namespace {

std::vector<DirectTriple> triples_of(const ExtractionBuilder& builder,
                                     EventId event, bool strict = false) {
  return direct_triples(builder.extraction, event, invented_ontology(), strict);
}

PropertyId property(std::string_view name) {
  return invented_ontology().find_property(name);
}

TEST(DirectTriples, EachSourceMeetsEachTargetOnce) {
  ExtractionBuilder builder("Norland and Estia accused Sudmark and Sudmark.");
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto estia = builder.entity("Estia", "State", "estia");
  const auto sudmark = builder.entity("Sudmark", "State", "sudmark");
  const auto event = builder.event("accused", "Accusation");
  builder.role(event, "accuser", norland, "Norland");
  builder.role(event, "accuser", estia, "Estia");
  builder.role(event, "accused", sudmark, "Sudmark");
  builder.role(event, "accused", sudmark, "Sudmark", 2);
  EXPECT_EQ(triples_of(builder, event),
            (std::vector<DirectTriple>{{norland, property("accuses"), sudmark},
                                       {estia, property("accuses"), sudmark}}));
}

TEST(DirectTriples, OneWhoActsForAStateStandsForItUnlessStrict) {
  ExtractionBuilder builder("Envoy Ana Ferro of Norland accused Sudmark.");
  const auto envoy = builder.entity("Ana Ferro", "Person");
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto sudmark = builder.entity("Sudmark", "State", "sudmark");
  builder.extraction.entities[index(envoy)].acts_for = norland;
  const auto event = builder.event("accused", "Accusation");
  builder.role(event, "accuser", envoy, "Ana Ferro");
  builder.role(event, "accused", sudmark, "Sudmark");
  EXPECT_EQ(
      triples_of(builder, event),
      (std::vector<DirectTriple>{{norland, property("accuses"), sudmark}}));
  EXPECT_EQ(triples_of(builder, event, true),
            (std::vector<DirectTriple>{{envoy, property("accuses"), sudmark}}));
}

TEST(DirectTriples, WithinAStateItsPartsStandForThemselves) {
  ExtractionBuilder builder("Premier Ode accused General Pell.");
  const auto premier = builder.entity("Premier Ode", "Person");
  const auto general = builder.entity("General Pell", "Person");
  const auto norland = builder.entity("Ode", "State", "norland");
  builder.extraction.entities[index(premier)].acts_for = norland;
  builder.extraction.entities[index(general)].acts_for = norland;
  const auto event = builder.event("accused", "Accusation");
  builder.role(event, "accuser", premier, "Premier Ode");
  builder.role(event, "accused", general, "General Pell");
  EXPECT_EQ(
      triples_of(builder, event),
      (std::vector<DirectTriple>{{premier, property("accuses"), general}}));
}

TEST(DirectTriples, TwoPersonsStandForThemselves) {
  ExtractionBuilder builder("Ana Ferro accused Ivo Pell.");
  const auto ana = builder.entity("Ana Ferro", "Person");
  const auto ivo = builder.entity("Ivo Pell", "Person");
  const auto norland = builder.entity("Ferro", "State", "norland");
  const auto sudmark = builder.entity("Pell", "State", "sudmark");
  builder.extraction.entities[index(ana)].acts_for = norland;
  builder.extraction.entities[index(ivo)].acts_for = sudmark;
  const auto event = builder.event("accused", "Accusation");
  builder.role(event, "accuser", ana, "Ana Ferro");
  builder.role(event, "accused", ivo, "Ivo Pell");
  EXPECT_EQ(triples_of(builder, event),
            (std::vector<DirectTriple>{{ana, property("accuses"), ivo}}));
}

TEST(DirectTriples, WhatIsNoActorNeitherAccusesNorIsAccused) {
  ExtractionBuilder builder("Norland accused the weather.");
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto weather = builder.entity("weather", "Entity");
  const auto event = builder.event("accused", "Accusation");
  builder.role(event, "accuser", norland, "Norland");
  builder.role(event, "accused", weather, "weather");
  EXPECT_TRUE(triples_of(builder, event).empty());
}

TEST(DirectTriples, TheFirstPartnerIsTheSourceAndTheOthersAreTargets) {
  ExtractionBuilder builder("Norland, Estia and Sudmark held talks.");
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto estia = builder.entity("Estia", "State", "estia");
  const auto sudmark = builder.entity("Sudmark", "State", "sudmark");
  const auto talks = builder.event("talks", "Negotiation");
  builder.role(talks, "participant", norland, "Norland");
  EXPECT_TRUE(triples_of(builder, talks).empty());
  builder.role(talks, "participant", estia, "Estia");
  builder.role(talks, "participant", sudmark, "Sudmark");
  EXPECT_EQ(triples_of(builder, talks),
            (std::vector<DirectTriple>{
                {norland, property("negotiatesWith"), estia},
                {norland, property("negotiatesWith"), sudmark}}));
}

TEST(DirectTriples, TwoWhoActForEachOtherDoNotGoRoundForEver) {
  ExtractionBuilder builder("Norland and Estia");
  const auto norland = builder.entity("Norland", "State", "norland");
  const auto estia = builder.entity("Estia", "State", "estia");
  builder.extraction.entities[index(norland)].acts_for = estia;
  builder.extraction.entities[index(estia)].acts_for = norland;
  EXPECT_EQ(represented(builder.extraction, norland), norland);
}

TEST(DirectTriples, AClaimIsNoFact) {
  const auto extraction = accusation_extraction();
  EXPECT_TRUE(is_asserted(extraction, extraction.claims[0]));
  EXPECT_FALSE(is_asserted(extraction, extraction.claims[1]));
}

TEST(DirectTriples, WhatIsToComeIsNotAsserted) {
  auto extraction = accusation_extraction();
  extraction.events[0].future = true;
  EXPECT_FALSE(is_asserted(extraction, extraction.claims[0]));
}

TEST(DirectTriples, OnlyWhatIsCertainIsAsserted) {
  auto extraction = accusation_extraction();
  for (const auto factuality :
       {Factuality::probable_positive, Factuality::possible_positive,
        Factuality::certain_negative, Factuality::unknown}) {
    extraction.events[0].factuality = factuality;
    EXPECT_FALSE(is_asserted(extraction, extraction.claims[0]));
  }
}

}  // namespace
}  // namespace demarche
