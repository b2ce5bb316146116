#include "extractor/attitudes.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

Attribution attribution(Span cue, std::vector<Span> content) {
  Attribution result;
  result.cue = cue;
  result.content = std::move(content);
  return result;
}

TEST(NestedAttributions, LieWithinTheShortestThatHoldsTheirCue) {
  // A said [B said [C said [it]]]
  std::vector<Attribution> all = {attribution({22, 26}, {{27, 29}}),
                                  attribution({2, 6}, {{7, 29}}),
                                  attribution({12, 16}, {{20, 29}})};
  nest_attributions(all);
  EXPECT_EQ(all[0].within, 2u);
  EXPECT_EQ(all[2].within, 1u);
  EXPECT_EQ(all[1].within, std::nullopt);
  EXPECT_EQ(all[0].depth, 3u);
  EXPECT_EQ(all[1].depth, 1u);
}

TEST(NestedAttributions, LieInAnyPieceOfTheContent) {
  std::vector<Attribution> all = {attribution({10, 14}, {{0, 8}, {20, 50}}),
                                  attribution({30, 34}, {{36, 50}})};
  nest_attributions(all);
  EXPECT_EQ(all[1].within, 0u);
  EXPECT_EQ(all[1].depth, 2u);
}

TEST(NestedAttributions, BesideEachOtherStayApart) {
  std::vector<Attribution> all = {attribution({2, 6}, {{7, 12}}),
                                  attribution({20, 24}, {{25, 40}})};
  nest_attributions(all);
  EXPECT_EQ(all[0].depth, 1u);
  EXPECT_EQ(all[1].depth, 1u);
}

TEST(NestedAttributions, HoldingEachOthersCuesMakeNoCircle) {
  std::vector<Attribution> all = {attribution({0, 4}, {{10, 30}}),
                                  attribution({12, 16}, {{0, 8}})};
  nest_attributions(all);
  EXPECT_EQ(all[0].within, std::nullopt);
  EXPECT_EQ(all[1].within, 0u);
}

}  // namespace
}  // namespace demarche
