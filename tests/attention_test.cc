#include "extractor/model/attention.h"

#include <gtest/gtest.h>

#include <cmath>

#include "extractor/model/functions.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

/// What the header says, word by word.
Matrix attend_plainly(const Matrix& qkv, std::size_t begin, std::size_t end,
                      std::size_t heads, std::size_t width) {
  Matrix mixed(qkv.rows, width);
  const std::size_t head_width = width / heads;
  const float scale = 1 / std::sqrt(static_cast<float>(head_width));
  for (std::size_t first = 0; first < width; first += head_width)
    for (std::size_t i = begin; i < end; ++i) {
      std::vector<float> weights;
      for (std::size_t k = begin; k < end; ++k) {
        float score = 0;
        for (std::size_t j = first; j < first + head_width; ++j)
          score += qkv.row(i)[j] * scale * qkv.row(k)[width + j];
        weights.push_back(score);
      }
      softmax(weights);
      for (std::size_t j = first; j < first + head_width; ++j)
        for (std::size_t k = begin; k < end; ++k)
          mixed.row(i)[j] += weights[k - begin] * qkv.row(k)[2 * width + j];
    }
  return mixed;
}

// Blocks and rows that are taken together must not change a bit.
TEST(Attention, IsThatOfThePlainLoops) {
  Dice dice(4);
  for (const std::size_t head_width : {3u, 16u, 21u, 32u})
    for (const std::size_t rows : {1u, 4u, 7u, 40u}) {
      const std::size_t width = 2 * head_width;
      Matrix qkv(rows + 2, 3 * width);
      qkv.values = dice.reals(qkv.values.size());
      Matrix mixed(qkv.rows, width);
      attend(qkv, 1, rows + 1, 2, mixed);
      EXPECT_EQ(mixed.values, attend_plainly(qkv, 1, rows + 1, 2, width).values)
          << head_width << " wide, " << rows << " rows";
    }
}

}  // namespace
}  // namespace demarche
