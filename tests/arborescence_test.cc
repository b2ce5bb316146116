#include "extractor/model/arborescence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "tests/model_builder.h"

namespace demarche {
namespace {

using Heads = std::vector<std::uint32_t>;

// Whether every word reaches the root, which one word alone is bound to.
bool is_tree(const Heads& heads) {
  if (std::ranges::count(heads, 0u) != 1) return false;
  for (std::size_t word = 1; word <= heads.size(); ++word) {
    std::size_t above = word;
    for (std::size_t steps = 0; above != 0; ++steps) {
      if (steps > heads.size()) return false;
      above = heads[above - 1];
    }
  }
  return true;
}

double total(const Matrix& scores, const Heads& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores.row(i)[heads[i]];
  return sum;
}

// The best tree, by trying all.
double best_total(const Matrix& scores) {
  Heads heads(scores.rows, 0);
  double best = -std::numeric_limits<double>::infinity();
  for (;;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < heads.size() && ++heads[i] > heads.size()) heads[i++] = 0;
    if (i == heads.size()) return best;
  }
}

Matrix random_scores(std::size_t words, Dice& dice) {
  Matrix scores(words, words + 1);
  for (float& score : scores.values) score = dice.real() * 10;
  return scores;
}

TEST(Arborescence, IsTheBestOfAllTrees) {
  Dice dice(11);
  for (int round = 0; round < 400; ++round) {
    const Matrix scores = random_scores(1 + dice.below(5), dice);
    const Heads heads = maximum_arborescence(scores);
    ASSERT_TRUE(is_tree(heads));
    EXPECT_NEAR(total(scores, heads), best_total(scores), 1e-4);
  }
}

TEST(Arborescence, HasOneRootWhereTwoWouldScoreHigher) {
  Matrix scores(2, 3);
  scores.values = {9, 0, 1, 9, 2, 0};
  EXPECT_EQ(maximum_arborescence(scores), (Heads{0, 1}));
}

TEST(Arborescence, OpensCyclesWithinCycles) {
  Matrix scores(4, 5);
  scores.values = {0, 0, 9, 1, 1,  // 1 and 2 want each other,
                   0, 9, 0, 1, 5,  //
                   0, 1, 8, 0, 1,  // 3 and 4 the two and each other.
                   1, 1, 1, 9, 0};
  const Heads heads = maximum_arborescence(scores);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_EQ(total(scores, heads), best_total(scores));
}

TEST(Arborescence, IsATreeWhateverTheScores) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float infinity = std::numeric_limits<float>::infinity();
  Dice dice(5);
  for (int round = 0; round < 200; ++round) {
    Matrix scores = random_scores(1 + dice.below(40), dice);
    for (float& score : scores.values) {
      const std::uint32_t kind = dice.below(5);
      if (kind == 0) score = nan;
      if (kind == 1) score = infinity;
      if (kind == 2) score = -infinity;
    }
    EXPECT_TRUE(is_tree(maximum_arborescence(scores)));
  }
  EXPECT_TRUE(is_tree(maximum_arborescence(Matrix(300, 301))));
}

TEST(Arborescence, OfNoWordsIsEmpty) {
  EXPECT_TRUE(maximum_arborescence(Matrix(0, 1)).empty());
}

}  // namespace
}  // namespace demarche
