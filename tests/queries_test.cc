// What queries answer about a small table that is made by hand.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphs/dyad_queries.h"
#include "graphs/network_queries.h"
#include "ontology/error.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Queries : public testing::Test {
 protected:
  /// Adds "from does to", each named by its IRI's end.
  RelationTable::Row& add(const std::string& from, const std::string& label,
                          const std::string& to, double score,
                          const std::string& date) {
    for (const auto& name : {from, to})
      table_.actors["urn:" + name].label = name;
    RelationTable::Row row;
    row.from = "urn:" + from;
    row.to = "urn:" + to;
    row.label = label;
    row.score = score;
    row.asserted = true;
    row.evidence.date = date;
    row.evidence.excerpt = {from + " ", label, " " + to + "."};
    row.evidence.factuality = Factuality::certain_positive;
    table_.rows.push_back(row);
    return table_.rows.back();
  }

  void SetUp() override {
    add("Norland", "accuses", "Sudmark", -2, "2024-01-05");
    add("Norland", "accuses", "Sudmark", -2, "2024-02-01");
    add("Sudmark", "praises", "Norland", 3, "2024-01-09");
    add("Sudmark", "meets", "Estia", 1, "2024-01-20");
    add("Norland", "aids", "Westia", 6, "");
    add("Westia", "aids", "Estia", 6, "");
    auto& denied = add("Norland", "attacks", "Estia", -9, "2024-03-01");
    denied.evidence.factuality = Factuality::certain_negative;
    denied.evidence.claimers = {
        {"Norland", "denied", Factuality::certain_negative}};
    denied.asserted = false;
    add("Ostia", "leaves", "talks", -5, "");
    table_.actors["urn:talks"].is_event = true;
  }

  RelationTable table_;
};

/// Lines of the table with one space between cells.
std::vector<std::string> lines_of(const Table& table) {
  std::vector<std::string> lines;
  std::string text = to_text(table), line;
  for (const char c : text) {
    if (c == '\n') {
      lines.push_back(line);
      line.clear();
    } else if (c != ' ' || (!line.empty() && line.back() != ' ')) {
      line += c;
    }
  }
  return lines;
}

TEST_F(Queries, RankHasDegreesAndTheBalanceOfScores) {
  auto ranking = rank_actors(table_);
  ASSERT_EQ(ranking.rows.size(), 4U);
  for (const auto& row : ranking.rows) {
    if (std::get<std::string>(row[1]) != "Norland") continue;
    EXPECT_EQ(std::get<std::int64_t>(row[2]), 3);  // Not the denied attack.
    EXPECT_EQ(std::get<std::int64_t>(row[3]), 1);
    EXPECT_EQ(std::get<std::int64_t>(row[4]), 2);
    EXPECT_EQ(std::get<double>(row[5]), -2 - 2 + 3 + 6);
    EXPECT_EQ(std::get<std::string>(row[8]), "urn:Norland");
  }
  EXPECT_EQ(std::get<std::string>(ranking.rows[0][1]), "Estia");
}

TEST_F(Queries, ComponentsAreOfActorsOnly) {
  add("Uttia", "praises", "Vestia", 3, "");
  EXPECT_THAT(lines_of(list_components(table_)),
              ElementsAre("component actors relations members",
                          "1 4 6 Norland; Sudmark; Estia; Westia",
                          "2 2 1 Uttia; Vestia"));
}

TEST_F(Queries, CommunitiesTellTheirModularity) {
  const auto table = list_communities(table_);
  ASSERT_EQ(table.summary.size(), 1U);
  EXPECT_EQ(table.summary[0].first, "modularity");
  EXPECT_EQ(table.rows.size(), 2U);
}

TEST_F(Queries, PathsAreShortFirstAndThenWellAttested) {
  EXPECT_THAT(
      lines_of(list_paths(table_, "urn:Norland", "urn:Estia", 5, false)),
      ElementsAre(
          "path step from relation to count says date sentence",
          "1 1 Norland accuses Sudmark 3 the article 2024-01-05 Norland "
          "accuses Sudmark.",
          "1 2 Sudmark meets Estia 1 the article 2024-01-20 Sudmark meets "
          "Estia.",
          "2 1 Norland aids Westia 1 the article Norland aids Westia.",
          "2 2 Westia aids Estia 1 the article Westia aids Estia."));
}

