// What the clause around an event tells, in sentences that the shipped model
// has read.

#include "graphs/claim_clause.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractor/article_reader.h"
#include "tests/shipped.h"

namespace demarche {
namespace {

using testing::Contains;
using testing::IsEmpty;

/// A sentence and its first word of a form.
struct At {
  At(const char* text, std::string_view form) {
    const auto extraction = shipped_extractor().extract(
        read_article(text, Metadata{}, ArticleForm::detect).article);
    sentence = extraction.analysis.sentences.at(0);
    while (word < sentence.words.size() && sentence.words[word].form != form)
      ++word;
  }
  Sentence sentence;
  WordIndex word = 0;
};

bool is_hypothetical(const At& at) {
  return is_hypothetical(at.sentence, at.word);
}

TEST(ClaimClause, WhatStandsUnderIfOrInAQuestionIsNotClaimed) {
  EXPECT_TRUE(is_hypothetical(
      {"If Kenya studies the use of gas, the envoys will leave.", "use"}));
  EXPECT_TRUE(is_hypothetical({"Why did Kenya block the road?", "block"}));
  EXPECT_FALSE(is_hypothetical(
      {"Kenya blocked the road, and asks if Uganda will help.", "blocked"}));
}

TEST(ClaimClause, AnActInGeneralIsNotClaimed) {
  EXPECT_TRUE(
      is_hypothetical({"Sending grain without a vote is wrong.", "Sending"}));
  EXPECT_FALSE(is_hypothetical({"Kenya sent grain without a vote.", "sent"}));
}

TEST(ClaimClause, ARelativeClauseMayTellWhichOfMany) {
  const At some{"The law helps towns that banned the sale of grain.", "banned"};
  EXPECT_TRUE(selects_some(some.sentence, some.word));
  const At one{"The law helps Kenya, which banned the sale of grain.",
               "banned"};
  EXPECT_FALSE(selects_some(one.sentence, one.word));
}

TEST(ClaimClause, AnyMannerAndALimitOfTheObjectNarrow) {
  const At manner{"Kenya did not pay with any haste.", "pay"};
  EXPECT_THAT(narrowing_words(manner.sentence, manner.word), Contains("haste"));
  const At limit{"Kenya did not cancel its visit over the drought.", "cancel"};
  EXPECT_THAT(narrowing_words(limit.sentence, limit.word), Contains("over"));
}

TEST(ClaimClause, AnOrdinalRanks) {
  const At third{"The envoys denied a third meeting.", "meeting"};
  EXPECT_EQ(rank_of(third.sentence, third.word), 3);
  const At none{"The envoys denied a long meeting.", "meeting"};
  EXPECT_EQ(rank_of(none.sentence, none.word), 0);
}

TEST(ClaimClause, WordsThatNarrowAreFound) {
  const At kind{"Kenya opened no criminal inquiry.", "inquiry"};
  EXPECT_THAT(narrowing_words(kind.sentence, kind.word), Contains("criminal"));
  const At until{"Kenya did not leave until Monday.", "leave"};
  EXPECT_THAT(narrowing_words(until.sentence, until.word), Contains("until"));
  const At purpose{"Kenya did not close the road to block the talks.", "close"};
  EXPECT_THAT(narrowing_words(purpose.sentence, purpose.word),
              Contains("block"));
  const At whole{"Kenya did not leave.", "leave"};
  EXPECT_THAT(narrowing_words(whole.sentence, whole.word), IsEmpty());
}

}  // namespace
}  // namespace demarche
