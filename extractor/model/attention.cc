#include "extractor/model/attention.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "extractor/model/functions.h"
#include "extractor/model/wide.h"

namespace demarche {
namespace {

constexpr std::size_t block = 16;

std::size_t round_up(std::size_t count) {
  return (count + block - 1) / block * block;
}

/// The sum of some rows, each times its factor, taken in their order; block by
/// block of columns, so that the sums stay in registers.  `row_at(i)` is the
/// i-th row; `columns` is a multiple of the block.
template <class RowAt>
[[gnu::always_inline]] inline void sum_rows(std::span<const float> factors,
                                            std::size_t columns, RowAt row_at,
                                            float* result) {
  for (std::size_t first = 0; first < columns; first += block) {
    std::array<float, block> sums{};
    for (std::size_t i = 0; i < factors.size(); ++i) {
      const float* const row = row_at(i) + first;
      for (std::size_t lane = 0; lane < block; ++lane)
        sums[lane] += factors[i] * row[lane];
    }
    std::copy_n(sums.begin(), block, result + first);
  }
}

// The columns [first, first + width) of some rows, turned: one row each, with
// room for whole blocks.
Matrix transpose(const Matrix& matrix, std::size_t begin, std::size_t end,
                 std::size_t first, std::size_t width) {
  Matrix turned(width, round_up(end - begin));
  for (std::size_t i = begin; i < end; ++i)
    for (std::size_t j = 0; j < width; ++j)
      turned.values[j * turned.columns + i - begin] = matrix.row(i)[first + j];
  return turned;
}

}  // namespace

DEMARCHE_WIDE void attend(const Matrix& qkv, std::size_t begin, std::size_t end,
                          std::size_t heads, Matrix& mixed) {
  const std::size_t width = mixed.columns / heads;
  const std::size_t whole = width / block * block;
  const float scale = 1 / std::sqrt(static_cast<float>(width));
  const std::size_t count = end - begin;
  std::vector<float> scores(round_up(count));
  std::vector<float> query(width);
  for (std::size_t head = 0; head < heads; ++head) {
    const std::size_t column = head * width;
    const Matrix keys =
        transpose(qkv, begin, end, mixed.columns + column, width);
    const float* const values = &qkv.row(begin)[2 * mixed.columns + column];
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = 0; j < width; ++j)
        query[j] = qkv.row(i)[column + j] * scale;
      sum_rows(
          query, keys.columns,
          [&](std::size_t j) { return keys.row(j).data(); }, scores.data());
      const std::span<float> weights(scores.data(), count);
      softmax(weights);
      float* const result = &mixed.row(i)[column];
      sum_rows(
          weights, whole,
          [&](std::size_t k) { return values + k * qkv.columns; }, result);
      for (std::size_t j = whole; j < width; ++j)
        for (std::size_t k = 0; k < count; ++k)
          result[j] += weights[k] * values[k * qkv.columns + j];
    }
  }
}

}  // namespace demarche
