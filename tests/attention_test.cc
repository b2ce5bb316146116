#include "extractor/model/attention.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "extractor/model/functions.h"
#include "extractor/model/lanes.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

/// What the header says, word by word.
Matrix attend_plainly(const Matrix& qkv, std::size_t begin, std::size_t end,
                      std::size_t heads, std::size_t width) {
  Matrix mixed(qkv.rows, width);
  std::ranges::fill(mixed.values, 0.0f);
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
      weights.resize(whole_lanes(end - begin + lane_count - 1));
      softmax(weights.data(), 1, 0, end - begin);
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
      std::ranges::copy(dice.reals(qkv.values.size()), qkv.values.begin());
      const Matrix expected = attend_plainly(qkv, 1, rows + 1, 2, width);
      for (const std::uint32_t step : {1u, 3u}) {
        std::vector<std::uint32_t> looking;
        for (std::uint32_t i = 1; i <= rows; i += step) looking.push_back(i);
        Matrix mixed(1 + looking.size(), width);
        attend(qkv, 1, rows + 1, looking, 2, mixed, 1);
        for (std::size_t n = 0; n < looking.size(); ++n)
          EXPECT_TRUE(
              std::ranges::equal(mixed.row(1 + n), expected.row(looking[n])))
              << head_width << " wide, " << rows << " rows, row " << looking[n];
      }
    }
}

}  // namespace
}  // namespace demarche