TEST_F(Queries, DirectedPathsFollowWhoDoesIt) {
  EXPECT_EQ(
      list_paths(table_, "urn:Estia", "urn:Norland", 5, false).rows.size(), 4U);
  EXPECT_THAT(list_paths(table_, "urn:Estia", "urn:Norland", 5, true).rows,
              IsEmpty());
  EXPECT_THAT(list_paths(table_, "urn:Ostia", "urn:Norland", 5, false).rows,
              IsEmpty());
}

TEST_F(Queries, AnEgoNetworkEndsWhereItsDepthDoes) {
  EXPECT_THAT(
      lines_of(list_ego_network(table_, "urn:Westia", 1)),
      ElementsAre("from relation to count stated score first last",
                  "Norland aids Westia 1 1 6.0", "Westia aids Estia 1 1 6.0"));
  EXPECT_EQ(list_ego_network(table_, "urn:Westia", 2).rows.size(), 5U);
}

TEST_F(Queries, ADyadIsListedByDateWithItsBalance) {
  EXPECT_THAT(
      lines_of(list_dyad(table_, "urn:Sudmark", "urn:Norland")),
      ElementsAre("date from relation to score balance says sentence",
                  "2024-01-05 Norland accuses Sudmark -2.0 -2.0 the article "
                  "Norland accuses Sudmark.",
                  "2024-01-09 Sudmark praises Norland 3.0 1.0 the article "
                  "Sudmark praises Norland.",
                  "2024-02-01 Norland accuses Sudmark -2.0 -1.0 the article "
                  "Norland accuses Sudmark."));
}

TEST_F(Queries, ADyadIsSummedUpByPeriods) {
  EXPECT_THAT(
      lines_of(sum_dyad(table_, "urn:Norland", "urn:Sudmark", 7)),
      ElementsAre("period relations conflict cooperation mean sum balance",
                  "2024-01 2 1 1 0.5 1.0 1.0", "2024-02 1 1 0 -2.0 -2.0 -1.0"));
}

TEST_F(Queries, WhatIsDeniedCountsNothing) {
  const auto dyad = list_dyad(table_, "urn:Norland", "urn:Estia");
  ASSERT_EQ(dyad.rows.size(), 1U);
  EXPECT_EQ(std::get<double>(dyad.rows[0][4]), 0);
  EXPECT_EQ(std::get<std::string>(dyad.rows[0][6]),
            "the article \xe2\x86\x92 Norland: not");
}

TEST_F(Queries, ActorsAreFoundByNameOrIri) {
  EXPECT_EQ(find_actor(table_, "norland"), "urn:Norland");
  EXPECT_EQ(find_actor(table_, "urn:Estia"), "urn:Estia");
  EXPECT_THROW(find_actor(table_, "Nowhere"), Error);
  EXPECT_TRUE(has_actor(table_, "norland"));
  EXPECT_FALSE(has_actor(table_, "Nowhere"));
}

TEST_F(Queries, OfNothingAnswerNothing) {
  EXPECT_THAT(rank_actors({}).rows, IsEmpty());
  EXPECT_THAT(list_components({}).rows, IsEmpty());
  EXPECT_THAT(list_communities({}).rows, IsEmpty());
}

TEST(TableText, AlignsNumbersToTheRightAndCutsLongTexts) {
  Table table;
  table.columns = {"name", "n", "x"};
  table.rows = {{std::string("N\xc3\xb6rland"), std::int64_t{7}, 0.25},
                {std::string(50, 'a'), std::int64_t{1000}, -1.0}};
  const auto text = to_text(table);
  EXPECT_THAT(text, HasSubstr("N\xc3\xb6rland" + std::string(35, ' ') +
                              "   7   0.2500\n"));
  EXPECT_THAT(text,
              HasSubstr(std::string(39, 'a') + "\xe2\x80\xa6  1000  -1.0000"));
}

TEST(TableJson, HasAnObjectForEachRow) {
  Table table;
  table.columns = {"name", "x"};
  table.rows = {{std::string("\"N\""), 1.0 / 3}};
  table.summary = {{"sum", std::int64_t{1}}};
  EXPECT_EQ(to_json(table),
            "{\n  \"rows\": [\n    {\n      \"name\": \"\\\"N\\\"\",\n      "
            "\"x\": 0.333333\n    }\n  ],\n  \"sum\": 1\n}\n");
}

}  // namespace
}  // namespace demarche
