#include "graphs/time_statements.h"

#include <gtest/gtest.h>

#include <utility>

#include "graphs/sord_sink.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

const std::string iri = "https://news.example/1#time=0,5";

class TimeStatements : public testing::Test {
 protected:
  void describe(const std::string& value) {
    StatementWriter writer(store);
    describe_time(iri, {TimeExpression::Kind::date, value}, writer);
  }
  bool has_literal(std::string_view property, const std::string& text,
                   std::string_view datatype) {
    return !store
                .find(iri, property,
                      RdfTerm{RdfTerm::Kind::literal, text,
                              std::string(datatype), ""})
                .empty();
  }
  SordSink store;
};

TEST_F(TimeStatements, DaysMonthsAndYearsAreInstants) {
  describe("2023-01");
  EXPECT_TRUE(
      store.contains(iri, vocabulary::rdf::type, vocabulary::time::instant));
  EXPECT_TRUE(has_literal(vocabulary::time::in_xsd_g_year_month, "2023-01",
                          vocabulary::xsd::g_year_month));
  EXPECT_TRUE(
      has_literal(vocabulary::dm::edtf, "2023-01", vocabulary::edtf_datatype));
}

TEST_F(TimeStatements, AnOpenIntervalHasOneEnd) {
  describe("2022-12-12/..");
  EXPECT_TRUE(
      store.contains(iri, vocabulary::rdf::type, vocabulary::time::interval));
  EXPECT_TRUE(
      store.contains(iri, vocabulary::time::has_beginning, iri + ";from"));
  EXPECT_TRUE(store.find(iri, vocabulary::time::has_end).empty());
  EXPECT_EQ(store.find(iri + ";from", vocabulary::time::in_xsd_date).size(),
            1U);
}

TEST_F(TimeStatements, ASeasonIsOnlyWhatEdtfSaysOfIt) {
  describe("2020-23");
  EXPECT_TRUE(store.contains(iri, vocabulary::rdf::type,
                             vocabulary::time::temporal_entity));
  EXPECT_EQ(store.size(), 2U);
}

TEST_F(TimeStatements, ADurationIsNoDate) {
  describe("P6M");
  EXPECT_TRUE(has_literal(vocabulary::time::has_xsd_duration, "P6M",
                          vocabulary::xsd::duration));
  EXPECT_TRUE(store.find(iri, vocabulary::dm::edtf).empty());
}

TEST_F(TimeStatements, WeeksAreDaysInXmlSchema) {
  describe("P6W");
  EXPECT_TRUE(has_literal(vocabulary::time::has_xsd_duration, "P42D",
                          vocabulary::xsd::duration));
}

TEST_F(TimeStatements, OnlySecondsHavePartsInXmlSchema) {
  const std::pair<const char*, const char*> durations[] = {
      {"PT2.5M", "PT150S"}, {"P1.5W", "PT252H"},  {"P2.5D", "PT60H"},
      {"PT1.5H", "PT90M"},  {"PT0.5S", "PT0.5S"}, {"P1.5Y", "P18M"}};
  for (const auto& [value, expected] : durations) {
    describe(value);
    EXPECT_TRUE(has_literal(vocabulary::time::has_xsd_duration, expected,
                            vocabulary::xsd::duration))
        << value;
  }
}

TEST_F(TimeStatements, APartOfAMonthIsNoDurationOfXmlSchema) {
  describe("P1.5M");
  EXPECT_TRUE(store.find(iri, vocabulary::time::has_xsd_duration).empty());
}

TEST_F(TimeStatements, WhatRecursHasAPeriod) {
  describe("R/P1W");
  EXPECT_TRUE(has_literal(vocabulary::dm::recurs_every, "P7D",
                          vocabulary::xsd::duration));
  EXPECT_TRUE(store.find(iri, vocabulary::dm::edtf).empty());
}

TEST_F(TimeStatements, AClockWithoutADayIsATimeOfDay) {
  describe("T15:00-05:00");
  EXPECT_TRUE(has_literal(vocabulary::dm::time_of_day, "15:00:00-05:00",
                          vocabulary::xsd::time));
  EXPECT_TRUE(store.find(iri, vocabulary::dm::edtf).empty());
}

TEST_F(TimeStatements, AClockOnADayIsAnInstant) {
  describe("2020-02-05T16:00:00");
  EXPECT_TRUE(has_literal(vocabulary::time::in_xsd_date_time,
                          "2020-02-05T16:00:00", vocabulary::xsd::date_time));
}

TEST_F(TimeStatements, DecadesAndQuartersAreIntervals) {
  describe("199X");
  EXPECT_TRUE(
      store.contains(iri, vocabulary::rdf::type, vocabulary::time::interval));
  EXPECT_EQ(store.find(iri + ";from", vocabulary::time::in_xsd_g_year).size(),
            1U);
  EXPECT_TRUE(store.contains(iri, vocabulary::time::has_end, iri + ";to"));
  SordSink quarter;
  StatementWriter writer(quarter);
  describe_time(iri, {TimeExpression::Kind::date, "2021-35"}, writer);
  EXPECT_FALSE(
      quarter
          .find(iri + ";to", vocabulary::time::in_xsd_g_year_month,
                RdfTerm{RdfTerm::Kind::literal, "2021-09",
                        std::string(vocabulary::xsd::g_year_month), ""})
          .empty());
}

TEST_F(TimeStatements, AnUnresolvedTimeIsStillATime) {
  describe("");
  EXPECT_EQ(store.size(), 1U);
}

}  // namespace
}  // namespace demarche
