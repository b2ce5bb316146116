#include "extractor/holidays.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

std::string day_in(const Holiday& holiday, int year) {
  const auto day = holiday_in(holiday, year);
  return day ? edtf_day(*day) : "";
}

TEST(Holidays, OfEasterFollowTheGregorianCalendar) {
  EXPECT_EQ(edtf_day(*easter_in(1961)), "1961-04-02");
  EXPECT_EQ(edtf_day(*easter_in(2000)), "2000-04-23");
  EXPECT_EQ(edtf_day(*easter_in(2019)), "2019-04-21");
  EXPECT_EQ(edtf_day(*easter_in(2024)), "2024-03-31");
  EXPECT_EQ(edtf_day(*easter_in(2038)), "2038-04-25");
}

TEST(Holidays, FallOnTheFirstSuchWeekdayFromADayOn) {
  const Holiday fourth_thursday{{"x"}, 11, 22, 3, 0};
  EXPECT_EQ(day_in(fourth_thursday, 2019), "2019-11-28");
  EXPECT_EQ(day_in(fourth_thursday, 2018), "2018-11-22");
  const Holiday last_monday{{"x"}, 5, 25, 0, 0};
  EXPECT_EQ(day_in(last_monday, 2021), "2021-05-31");
}

TEST(Holidays, AreNamedHoweverTheyAreCutIntoWords) {
  const Holiday eve{{"newyear'seve"}, 12, 31, -1, 0};
  const Holiday day{{"newyear's"}, 1, 1, -1, 0};
  const std::vector<Holiday> holidays = {day, eve};
  std::vector<TextToken> tokens;
  for (const char* form : {"On", "New", "Year", "\u2019s", "Eve", "."}) {
    TextToken token;
    token.form = form;
    token.text = form;
    token.text[0] = form[0] <= 'Z' && form[0] >= 'A'
                        ? static_cast<char>(form[0] + 32)
                        : form[0];
    tokens.push_back(token);
  }
  const auto match = match_holiday(tokens, 1, holidays);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->holiday, &holidays[1]);
  EXPECT_EQ(match->end, 5U);
  EXPECT_FALSE(match_holiday(tokens, 0, holidays));
  EXPECT_FALSE(match_holiday(tokens, 2, holidays));
}

TEST(Holidays, OfTheOntologyAreEachOneDay) {
  const auto shipped =
      Ontology::load(std::string(DEMARCHE_SOURCE_DIR) + "/ontology");
  EXPECT_GT(shipped.holidays().size(), 30U);
  for (const Holiday& holiday : shipped.holidays()) {
    ASSERT_FALSE(holiday.labels.empty());
    EXPECT_TRUE(holiday_in(holiday, 2023)) << holiday.labels[0];
  }
}

}  // namespace
}  // namespace demarche
