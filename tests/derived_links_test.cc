#include "graphs/derived_links.h"

#include <gtest/gtest.h>

#include "graphs/article_quads.h"
#include "ontology/vocabulary.h"
#include "tests/extraction_builder.h"

namespace demarche {
namespace {

EventFeatures event_on(std::int64_t day, bool is_stated,
                       const std::string& places = "") {
  return {"urn:" + std::to_string(day) + places, "k", day, is_stated, places};
}

TEST(DerivedLinks, EventsOfOneDateAreOne) {
  const auto link =
      link_events(event_on(5, true), event_on(5, true, "urn:x\n"));
  ASSERT_TRUE(link);
  EXPECT_DOUBLE_EQ(link->confidence, 0.8);
  EXPECT_EQ(link->reason, "same type and actors, same date");
  EXPECT_FALSE(link_events(event_on(5, true), event_on(6, true)));
}

TEST(DerivedLinks, ADayOfPublicationMayBeADayOff) {
  EXPECT_TRUE(link_events(event_on(5, true), event_on(6, false)));
  EXPECT_FALSE(link_events(event_on(5, true), event_on(7, false)));
}

TEST(DerivedLinks, EventsInDifferentPlacesAreTwo) {
  EXPECT_FALSE(
      link_events(event_on(5, true, "urn:a\n"), event_on(5, true, "urn:b\n")));
  const auto link = link_events(event_on(5, true, "urn:a\nurn:b\n"),
                                event_on(5, true, "urn:b\n"));
  ASSERT_TRUE(link);
  EXPECT_DOUBLE_EQ(link->confidence, 0.95);
}

TEST(DerivedLinks, TheOrderOfTheTwoDoesNotMatter) {
  const auto a = event_on(5, true), b = event_on(6, false);
  EXPECT_EQ(link_events(a, b)->subject, link_events(b, a)->subject);
  const SampledArticle one{"urn:1", "2024-05-01", 5};
  const SampledArticle two{"urn:2", "", 5};
  for (const auto& link :
       {link_copies(one, two, 5), link_copies(two, one, 5)}) {
    ASSERT_TRUE(link);
    EXPECT_EQ(link->subject, "urn:2");
    EXPECT_EQ(link->object, "urn:1");
  }
}

TEST(DerivedLinks, ACopyHasMostOfTheWordsOfTheOther) {
  const SampledArticle small{"urn:1", "", 10};
  const SampledArticle large{"urn:2", "", 40};
  EXPECT_TRUE(link_copies(small, large, 8));  // Shortened.
  EXPECT_FALSE(link_copies(small, large, 7));
  EXPECT_FALSE(link_copies(large, large, 26));
  EXPECT_TRUE(link_copies(large, large, 27));
}

TEST(ArticleFeatures, ShinglesAreOfWordsWhateverStandsBetween) {
  const std::string text =
      "The envoys of Norland left the grain talks in Estia on Monday morning "
      "after their hosts had refused to open the harbour to foreign ships.";
  EXPECT_EQ(shingles_of("THE envoys, of - Norland" + text.substr(21)),
            shingles_of(text));
  EXPECT_FALSE(shingles_of(text).empty());
  EXPECT_TRUE(shingles_of("Only four words here").empty());
}

TEST(ArticleFeatures, EnvoysStandForTheirState) {
  ExtractionBuilder builder("Ana Ferro of Norland accused Sudmark.");
  const auto envoy = builder.entity("Ana Ferro", "Person");
  builder.extraction.entities[index(envoy)].acts_for =
      builder.entity("Norland", "State", "norland");
  const auto event = builder.event("accused", "Accusation");
  builder.role(event, "accuser", envoy, "Ana Ferro");
  builder.role(event, "accused", builder.entity("Sudmark", "State", "sudmark"),
               "Sudmark");
  builder.claim(event);
  builder.extraction.article.metadata.published = "1970-01-03";
  const auto features =
      features_of(builder.extraction.article.iri,
                  article_quads(builder.extraction, invented_ontology(), {}));
  ASSERT_EQ(features.events.size(), 1U);
  EXPECT_EQ(features.events[0].key,
            std::string(vocabulary::ontology_namespace) +
                "Accusation\nhttps://w3id.org/demarche/entity/norland\n"
                "https://w3id.org/demarche/entity/sudmark");
  EXPECT_EQ(features.events[0].day, 2);
  EXPECT_FALSE(features.events[0].is_stated);
}

TEST(ArticleFeatures, DaysAreCountedFromTheEpoch) {
  EXPECT_EQ(day_of("1970-01-02"), 1);
  EXPECT_EQ(day_of("2024-02-29T10:00:00Z"), 19782);
  EXPECT_EQ(day_of("2023-02-29"), 0);
  EXPECT_EQ(day_of(""), 0);
}

}  // namespace
}  // namespace demarche
