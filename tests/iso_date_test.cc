#include "extractor/iso_date.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(IsoDate, IsADateOfTheCalendar) {
  EXPECT_TRUE(is_iso_date("2023-01-12"));
  EXPECT_TRUE(is_iso_date("2024-02-29"));
  EXPECT_FALSE(is_iso_date("2023-02-29"));
  EXPECT_FALSE(is_iso_date("2023-13-01"));
  EXPECT_FALSE(is_iso_date("2023-1-12"));
  EXPECT_FALSE(is_iso_date("12 January 2023"));
  EXPECT_FALSE(is_iso_date(""));
}

TEST(IsoDate, MayHaveATimeAndAZone) {
  EXPECT_TRUE(is_iso_date("2023-01-12T08:30:00"));
  EXPECT_TRUE(is_iso_date("2023-01-12T08:30:00.25Z"));
  EXPECT_TRUE(is_iso_date("2023-01-12T08:30:00+04:00"));
  EXPECT_FALSE(is_iso_date("2023-01-12T08:30"));
  EXPECT_FALSE(is_iso_date("2023-01-12T25:30:00"));
  EXPECT_FALSE(is_iso_date("2023-01-12T08:30:00+15:00"));
  EXPECT_FALSE(is_iso_date("2023-01-12 08:30:00"));
}

}  // namespace
}  // namespace demarche
