#include "graphs/link_records.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "ontology/error.h"

namespace demarche {
namespace {

using Json = nlohmann::json;

ArticleFeatures article(const std::string& iri, std::int64_t day) {
  return {iri,
          "",
          "2024-05-0" + std::to_string(day),
          {{iri + "#event=1", "Accusation\nA\nB", day, true, "P\n"}},
          {-7, 3, 5, 8, 13}};
}

std::vector<Json> records_of(const ArticleFeatures& features) {
  std::vector<Json> records;
  std::istringstream lines(print_link_keys(features));
  for (std::string line; std::getline(lines, line);)
    records.push_back(Json::parse(line));
  return records;
}

TEST(LinkRecords, EventsMakeTheLinkOfTheirFeatures) {
  const auto one = article("urn:1", 2);
  const auto two = article("urn:2", 2);
  const Json pair = {{"a", records_of(two)[0]}, {"b", records_of(one)[0]}};
  const auto found = link_pair(pair.dump());
  const auto expected = link_events(one.events[0], two.events[0]);
  ASSERT_TRUE(found && expected);
  EXPECT_EQ(statements_of(*found), statements_of(*expected));
  EXPECT_EQ(found->subject, "urn:1#event=1");
}

TEST(LinkRecords, EventsOfOtherDaysAreNotLinked) {
  const Json pair = {{"a", records_of(article("urn:1", 2))[0]},
                     {"b", records_of(article("urn:2", 3))[0]}};
  EXPECT_FALSE(link_pair(pair.dump()));
}

TEST(LinkRecords, WordRunsMakeTheLinkOfACopy) {
  const Json a = records_of(article("urn:1", 2))[1];
  const Json b = records_of(article("urn:2", 3))[1];
  EXPECT_EQ(a.at("run"), -7);
  const auto link = link_pair(Json({{"a", a}, {"b", b}, {"common", 5}}).dump());
  ASSERT_TRUE(link);
  EXPECT_EQ(link->subject, "urn:2");
  EXPECT_EQ(link->object, "urn:1");
  EXPECT_FALSE(link_pair(Json({{"a", a}, {"b", b}, {"common", 1}}).dump()));
}

TEST(LinkRecords, WhatIsNoPairIsRefused) {
  for (const char* line :
       {"", "{", "[]", R"({"a": {}})", R"({"a": {}, "b": {}})",
        R"({"a": {"key": 1}, "b": {"key": 1}})",
        R"({"a": {"article": "x", "published": "", "runs": "many"}, "b": {}})"})
    EXPECT_THROW(link_pair(line), Error) << line;
}

}  // namespace
}  // namespace demarche
