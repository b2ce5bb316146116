#include "graphs/network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace demarche {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pointwise;

/// 0 → 1 → 2 → 3, and 0 → 2.
const Network chain = {4, {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {2, 3, 1}}};

/// Two triangles, joined by 2 – 3.
const Network triangles = {6,
                           {{0, 1, 1},
                            {0, 2, 1},
                            {1, 2, 1},
                            {2, 3, 1},
                            {3, 4, 1},
                            {3, 5, 1},
                            {4, 5, 1}}};

TEST(PageRank, OfAPairIsSolvedByHand) {
  // r0 = 0.15/2 + 0.85 r1/2 and r1 = r0 + 0.85 r0, which sum to 1.
  const auto ranks = page_rank({2, {{0, 1, 5}}});
  EXPECT_NEAR(ranks[0], 1 / 2.85, 1e-9);
  EXPECT_NEAR(ranks[1], 1.85 / 2.85, 1e-9);
}

TEST(PageRank, GoesInProportionToWeightsAndSumsToOne) {
  const auto ranks = page_rank({3, {{0, 1, 3}, {0, 2, 1}, {1, 0, 1}}});
  EXPECT_GT(ranks[1], ranks[2]);
  EXPECT_NEAR(std::accumulate(ranks.begin(), ranks.end(), 0.0), 1, 1e-9);
  EXPECT_THAT(page_rank({}), IsEmpty());
}

TEST(Betweenness, CountsShortestPathsThroughANode) {
  // Through 2 go 0 → 3 and 1 → 3, of 3 × 2 pairs of others.
  EXPECT_THAT(betweenness(chain),
              Pointwise(DoubleNear(1e-9), {0.0, 0.0, 2.0 / 6, 0.0}));
  EXPECT_THAT(betweenness({2, {{0, 1, 1}}}), ElementsAre(0, 0));
}

TEST(Components, DoNotCareForDirections) {
  EXPECT_THAT(components({5, {{1, 0, 1}, {3, 4, 1}}}),
              ElementsAre(0, 0, 1, 2, 2));
}

TEST(Communities, AreTheTriangles) {
  const auto parts = communities(triangles);
  EXPECT_THAT(parts, ElementsAre(0, 0, 0, 1, 1, 1));
  // 6 of 7 ties lie inside; both halves have half of the degrees.
  EXPECT_NEAR(modularity(triangles, parts), 6.0 / 7 - 0.5, 1e-9);
}

TEST(Communities, OfNothingAreNothing) {
  EXPECT_THAT(communities({}), IsEmpty());
  EXPECT_THAT(communities({2, {}}), ElementsAre(0, 1));
  EXPECT_EQ(modularity({2, {}}, {0, 1}), 0);
}

TEST(CheapestPaths, ComeInOrderOfCostWithoutLoops) {
  EXPECT_THAT(cheapest_paths(chain, 0, 3, 9),
              ElementsAre(Path{{0, 2, 3}, 2}, Path{{0, 1, 2, 3}, 3}));
  EXPECT_THAT(cheapest_paths(chain, 0, 3, 1), ElementsAre(Path{{0, 2, 3}, 2}));
  EXPECT_THAT(cheapest_paths(chain, 3, 0, 9), IsEmpty());
  EXPECT_THAT(cheapest_paths(chain, 1, 1, 9), IsEmpty());
}

TEST(CheapestPaths, AreThoseOfYensExample) {
  // C D E F G H as 0 … 5, from https://en.wikipedia.org/wiki/Yen's_algorithm.
  const Network network = {6,
                           {{0, 1, 3},
                            {0, 2, 2},
                            {1, 3, 4},
                            {2, 1, 1},
                            {2, 3, 2},
                            {2, 4, 3},
                            {3, 4, 2},
                            {3, 5, 1},
                            {4, 5, 2}}};
  EXPECT_THAT(cheapest_paths(network, 0, 5, 3),
              ElementsAre(Path{{0, 2, 3, 5}, 5}, Path{{0, 2, 4, 5}, 7},
                          Path{{0, 1, 3, 5}, 8}));
}

}  // namespace
}  // namespace demarche
