#include "graphs/excerpt.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

Excerpt around(std::string_view text, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return excerpt_around(
      text, {begin, begin + static_cast<std::uint32_t>(words.size())});
}

TEST(Excerpt, IsTheSentenceAroundTheWords) {
  EXPECT_EQ(
      around("One left. Norland accused Sudmark of it. Two came.", "accused"),
      (Excerpt{"Norland ", "accused", " Sudmark of it."}));
}

TEST(Excerpt, EndsWithItsLine) {
  EXPECT_EQ(around("A headline\n\nHe left\r\nthe end", "left"),
            (Excerpt{"He ", "left", ""}));
}

TEST(Excerpt, GoesOnAfterAnAbbreviation) {
  EXPECT_EQ(around("On Monday Gen. J. Holt met Mr. Berg. It rained.", "met"),
            (Excerpt{"On Monday Gen. J. Holt ", "met", " Mr. Berg."}));
}

TEST(Excerpt, MayEndWithAQuotationMark) {
  EXPECT_EQ(around("\"We left.\" Then they met. \"Why?\"", "met"),
            (Excerpt{"Then they ", "met", "."}));
}

TEST(Excerpt, CutsALongSentenceBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "\xc3\xa4";
  const auto excerpt = excerpt_around(text, {1000, 1002});
  EXPECT_EQ(excerpt.words, "\xc3\xa4");
  EXPECT_TRUE(excerpt.before.starts_with("\xe2\x80\xa6\xc3\xa4"));
  EXPECT_TRUE(excerpt.after.ends_with("\xc3\xa4\xe2\x80\xa6"));
  EXPECT_LT(excerpt.before.size(), 500U);
}

TEST(Excerpt, MayBeTheWholeText) {
  EXPECT_EQ(around("left", "left"), (Excerpt{"", "left", ""}));
}

}  // namespace
}  // namespace demarche
