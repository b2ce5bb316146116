#include "extractor/lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

using testing::ElementsAre;

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  for (const Paragraph& paragraph : find_paragraphs(text))
    paragraphs.emplace_back(slice(text, paragraph.span));
  return paragraphs;
}

TEST(Lines, AreParagraphs) {
  EXPECT_THAT(paragraphs_of("The talks ended.\nNobody signed.\n"),
              ElementsAre("The talks ended.", "Nobody signed."));
}

TEST(Lines, EndInEveryWayThatFilesKnow) {
  EXPECT_THAT(paragraphs_of("A.\r\nB.\rC.\u2028D."),
              ElementsAre("A.", "B.", "C.", "D."));
}

TEST(Lines, LoseTheirMarkAndTheWhiteSpaceAround) {
  const std::string_view text = "  - First. \n•Second.\n* Third\u00a0\n## Head";
  EXPECT_THAT(paragraphs_of(text),
              ElementsAre("First.", "Second.", "Third", "Head"));
  EXPECT_EQ(find_paragraphs(text)[0].mark, Mark::bullet);
  EXPECT_EQ(find_paragraphs(text)[3].mark, Mark::hashes);
}

TEST(Lines, KeepAHyphenThatIsPartOfAWord) {
  EXPECT_THAT(paragraphs_of("-5 degrees\n#tag"),
              ElementsAre("-5 degrees", "#tag"));
}

TEST(Lines, KnowTheEmptyLineBeforeThem) {
  const auto paragraphs = find_paragraphs("A.\nB.\n \nC.");
  EXPECT_FALSE(paragraphs[1].after_blank);
  EXPECT_TRUE(paragraphs[2].after_blank);
}

TEST(Lines, OfAWrappedTextAreJoined) {
  EXPECT_THAT(paragraphs_of("Ministers of the two countries met on Friday in\n"
                            "the capital, where they talked about the border\n"
                            "and the prices of gas and of grain that go up\n"
                            "every winter.\n\n"
                            "They parted without a word.\n"),
              ElementsAre(testing::StartsWith("Ministers"),
                          "They parted without a word."));
}

TEST(Lines, OfAHeadlineAndItsBodyAreNotJoined) {
  EXPECT_THAT(paragraphs_of("Ministers of the two countries meet on Friday\n"
                            "They talked about the border.\n"
                            "They parted soon.\n"),
              testing::SizeIs(3));
}

TEST(Lines, GoOnInLowerCase) {
  EXPECT_THAT(paragraphs_of("The minister said that\nnobody had signed."),
              testing::SizeIs(1));
}

TEST(Lines, OfNothingAreNone) {
  EXPECT_TRUE(find_paragraphs("").empty());
  EXPECT_TRUE(find_paragraphs(" \n\t\r\n\u00a0").empty());
}

TEST(Lines, EndLikeSentencesBehindQuotesAndBrackets) {
  EXPECT_TRUE(ends_like_sentence("“They left.”"));
  EXPECT_TRUE(ends_like_sentence("(Did they?)"));
  EXPECT_FALSE(ends_like_sentence("They left,”"));
  EXPECT_FALSE(ends_like_sentence("”"));
}

}  // namespace
}  // namespace demarche
