#include "graphs/event_category.h"

#include <gtest/gtest.h>

#include "tests/temporary_folder.h"

namespace demarche {
namespace {

Ontology load() {
  const TemporaryFolder folder;
  folder.write("small.ttl", R"(
@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
dm:Event a rdfs:Class .
dm:Agree a rdfs:Class ; rdfs:subClassOf dm:Event ; dm:ploverCategory "AGREE" .
dm:Reject a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "REJECT" .
dm:Consult a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "CONSULT" ; dm:plannedAs dm:Agree ;
    dm:refusedAs dm:Reject .
dm:Meeting a rdfs:Class ; rdfs:subClassOf dm:Consult .
dm:participant a dm:RoleProperty ; dm:side dm:partner .
)");
  return Ontology::load(folder.path());
}

std::string category(std::string_view type, Factuality factuality, bool future,
                     bool has_actor = true) {
  static const Ontology ontology = load();
  Event event;
  event.type = ontology.find_class(type);
  if (has_actor)
    event.roles.push_back(
        {ontology.find_property("participant"), "", EntityId{0}, {}});
  event.factuality = factuality;
  event.future = future;
  Extraction extraction;
  extraction.events.push_back(event);
  if (factuality != Factuality::unknown)
    extraction.claims.push_back({EventId{0}, {}, factuality, 0, {}});
  return std::string(category_of(extraction, EventId{0}, ontology));
}

TEST(EventCategory, IsThatOfTheClassForWhatHappened) {
  EXPECT_EQ(category("Meeting", Factuality::certain_positive, false),
            "CONSULT");
  EXPECT_EQ(category("Unheard", Factuality::certain_positive, false), "");
}

TEST(EventCategory, CountsWhatIsPlannedAsAgreed) {
  EXPECT_EQ(category("Meeting", Factuality::unknown, true), "AGREE");
  EXPECT_EQ(category("Reject", Factuality::unknown, true), "REJECT");
}

TEST(EventCategory, CountsNoPossibilityThatNobodyTakesPartIn) {
  EXPECT_EQ(category("Meeting", Factuality::unknown, true, false), "");
  EXPECT_EQ(category("Meeting", Factuality::unknown, false, false), "");
  EXPECT_EQ(category("Meeting", Factuality::certain_positive, false, false),
            "CONSULT");
}

TEST(EventCategory, CountsWhatIsRefusedAsRejected) {
  EXPECT_EQ(category("Meeting", Factuality::certain_negative, false), "REJECT");
  EXPECT_EQ(category("Meeting", Factuality::certain_negative, true), "REJECT");
}

}  // namespace
}  // namespace demarche
