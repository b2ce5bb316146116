#include "extractor/utf8.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

std::string repaired(std::string text) {
  repair_utf8(text);
  return text;
}

TEST(Utf8, LeavesValidTextAlone) {
  std::string text = "naïve – 平和 🕊";
  EXPECT_EQ(repair_utf8(text), 0u);
  EXPECT_EQ(text, "naïve – 平和 🕊");
}

TEST(Utf8, ReplacesEachMaximalSubpartByOneCharacter) {
  // The example of the Unicode Standard, table 3-11.
  EXPECT_EQ(repaired("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"),
            "\uFFFD\uFFFD\uFFFD\uFFFD"
            "A");
  EXPECT_EQ(repaired("\xC0\xAF"), "\uFFFD\uFFFD");            // overlong
  EXPECT_EQ(repaired("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // surrogate
  EXPECT_EQ(repaired("\xF4\x91\x92\x93"),                     // past U+10FFFF
            "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST(Utf8, RepairsATextThatEndsWithinACharacter) {
  std::string text = "caf\xC3";
  EXPECT_EQ(repair_utf8(text), 1u);
  EXPECT_EQ(text, "caf\uFFFD");
}

TEST(Utf8, CountsCharactersNotBytes) {
  EXPECT_EQ(count_code_points("é–🕊x"), 4u);
}

TEST(Utf8, StepsForwardAndBackOverTheSameCharacters) {
  const std::string_view text = "é–🕊";
  EXPECT_EQ(code_point_at(text, 0).value, U'é');
  EXPECT_EQ(code_point_at(text, 2).value, U'–');
  EXPECT_EQ(code_point_before(text, text.size()).value, U'🕊');
  EXPECT_EQ(code_point_before(text, text.size()).size, 4u);
}

}  // namespace
}  // namespace demarche
