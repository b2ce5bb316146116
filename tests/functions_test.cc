#include "extractor/model/functions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "tests/model_builder.h"

namespace demarche {
namespace {

TEST(Functions, TheExponentialIsThatOfMathematics) {
  for (double x = -87; x <= 88; x += 0.0137) {
    const auto argument = static_cast<float>(x);
    const double expected = std::exp(static_cast<double>(argument));
    EXPECT_NEAR(exponential(argument) / expected, 1, 3e-7) << x;
  }
  EXPECT_EQ(exponential(0), 1);
  EXPECT_EQ(exponential(-1000), exponential(-87));
}

TEST(Functions, GeluIsThatOfTheErrorFunction) {
  for (double x = -12; x <= 12; x += 0.0031) {
    const auto argument = static_cast<float>(x);
    const double exact = argument;
    const double expected = exact / 2 * std::erfc(-exact / std::sqrt(2.0));
    std::vector<float> value = {argument};
    gelu(value);
    EXPECT_NEAR(value[0], expected, 1e-6 * std::abs(exact)) << x;
  }
}

TEST(Functions, SoftmaxSumsToOneAndKeepsRatios) {
  std::vector<float> scores = {1, 2, 3, -200, 3, 0, 0, 0, 0, 2};
  scores.resize(32, 500);
  softmax(scores, 10);
  EXPECT_NEAR(std::accumulate(scores.begin(), scores.end(), 0.0), 1, 1e-6);
  EXPECT_EQ(std::count(scores.begin() + 10, scores.end(), 0), 22);
  EXPECT_EQ(scores[2], scores[4]);
  EXPECT_NEAR(scores[1] / scores[0], std::exp(1.0), 1e-5);
}

TEST(Functions, NormalisedRowsHaveMeanZeroAndVarianceOne) {
  Dice dice(3);
  std::vector<float> row = dice.reals(37, 5);
  normalise(row, std::vector<float>(37, 1), std::vector<float>(37, 0));
  double mean = 0;
  double variance = 0;
  for (const float value : row) mean += value / 37;
  for (const float value : row) variance += value * value / 37;
  EXPECT_NEAR(mean, 0, 1e-6);
  EXPECT_NEAR(variance, 1, 1e-5);
}

TEST(Functions, ARowOfEqualNumbersIsItsBias) {
  std::vector<float> row(5, 7);
  normalise(row, std::vector<float>(5, 2), std::vector<float>(5, 3));
  EXPECT_EQ(row, std::vector<float>(5, 3));
}

TEST(Functions, TheDotProductTakesEveryElement) {
  for (std::size_t size = 0; size < 40; ++size)
    EXPECT_EQ(dot(std::vector<float>(size, 2), std::vector<float>(size, 3)),
              6 * static_cast<float>(size));
}

TEST(Functions, TheFirstOfEqualScoresIsTheBest) {
  EXPECT_EQ(best(std::vector<float>{1, 3, 2, 3}), 1u);
}

// Several products at a time give the bits of each alone.
TEST(Functions, ProductsWithRowsAreThoseOfEachRow) {
  Dice dice(3);
  for (const std::size_t size : {1u, 7u, 8u, 29u, 128u})
    for (const std::size_t count : {0u, 1u, 3u, 4u, 9u}) {
      const std::size_t stride = size + 2;
      const auto left = dice.reals(size);
      const auto rows = dice.reals(stride * (count + 1));
      std::vector<float> results(count);
      dot_rows(left, rows.data(), stride, results);
      for (std::size_t i = 0; i < count; ++i)
        EXPECT_EQ(results[i],
                  dot(left, std::span(rows).subspan(i * stride, size)));
    }
}

}  // namespace
}  // namespace demarche
