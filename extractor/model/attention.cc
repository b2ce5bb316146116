#include "extractor/model/attention.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "extractor/model/functions.h"
#include "extractor/model/wide.h"

namespace demarche {
namespace {

// total[i] += factor * values[i]
inline void add_scaled(float factor, std::span<const float> values,
                       std::span<float> total) {
  for (std::size_t i = 0; i < values.size(); ++i)
    total[i] += factor * values[i];
}

// The columns [first, first + width) of some rows, turned: one row each.
Matrix transpose(const Matrix& matrix, std::size_t begin, std::size_t end,
                 std::size_t first, std::size_t width) {
  Matrix turned(width, end - begin);
  for (std::size_t i = begin; i < end; ++i)
    for (std::size_t j = 0; j < width; ++j)
      turned.values[j * turned.columns + i - begin] = matrix.row(i)[first + j];
  return turned;
}

}  // namespace

DEMARCHE_WIDE void attend(const Matrix& qkv, std::size_t begin, std::size_t end,
                          std::size_t heads, Matrix& mixed) {
  const std::size_t width = mixed.columns / heads;
  const float scale = 1 / std::sqrt(static_cast<float>(width));
  std::vector<float> scores(end - begin);
  for (std::size_t head = 0; head < heads; ++head) {
    const std::size_t column = head * width;
    const Matrix keys =
        transpose(qkv, begin, end, mixed.columns + column, width);
    for (std::size_t i = begin; i < end; ++i) {
      const auto query = qkv.row(i).subspan(column, width);
      std::ranges::fill(scores, 0.0f);
      for (std::size_t j = 0; j < width; ++j)
        add_scaled(query[j] * scale, keys.row(j), scores);
      softmax(scores);
      const auto result = mixed.row(i).subspan(column, width);
      for (std::size_t k = 0; k < scores.size(); ++k)
        add_scaled(
            scores[k],
            qkv.row(begin + k).subspan(2 * mixed.columns + column, width),
            result);
    }
  }
}

}  // namespace demarche
