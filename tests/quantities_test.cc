#include "extractor/quantities.h"

#include <gtest/gtest.h>

#include <string>

#include "extractor/times.h"
#include "tests/analysis_builder.h"

namespace demarche {
namespace {

using Bound = Quantity::Bound;

std::vector<Quantity> quantities_in(const BuiltAnalysis& built) {
  return find_quantities(built.article, built.analysis,
                         find_times(built.article, built.analysis));
}

/// "rebels" counted by the words before it.
std::vector<Quantity> count(const std::string& lines, BuiltAnalysis* built) {
  *built = build_analysis(lines);
  return quantities_in(*built);
}

TEST(Quantities, CountTheNounTheyHangOn) {
  BuiltAnalysis built;
  const auto found = count(R"(
    Some   some   DET/DT  2 advmod
    2K     2k     NUM/CD  3 nummod
    rebels rebel  NOUN/NNS 4 nsubj
    fled   flee   VERB    0 root
  )",
                           &built);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].value, 2000);
  EXPECT_EQ(found[0].unit, "rebel");
  EXPECT_EQ(found[0].bound, Bound::about);
  EXPECT_EQ(found[0].head, 2u);
  EXPECT_EQ(slice(built.article.text, found[0].span), "2K");
}

struct Number {
  const char* words;
  double value;
  Bound bound;
};

TEST(Quantities, ReadNumbersInAllTheirForms) {
  for (const Number& number : {Number{"6.5K", 6500, Bound::exact},
                               {"2,000", 2000, Bound::exact},
                               {"1.2 million", 1.2e6, Bound::exact},
                               {"two dozen", 24, Bound::exact},
                               {"5m", 5e6, Bound::exact},
                               {"3bn", 3e9, Bound::exact},
                               {"two hundred and ten", 210, Bound::exact},
                               {"twenty-five", 25, Bound::exact},
                               {"three hundred thousand", 3e5, Bound::exact},
                               {"a hundred", 100, Bound::exact},
                               {"100+", 100, Bound::at_least},
                               {"half a million", 5e5, Bound::exact},
                               {"more than 100", 100, Bound::at_least},
                               {"over 100", 100, Bound::at_least},
                               {"at least 100", 100, Bound::at_least},
                               {"up to 100", 100, Bound::at_most},
                               {"as many as 100", 100, Bound::at_most},
                               {"fewer than 100", 100, Bound::at_most},
                               {"no fewer than 100", 100, Bound::at_least},
                               {"nearly 100", 100, Bound::about},
                               {"around 100", 100, Bound::about},
                               {"200-300", 200, Bound::at_least},
                               {"200 to 300", 200, Bound::at_least},
                               {"between 200 and 300", 200, Bound::at_least},
                               {"two to three million", 2e6, Bound::at_least},
                               {"0 to three million", 0, Bound::at_least}}) {
    BuiltAnalysis built =
        build_words(std::string("Yes ") + number.words + " rebels");
    auto& words = built.analysis.sentences[0].words;
    const auto noun = static_cast<WordIndex>(words.size() - 1);
    words[noun].upos = Upos::noun;
    words[noun].lemma = "rebel";
    for (WordIndex i = 1; i < noun; ++i) words[i].head = noun;
    for (WordIndex i = 1; i < noun; ++i) words[i].relation = "nummod";
    const auto found = quantities_in(built);
    ASSERT_EQ(found.size(), 1u) << number.words;
    EXPECT_DOUBLE_EQ(found[0].value, number.value) << number.words;
    EXPECT_EQ(found[0].bound, number.bound) << number.words;
    EXPECT_EQ(found[0].unit, "rebel") << number.words;
  }
}

TEST(Quantities, OfMoneyAndSharesBearTheirUnit) {
  const std::pair<const char*, const char*> cases[] = {
      {"It cost $ 1.2 bn", "USD"},        {"It cost \u20ac 5m", "EUR"},
      {"It cost 30 yuan", "CNY"},         {"It grew 35 %", "percent"},
      {"It grew 35%", "percent"},         {"It grew ten percent", "percent"},
      {"It grew 3.5 per cent", "percent"}};
  for (const auto& [text, unit] : cases) {
    const auto found = quantities_in(build_words(text));
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(found[0].unit, unit) << text;
  }
}

TEST(Quantities, MayBeOfSomething) {
  BuiltAnalysis built;
  const auto found = count(R"(
    Tens      ten      NOUN/NNS 6 nsubj
    of        of       ADP      3 case
    thousands thousand NOUN/NNS 1 nmod
    of        of       ADP      5 case
    people    people   NOUN/NNS 3 nmod
    fled      flee     VERB     0 root
  )",
                           &built);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].value, 20000);
  EXPECT_EQ(found[0].bound, Bound::at_least);
  EXPECT_EQ(slice(built.article.text, found[0].span), "Tens of thousands");
}

TEST(Quantities, AreNeitherDatesNorAgesNorNamesNorOrdinals) {
  for (const char* text :
       {"They met on May 12", "It took six weeks", "The 35-year-old fled",
        "The third man fled", "They met in 2014"})
    EXPECT_TRUE(quantities_in(build_words(text, "2022-06-15")).empty()) << text;
  const auto built = build_analysis(R"(
    Article article NOUN  3 nsubj
    5       5       NUM   1 nummod
    binds   bind    VERB  0 root
    Group   Group   PROPN 3 obj  B-ORG
    Seven   Seven   PROPN 4 flat I-ORG
  )");
  EXPECT_TRUE(quantities_in(built).empty());
}

TEST(Quantities, StandAloneAsObjects) {
  BuiltAnalysis built;
  const auto found = count(R"(
    It     it   PRON 2 nsubj
    killed kill VERB 0 root
    35     35   NUM  2 obj
  )",
                           &built);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].unit, "");
  EXPECT_EQ(found[0].value, 35);
}

}  // namespace
}  // namespace demarche
