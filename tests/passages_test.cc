#include "extractor/passages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

using testing::ElementsAre;

/// "kind: text" of each passage.
std::vector<std::string> passages_of(std::string_view text,
                                     std::string_view title = "") {
  std::vector<std::string> printed;
  for (const Passage& passage :
       find_passages(text, find_paragraphs(text), title))
    printed.push_back(std::string(name_of(passage.kind)) + ": " +
                      std::string(slice(text, passage.span)));
  return printed;
}

TEST(Passages, AreToldByTheirForm) {
  EXPECT_THAT(
      passages_of("Ferry talks collapse\n\n"
                  "Two ministers met on Friday.\n\n"
                  "The harbour at dawn\n"
                  "Boats wait for an agreement [File: Ada Lopez/AP]\n\n"
                  "Growing tensions\n\n"
                  "They will not meet again.\n\n"
                  "Source: News Agencies\n"),
      ElementsAre("headline: Ferry talks collapse",
                  "paragraph: Two ministers met on Friday.",
                  "caption: The harbour at dawn",
                  "caption: Boats wait for an agreement",
                  "credit: [File: Ada Lopez/AP]", "heading: Growing tensions",
                  "paragraph: They will not meet again.",
                  "source_line: Source: News Agencies"));
}

TEST(Passages, OfALoneSentenceAreOneParagraph) {
  EXPECT_THAT(passages_of("Ministers walked out of the talks"),
              ElementsAre("paragraph: Ministers walked out of the talks"));
}

TEST(Passages, BeginWithTheTitleThatIsKnown) {
  EXPECT_THAT(passages_of("It is over.\nThey left.", "It is over."),
              ElementsAre("headline: It is over.", "paragraph: They left."));
}

TEST(Passages, PartADatelineFromItsParagraph) {
  EXPECT_THAT(
      passages_of("SPLIT (Agency) - Two ministers met.\nThey left."),
      ElementsAre("credit: SPLIT (Agency) -", "paragraph: Two ministers met.",
                  "paragraph: They left."));
}

TEST(Passages, ReadAShortLineUnderTheHeadline) {
  EXPECT_THAT(passages_of("Ferry talks collapse\n"
                          "Ministers blame each other\n"
                          "Two ministers met on Friday.\n"),
              ElementsAre("headline: Ferry talks collapse",
                          "paragraph: Ministers blame each other",
                          "paragraph: Two ministers met on Friday."));
}

TEST(Passages, DoNotTakeAListForHeadings) {
  EXPECT_THAT(passages_of("They named three ports.\nSplit\nRijeka\nZadar\n"
                          "Then they left."),
              ElementsAre("paragraph: They named three ports.",
                          "paragraph: Split", "paragraph: Rijeka",
                          "heading: Zadar", "paragraph: Then they left."));
}

TEST(Passages, SeparateTheLabelOfACaption) {
  EXPECT_THAT(passages_of("They left.\nImage caption, The empty harbour"),
              ElementsAre("paragraph: They left.", "credit: Image caption,",
                          "caption: The empty harbour"));
}

TEST(Passages, AreInOrderAndDoNotOverlap) {
  const std::string text = "A\n[File: B]\n- c (Photo: D)\n***\nSource: E\nF";
  std::uint32_t end = 0;
  for (const Passage& passage :
       find_passages(text, find_paragraphs(text), "")) {
    EXPECT_LE(end, passage.span.begin);
    EXPECT_LT(passage.span.begin, passage.span.end);
    end = passage.span.end;
  }
}

}  // namespace
}  // namespace demarche
