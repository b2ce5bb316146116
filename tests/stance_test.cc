#include "extractor/stance.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Stance, NegatedTwiceIsItself) {
  for (int i = 0; i <= static_cast<int>(Factuality::unknown); ++i) {
    const auto factuality = static_cast<Factuality>(i);
    EXPECT_EQ(negate(negate(factuality)), factuality);
  }
  EXPECT_EQ(negate(Factuality::probable_positive),
            Factuality::probable_negative);
  EXPECT_EQ(negate(Factuality::unknown), Factuality::unknown);
}

TEST(Stance, WeakenedNeverBecomesSurer) {
  EXPECT_EQ(weaken_to_probable(Factuality::certain_negative),
            Factuality::probable_negative);
  EXPECT_EQ(weaken_to_probable(Factuality::possible_positive),
            Factuality::possible_positive);
  EXPECT_EQ(weaken_to_possible(Factuality::probable_positive),
            Factuality::possible_positive);
  EXPECT_EQ(weaken_to_possible(Factuality::unknown), Factuality::unknown);
}

}  // namespace
}  // namespace demarche
