#include "graphs/entity_iri.h"

#include <gtest/gtest.h>

#include "tests/extraction_builder.h"

namespace demarche {
namespace {

Entity& person(ExtractionBuilder& builder, std::string_view name,
               std::string_view code, std::string_view sector) {
  const EntityId id = builder.entity(name, "Person");
  Entity& entity = builder.extraction.entities[index(id)];
  entity.actor_code = code;
  entity.sector = sector;
  return entity;
}

std::string common_iri_of(std::string_view text, std::string_view name,
                          std::string_view code, std::string_view sector) {
  ExtractionBuilder builder(text);
  const Entity& entity = person(builder, name, code, sector);
  return common_iri(builder.extraction, entity, invented_ontology());
}

TEST(CommonIri, IsMadeOfNameCodeAndSector) {
  EXPECT_EQ(common_iri_of("Zoë Ørn left.", "Zoë Ørn", "NLD", "GOV"),
            "https://w3id.org/demarche/entity/zoe-orn.nld.gov");
  EXPECT_EQ(common_iri_of("Zoe Orn left.", "Zoe Orn", "NLD", ""),
            "https://w3id.org/demarche/entity/zoe-orn.nld");
}

TEST(CommonIri, NeedsAFullNameAndACountry) {
  EXPECT_EQ(common_iri_of("Orn left.", "Orn", "NLD", "GOV"), "");
  EXPECT_EQ(common_iri_of("Zoe Orn left.", "Zoe Orn", "", "GOV"), "");
}

TEST(CommonIri, IsForPersonsWhomTheGazetteerDoesNotKnow) {
  ExtractionBuilder builder("Norland left.");
  const EntityId id = builder.entity("Norland", "State", "norland");
  EXPECT_EQ(
      common_iri(builder.extraction, builder.extraction.entities[index(id)],
                 invented_ontology()),
      "");
}

std::string common_iri_of_body(std::string_view text, std::string_view name,
                               std::string_view type, std::string_view code,
                               std::string_view acronym = "") {
  ExtractionBuilder builder(text);
  builder.extraction.analysis.sentences.resize(1);
  const EntityId id = builder.entity(name, type);
  if (!acronym.empty()) builder.entity(acronym, type);
  Entity& entity = builder.extraction.entities[index(id)];
  entity.actor_code = code;
  if (!acronym.empty()) entity.mentions.push_back(MentionId{1});
  return common_iri(builder.extraction, entity, invented_ontology());
}

TEST(CommonIri, OfABodyHasItsCountry) {
  EXPECT_EQ(common_iri_of_body("Ministry of Finance paid.",
                               "Ministry of Finance", "Organization", "NLD"),
            "https://w3id.org/demarche/entity/ministry-of-finance.nld");
  EXPECT_EQ(common_iri_of_body("Ministry of Finance paid.",
                               "Ministry of Finance", "Organization", ""),
            "");
}

TEST(CommonIri, OfABodyWithoutACountryHasTheAcronymOfTheText) {
  const auto text = "Lake Fishers Union (LFU) met. LFS left.";
  EXPECT_EQ(
      common_iri_of_body(text, "Lake Fishers Union", "Organization", "", "LFU"),
      "https://w3id.org/demarche/entity/lake-fishers-union.lfu");
  EXPECT_EQ(
      common_iri_of_body(text, "Lake Fishers Union", "Organization", "", "LFS"),
      "");
}

TEST(CommonIri, OfABodyOfAStateNeedsThatState) {
  EXPECT_EQ(common_iri_of_body("Lake Water Board (LWB) met.",
                               "Lake Water Board", "GovernmentBody", "", "LWB"),
            "");
}

TEST(CommonIri, NeedsAFullNameOfABody) {
  EXPECT_EQ(common_iri_of_body("Union met.", "Union", "Organization", "NLD"),
            "");
  EXPECT_EQ(common_iri_of_body("The northern clinics closed.",
                               "The northern clinics", "Organization", "NLD"),
            "");
}

}  // namespace
}  // namespace demarche
