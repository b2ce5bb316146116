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

}  // namespace
}  // namespace demarche
