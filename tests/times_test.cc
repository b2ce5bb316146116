#include "extractor/times.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "tests/analysis_builder.h"

namespace demarche {
namespace {

/// A sentence, the day it was published (a Wednesday below), and its only
/// time expression.
struct Case {
  const char* text;
  const char* span;
  const char* value;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.text; }

constexpr auto published = "2022-06-15";

std::string spans_of(const BuiltAnalysis& built,
                     const std::vector<TimeExpression>& times) {
  std::string spans;
  for (const TimeExpression& time : times)
    spans += (spans.empty() ? "" : " | ") +
             std::string(slice(built.article.text, time.span));
  return spans;
}

class Times : public testing::TestWithParam<Case> {};

TEST_P(Times, AreReadFromThePublicationOn) {
  const auto built = build_words(GetParam().text, published);
  const auto times = find_times(built.article, built.analysis);
  EXPECT_EQ(spans_of(built, times), GetParam().span);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Days, Times,
    testing::Values(
        Case{"They met on 2021-03-04 again", "2021-03-04", "2021-03-04"},
        Case{"They met on Dec. 12", "Dec. 12", "2021-12-12"},
        Case{"They met on June 15", "June 15", "2022-06-15"},
        Case{"They met on March 3, 2019, in Rome", "March 3, 2019",
             "2019-03-03"},
        Case{"They met on March 3 2019", "March 3 2019", "2019-03-03"},
        Case{"They met on 3 March 2019", "3 March 2019", "2019-03-03"},
        Case{"They met on the 3rd of May", "the 3rd of May", "2022-05-03"},
        Case{"They met on May 3rd", "May 3rd", "2022-05-03"},
        Case{"They met on Jul 4", "Jul 4", "2021-07-04"},
        Case{"They met on Monday", "Monday", "2022-06-13"},
        Case{"They met on Wednesday", "Wednesday", "2022-06-15"},
        Case{"They met on Thursday", "Thursday", "2022-06-09"},
        Case{"They met last Wednesday", "last Wednesday", "2022-06-08"},
        Case{"They meet next Wednesday", "next Wednesday", "2022-06-22"},
        Case{"They meet this Friday", "this Friday", "2022-06-17"},
        Case{"They met Tuesday evening", "Tuesday evening", "2022-06-14"},
        Case{"They met on Friday, June 3, in Rome", "Friday, June 3",
             "2022-06-03"},
        Case{"They met yesterday", "yesterday", "2022-06-14"},
        Case{"They met yesterday morning", "yesterday morning", "2022-06-14"},
        Case{"They meet today", "today", "2022-06-15"},
        Case{"They meet tomorrow", "tomorrow", "2022-06-16"},
        Case{"They met the day before yesterday", "the day before yesterday",
             "2022-06-13"},
        Case{"They met last night", "last night", "2022-06-14"},
        Case{"They met this morning", "this morning", "2022-06-15"},
        Case{"They met three days ago", "three days ago", "2022-06-12"},
        Case{"They meet ten days from now", "ten days from now", "2022-06-25"},
        Case{"They met late on Tuesday", "late on Tuesday", "2022-06-14"}));

INSTANTIATE_TEST_SUITE_P(
    MonthsAndYears, Times,
    testing::Values(
        Case{"It began in December", "December", "2021-12"},
        Case{"It began in June", "June", "2022-06"},
        Case{"It began in May", "May", "2022-05"},
        Case{"It began in May 2017", "May 2017", "2017-05"},
        Case{"It began in December of last year", "December of last year",
             "2021-12"},
        Case{"It began last December", "last December", "2021-12"},
        Case{"It begins next June", "next June", "2023-06"},
        Case{"It began last month", "last month", "2022-05"},
        Case{"It ends next month", "next month", "2022-07"},
        Case{"It began this year", "this year", "2022"},
        Case{"It ends next year", "next year", "2023"},
        Case{"It began last week", "last week", "2022-06-06/2022-06-12"},
        Case{"It began last weekend", "last weekend", "2022-06-11/2022-06-12"},
        Case{"It began last quarter", "last quarter", "2022-33"},
        Case{"It began earlier this month", "earlier this month", "2022-06"},
        Case{"It began two years ago", "two years ago", "2020"},
        Case{"It began six months ago", "six months ago", "2021-12"},
        Case{"It began a decade ago", "a decade ago", "2012"},
        Case{"It began weeks ago", "weeks ago", ""},
        Case{"It began in 2014", "2014", "2014"},
        Case{"It began around 1850", "1850", "1850~"},
        Case{"It began in early 2021", "early 2021", "2021-01/2021-04"},
        Case{"It began in mid-2021", "mid-2021", "2021-05/2021-08"},
        Case{"It began in late March", "late March", "2022-03-21/2022-03-31"},
        Case{"It began at the end of 2019", "the end of 2019",
             "2019-09/2019-12"},
        Case{"It ended by the end of the year", "the end of the year",
             "2022-09/2022-12"},
        Case{"It began in the fall of 2020", "the fall of 2020", "2020-23"},
        Case{"It began in summer 2019", "summer 2019", "2019-22"},
        Case{"It began last winter", "last winter", "2021-24"},
        Case{"It began this spring", "this spring", "2022-21"},
        Case{"It began in the second quarter of 2019",
             "the second quarter of 2019", "2019-34"},
        Case{"It began in the first half of 2019", "the first half of 2019",
             "2019-40"},
        Case{"It began in Q3 2019", "Q3 2019", "2019-35"},
        Case{"It began in the 1990s", "the 1990s", "199X"},
        Case{"It began in the late 1980s", "the late 1980s", "1987/1989"},
        Case{"It began in the mid-1970s", "the mid-1970s", "1974/1976"},
        Case{"It began in the nineties", "the nineties", "199X"},
        Case{"It began in the '80s", "the '80s", "198X"},
        Case{"It began in the 20th century", "the 20th century", "19XX"},
        Case{"It began in the early 20th century", "the early 20th century",
             "1900/1933"},
        Case{"It began at the start of the 20th century",
             "the start of the 20th century", "1900/1933"}));

INSTANTIATE_TEST_SUITE_P(
    Intervals, Times,
    testing::Values(
        Case{"They fought since 2020", "since 2020", "2020/.."},
        Case{"They fought since Dec. 12", "since Dec. 12", "2021-12-12/.."},
        Case{"They fought since last month", "since last month", "2022-05/.."},
        Case{"They fought since last week", "since last week", "2022-06-06/.."},
        Case{"They fought until May", "until May", "../2022-05"},
        Case{"They fought till 1994", "till 1994", "../1994"},
        Case{"They fought from 2018 to 2020", "from 2018 to 2020", "2018/2020"},
        Case{"They fought from May until July 2019", "from May until July 2019",
             "2019-05/2019-07"},
        Case{"They fought between 1992 and 1994", "between 1992 and 1994",
             "1992/1994"},
        Case{"They fought in 2018-2020", "2018-2020", "2018/2020"},
        Case{"They fought in 2018-19", "2018-19", "2018/2019"},
        Case{"They fought on May 3-7", "May 3-7", "2022-05-03/2022-05-07"},
        Case{"They fought from 1998 onwards", "from 1998 onwards", "1998/.."},
        Case{"They fought after 2014", "after 2014", "2014/.."},
        Case{"They fought before 2014", "before 2014", "../2014"},
        Case{"They fought more than two years ago", "two years ago", "../2020"},
        Case{"They fought for the past month", "the past month",
             "2022-05-15/2022-06-15"},
        Case{"They fought over the last two weeks", "the last two weeks",
             "2022-06-01/2022-06-15"},
        Case{"They fight for the next three days", "the next three days",
             "2022-06-15/2022-06-18"},
        Case{"They fought over the past few months", "the past few months", ""},
        Case{"They fought in recent weeks", "recent weeks", ""}));

INSTANTIATE_TEST_SUITE_P(
    Durations, Times,
    testing::Values(
        Case{"It took six weeks", "six weeks", "P6W"},
        Case{"It took 10 days", "10 days", "P10D"},
        Case{"It took a month", "a month", "P1M"},
        Case{"It took two hours", "two hours", "PT2H"},
        Case{"It took half an hour", "half an hour", "PT30M"},
        Case{"It took a year and a half", "a year and a half", "P1Y6M"},
        Case{"It took 2.5 years", "2.5 years", "P2Y6M"},
        Case{"It took two decades", "two decades", "P20Y"},
        Case{"It took twenty-five years", "twenty-five years", "P25Y"},
        Case{"It was a month-long siege", "month-long", "P1M"},
        Case{"It was a six-week war", "six-week", "P6W"},
        Case{"It was a 44-day war", "44-day", "P44D"},
        Case{"It took several days", "several days", ""},
        Case{"It took a few months", "a few months", ""},
        Case{"It took decades", "decades", ""},
        Case{"It ended a month after the war", "a month after", ""},
        Case{"It happens every Friday", "every Friday", "R/P1W"},
        Case{"It happens each day", "each day", "R/P1D"},
        Case{"It happens daily", "daily", "R/P1D"},
        Case{"It happens at 10:30", "10:30", "T10:30"},
        Case{"It happens at 3 p.m. here", "3 p.m.", "T15:00"},
        Case{"It happens at noon", "noon", "T12:00"}));

INSTANTIATE_TEST_SUITE_P(
    RarerForms, Times,
    testing::Values(
        Case{"They met on Friday, April 3", "Friday, April 3", "2020-04-03"},
        Case{"They met on Tuesday last week", "Tuesday last week",
             "2022-06-07"},
        Case{"They met this past Saturday", "this past Saturday", "2022-06-11"},
        Case{"They met earlier today", "earlier today", "2022-06-15"},
        Case{"They met on the night of May 3", "the night of May 3",
             "2022-05-03"},
        Case{"They met overnight", "overnight", "2022-06-14/2022-06-15"},
        Case{"They met over the weekend", "the weekend",
             "2022-06-11/2022-06-12"},
        Case{"They met from 10 to 14 May", "from 10 to 14 May",
             "2022-05-10/2022-05-14"},
        Case{"They met on 5-8 May", "5-8 May", "2022-05-05/2022-05-08"},
        Case{"They met in the last week of May", "the last week of May",
             "2022-05-25/2022-05-31"},
        Case{"They met on the first Tuesday in May", "the first Tuesday in May",
             "2022-05-03"},
        Case{"They met on the last Friday of April", "the last Friday of April",
             "2022-04-29"},
        Case{"They met in the twenty-first century", "the twenty-first century",
             "20XX"},
        Case{"They met in the first quarter", "the first quarter", "2022-33"},
        Case{"They met in fiscal year 2019", "fiscal year 2019", "2019"},
        Case{"They met in the year 1648", "the year 1648", "1648"},
        Case{"They met later in the year", "later in the year", "2022"},
        Case{"They met two days after May 3", "two days after May 3",
             "2022-05-05"},
        Case{"They met the day after the vote", "the day after", ""},
        Case{"They meet in another month", "another month", "P1M"},
        Case{"It took two and a half years", "two and a half years", "P2Y6M"},
        Case{"It was a two-week-long siege", "two-week-long", "P2W"},
        Case{"It was a decades-long war", "decades-long", ""},
        Case{"They meet twice a week", "twice a week", "R/P1W"},
        Case{"They meet five times a year", "five times a year", "R/P1Y"},
        Case{"They meet on Thursdays", "Thursdays", "R/P1W"},
        Case{"They meet each summer", "each summer", "R/P1Y"},
        Case{"They meet every other month", "every other month", "R/P2M"},
        Case{"They met at 3 p.m. EST", "3 p.m. EST", "T15:00-05:00"},
        Case{"They met at 9 p.m. local time", "9 p.m. local time", "T21:00"},
        Case{"They met Monday at 10:30", "Monday at 10:30",
             "2022-06-13T10:30:00"},
        Case{"They met at 10:30 on Monday", "10:30 on Monday",
             "2022-06-13T10:30:00"},
        Case{"They met at 5 o'clock", "5 o'clock", "T05:00"},
        Case{"They held out through May", "through May", "../2022-05"}));

TEST(FindTimes, AreNoneWhereOnlyTheWordsLookAlike) {
  for (const char* text :
       {"They may march on", "A second time they fall", "He is 35 years old",
        "The 35-year-old fled", "It cost $2000 there", "He sat in the sun",
        "They won 2,014 seats", "The first half was dull"}) {
    const auto built = build_words(text, published);
    const auto times = find_times(built.article, built.analysis);
    EXPECT_EQ(spans_of(built, times), "") << text;
  }
}

TEST(FindTimes, HaveNoValueWithoutADateToCountFrom) {
  for (const char* text :
       {"They met on Thursday", "They met last month", "They met in December",
        "They met yesterday", "They met two years ago", "It ends on May 3"}) {
    const auto built = build_words(text);
    const auto times = find_times(built.article, built.analysis);
    ASSERT_EQ(times.size(), 1u) << text;
    EXPECT_EQ(times[0].value, "") << text;
  }
}

TEST(FindTimes, CountFromTheDayNamedBefore) {
  const auto built = build_words(
      "They met on May 3 and two days later and again the next day but on the "
      "same day fled",
      published);
  const auto times = find_times(built.article, built.analysis);
  ASSERT_EQ(times.size(), 4u);
  EXPECT_EQ(times[1].value, "2022-05-05");
  EXPECT_EQ(times[2].value, "2022-05-06");
  EXPECT_EQ(times[3].value, "2022-05-06");
}

TEST(FindTimes, LookAheadWhereTheVerbDoes) {
  const auto built = build_analysis(R"(
    They   they   PRON  3 nsubj
    will   will   AUX   3 aux
    meet   meet   VERB  0 root
    on     on     ADP   5 case
    Friday Friday PROPN 3 obl
  )",
                                    published);
  const auto times = find_times(built.article, built.analysis);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "2022-06-17");
  EXPECT_EQ(times[0].head, 4u);
}

