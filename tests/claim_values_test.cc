// Numbers and dates of events in short texts that the shipped model has read.

#include "graphs/claim_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractor/article_reader.h"
#include "tests/shipped.h"

namespace demarche {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Extraction read(const std::string& text) {
  Metadata metadata;
  metadata.published = "2023-01-12";
  return shipped_extractor().extract(
      read_article(text, metadata, ArticleForm::detect).article);
}

/// Of all events of the text, with their phrases.
std::vector<double> numbers(const std::string& text) {
  const Extraction extraction = read(text);
  std::vector<double> values;
  for (const Event& event : extraction.events)
    for (const Quantity* number : numbers_of(extraction, event).own)
      values.push_back(number->value);
  return values;
}

TEST(ClaimNumbers, AreOfTheWholeAndNotOfAPart) {
  EXPECT_THAT(numbers("Rebels killed four soldiers."), ElementsAre(4));
  EXPECT_THAT(numbers("Rebels killed three other soldiers."), IsEmpty());
  EXPECT_THAT(numbers("Rebels killed another 40 soldiers."), IsEmpty());
  EXPECT_THAT(numbers("Rebels killed two of the soldiers."), IsEmpty());
  EXPECT_THAT(numbers("Rebels killed more than 40 soldiers."), ElementsAre(40));
}

TEST(ClaimDate, OfWhatABlastDidIsThatOfTheBlast) {
  const Extraction extraction = read("A 1992 blast killed 263 workers.");
  std::vector<std::string> dates;
  for (const Event& event : extraction.events)
    dates.push_back(date_of(extraction, event));
  EXPECT_THAT(dates, ElementsAre("1992", "1992"));
}

TEST(LongBefore, IsTwoMonthsOrMore) {
  EXPECT_TRUE(are_long_before({"1992"}, "2019-03-21"));
  EXPECT_TRUE(are_long_before({"2017-12"}, "2018-02-04"));
  EXPECT_FALSE(are_long_before({"2018-01-30"}, "2018-02-04"));
  EXPECT_FALSE(are_long_before({"1992", "2018-02-01"}, "2018-02-04"));
  EXPECT_FALSE(are_long_before({"2017"}, "2018-01-02T10:00:00Z"));
  EXPECT_FALSE(are_long_before({}, "2018-02-04"));
  EXPECT_FALSE(are_long_before({"1992"}, ""));
  EXPECT_FALSE(are_long_before({"199X", "?"}, "2018-02-04"));
}

}  // namespace
}  // namespace demarche
