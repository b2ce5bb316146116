#include "graphs/offsets.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace demarche {
namespace {

TEST(Offsets, CountCodePointsOfMultibyteText) {
  const std::string text = "Ivković said “no” – 是.";
  const Offsets offsets(text);
  for (std::uint32_t byte = 0, count = 0; byte <= text.size(); ++byte) {
    const bool cuts = byte < text.size() &&
                      (static_cast<unsigned char>(text[byte]) & 0xc0) == 0x80;
    if (cuts) continue;
    const CodePoints points = offsets.code_points({0, byte});
    EXPECT_EQ(points, (CodePoints{0, count}));
    EXPECT_EQ(offsets.bytes(points), (Span{0, byte}));
    ++count;
  }
}

TEST(Offsets, BytesComeBackFromCodePointsAnywhereInALongText) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += i % 3 == 0 ? "é" : i % 7 ? "x" : "是";
  const Offsets offsets(text);
  for (std::uint32_t i = 0; i <= offsets.size(); ++i) {
    const auto span = offsets.bytes({i, offsets.size()});
    ASSERT_TRUE(span);
    EXPECT_EQ(offsets.code_points(*span), (CodePoints{i, offsets.size()}));
  }
}

TEST(Offsets, ASpanThatIsNoPartOfTheTextIsOurMistake) {
  const std::string text = "café";
  const Offsets offsets(text);
  EXPECT_THROW(offsets.code_points({0, 4}), std::logic_error);
  EXPECT_THROW(offsets.code_points({0, 6}), std::logic_error);
  EXPECT_THROW(offsets.code_points({2, 1}), std::logic_error);
  EXPECT_EQ(offsets.bytes({0, 5}), std::nullopt);
  EXPECT_EQ(offsets.bytes({3, 2}), std::nullopt);
}

TEST(Offsets, AnEmptyTextHasOneEmptySpan) {
  const Offsets offsets("");
  EXPECT_EQ(offsets.code_points({0, 0}), (CodePoints{0, 0}));
  EXPECT_EQ(offsets.bytes({0, 0}), (Span{0, 0}));
}

}  // namespace
}  // namespace demarche
