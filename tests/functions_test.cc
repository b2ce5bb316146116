#include "extractor/model/functions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
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
    EXPECT_NEAR(value[0], expected, 1e-4) << x;
  }
}

TEST(Functions, SoftmaxSumsToOneAndKeepsRatios) {
  const std::vector<float> row = {1, 2, 3, -200, 3, 0, 0, 0, 0, 2};
  constexpr std::size_t stride = 20;
  std::vector<float> scores(6 * stride, 500);
  for (std::size_t i = 0; i < 6; ++i)
    std::ranges::copy(row, scores.begin() + i * stride);
  softmax(scores.data(), 6, stride, row.size());
  for (std::size_t i = 0; i < 6; ++i) {
    const std::span<const float> found(&scores[i * stride], stride);
    EXPECT_NEAR(std::accumulate(found.begin(), found.begin() + 16, 0.0), 1,
                1e-6);
    EXPECT_EQ(found[2], found[4]);
    EXPECT_NEAR(found[1] / found[0], std::exp(1.0), 1e-5);
    EXPECT_EQ(std::count(found.begin() + 10, found.begin() + 16, 0), 6);
    EXPECT_EQ(std::count(found.begin() + 16, found.end(), 500), 4);
  }
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
