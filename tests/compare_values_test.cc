#include "graphs/compare_values.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

using Bound = Quantity::Bound;

Quantity quantity(double value, const char* unit, Bound bound = Bound::exact) {
  Quantity result;
  result.value = value;
  result.unit = unit;
  result.bound = bound;
  return result;
}

bool agree(const Quantity& a, const Quantity& b) {
  return numbers_agree({&a}, {&b});
}

bool differ(const Quantity& a, const Quantity& b) {
  return numbers_differ({&a}, {&b});
}

TEST(Numbers, OfDifferentThingsNeitherAgreeNorDiffer) {
  const auto soldiers = quantity(12, "soldier"), tanks = quantity(3, "tank");
  EXPECT_FALSE(agree(soldiers, tanks));
  EXPECT_FALSE(differ(soldiers, tanks));
  EXPECT_FALSE(numbers_differ({}, {&tanks}));
}

TEST(Numbers, AgreeAsFarAsTheirBoundsAllow) {
  EXPECT_TRUE(agree(quantity(12, "people"), quantity(12, "person")));
  EXPECT_TRUE(differ(quantity(12, "people"), quantity(13, "people")));
  EXPECT_TRUE(
      agree(quantity(10, "people", Bound::at_least), quantity(13, "people")));
  EXPECT_TRUE(
      differ(quantity(20, "people", Bound::at_least), quantity(13, "people")));
  EXPECT_TRUE(
      agree(quantity(100, "people", Bound::about), quantity(110, "people")));
  EXPECT_TRUE(
      differ(quantity(50, "people", Bound::at_most), quantity(51, "people")));
}

TEST(Numbers, OfWhatIsMeasuredMayBeRounded) {
  const auto rounded = quantity(43e6, "USD");
  EXPECT_TRUE(agree(rounded, quantity(43'885'310, "USD")));
  EXPECT_TRUE(differ(rounded, quantity(45e6, "USD")));
  EXPECT_TRUE(differ(quantity(1e6, "USD"), quantity(500'000, "USD")));
  EXPECT_TRUE(agree(quantity(36, "percent"), quantity(35.7, "percent")));
  EXPECT_TRUE(differ(quantity(35.7, "percent"), quantity(31.5, "percent")));
}

TEST(Numbers, OneThatAgreesIsEnough) {
  const auto ten = quantity(10, "people"), two = quantity(2, "people");
  EXPECT_TRUE(numbers_agree({&ten, &two}, {&two}));
  EXPECT_FALSE(numbers_differ({&ten, &two}, {&two}));
}

TEST(Dates, DifferOnlyIfNeitherLiesInTheOther) {
  EXPECT_TRUE(dates_differ("2023-01-09", "2023-01-10"));
  EXPECT_TRUE(dates_differ("2022", "2023-01-10"));
  EXPECT_TRUE(dates_differ("2003/2007", "2016"));
  EXPECT_TRUE(dates_differ("2016", "2003/2015-12"));
  EXPECT_FALSE(dates_differ("2003/2007", "2007-03"));
  EXPECT_FALSE(dates_differ("2003/2007", "2006/2016"));
  EXPECT_FALSE(dates_differ("2023-01", "2023-01-10"));
  EXPECT_FALSE(dates_differ("2023-01-10", "2023-01-10"));
}

TEST(Dates, WhatIsNoPlainDateDiffersFromNothing) {
  EXPECT_FALSE(dates_differ("", "2023-01-10"));
  EXPECT_FALSE(dates_differ("2020-23", "2020-01"));
  EXPECT_FALSE(dates_differ("2022-12-12/..", "2023-01-10"));
  EXPECT_FALSE(dates_differ("199X", "2023"));
}

TEST(Dates, MayBeOneUnlessBothAreKnownToDiffer) {
  EXPECT_TRUE(may_be_one_date("", "2023-01-10"));
  EXPECT_TRUE(may_be_one_date("2023-01", "2023-01-10"));
  EXPECT_FALSE(may_be_one_date("2020/2023", "2021"));
}

TEST(Words, TurnAgainstTheSentenceBefore) {
  Word but, and_;
  but.form = "But";
  and_.form = "And";
  EXPECT_TRUE(is_contrastive(but));
  EXPECT_FALSE(is_contrastive(and_));
}

}  // namespace
}  // namespace demarche