TEST(FindTimes, LookBackWhereThePerfectInfinitiveDoes) {
  const auto built = build_analysis(R"(
    He     he     PRON  3 nsubj
    is     be     AUX   3 aux:pass
    said   say    VERB  0 root
    to     to     PART  6 mark
    have   have   AUX   6 aux
    fled   flee   VERB  3 xcomp
    on     on     ADP   8 case
    Friday Friday PROPN 6 obl
  )",
                                    published);
  const auto times = find_times(built.article, built.analysis);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "2022-06-10");
}

TEST(FindTimes, OfAModifierAreTheNearestOnes) {
  const auto built = build_analysis(R"(
    He      he      PRON  2 nsubj
    praised praise  VERB/VBD/Tense=Past|VerbForm=Fin  0 root
    Friday- Friday  PROPN 5 nmod:poss
    's      's      PART  3 case
    vote    vote    NOUN  2 obj
  )",
                                    published);
  const auto times = find_times(built.article, built.analysis);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "2022-06-17");
}

TEST(FindTimes, LeaveYearsBeyondFourDigitsOpen) {
  const auto value_of = [](const char* words, const char* published_then) {
    const auto built = build_words(words, published_then);
    const auto times = find_times(built.article, built.analysis);
    return times.empty() ? "none" : times[0].value;
  };
  EXPECT_EQ(value_of("They left yesterday .", "0001-01-01"), "");
  EXPECT_EQ(value_of("They left yesterday .", "0001-01-02"), "0001-01-01");
  EXPECT_EQ(value_of("They left last week .", "0001-01-01"), "");
  EXPECT_EQ(value_of("They leave tomorrow .", "9999-12-31"), "");
  EXPECT_EQ(value_of("They leave tomorrow .", "9999-12-30"), "9999-12-31");
}

TEST(FindTimes, LeaveCountsOfThingsAlone) {
  const auto built = build_analysis(R"(
    Some 	some	DET	2	advmod
    2000	2000	NUM/CD	3	nummod
    troops	troop	NOUN/NNS	4	nsubj
    left	leave	VERB	0	root
    the	the	DET	7	det
    2020	2020	NUM/CD	7	nummod
    truce	truce	NOUN/NN	4	obj
  )");
  const auto times = find_times(built.article, built.analysis);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "2020");
  EXPECT_EQ(times[0].head, 5u);
}

}  // namespace
}  // namespace demarche
