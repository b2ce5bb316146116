#include "extractor/span.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Span, SlicesItsBytes) {
  EXPECT_EQ(slice("Russia accused Armenia", {7, 14}), "accused");
}

TEST(Span, ContainsWhatLiesWithinItsEnds) {
  EXPECT_TRUE(contains({2, 8}, {2, 8}));
  EXPECT_TRUE(contains({2, 8}, {3, 3}));
  EXPECT_FALSE(contains({2, 8}, {1, 3}));
  EXPECT_FALSE(contains({2, 8}, {3, 9}));
}

}  // namespace
}  // namespace demarche
