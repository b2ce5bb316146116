#include "extractor/model/linear.h"

#include <gtest/gtest.h>

#include <cmath>

#include "ontology/error.h"
#include "tests/instruction_sets.h"
#include "tests/model_builder.h"

namespace demarche {
namespace {

Matrix random_matrix(std::size_t rows, std::size_t columns, Dice& dice) {
  Matrix matrix(rows, columns);
  for (std::size_t i = 0; i < rows; ++i) {
    const auto values = dice.reals(columns, std::pow(4.0f, dice.real()));
    std::ranges::copy(values, matrix.row(i).begin());
  }
  return matrix;
}

// The layer as docs/model_format.md says it, one number at a time.
float plain(const ModelFile& file, std::span<const float> row,
            std::uint32_t inputs, std::size_t output) {
  const auto weights = file.integers("layer.weight", {ModelFile::any, inputs});
  float highest = 0;
  for (const float value : row) highest = std::max(highest, std::abs(value));
  const float scale = highest / 127;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < inputs; ++i)
    sum += scale == 0
               ? 0
               : std::lrint(row[i] / scale) * weights[output * inputs + i];
  return static_cast<float>(sum) *
             (scale * file.floats("layer.scale", {ModelFile::any})[output]) +
         file.floats("layer.bias", {ModelFile::any})[output];
}

struct Size {
  std::uint32_t rows, inputs, outputs;
};

class LinearOfSize : public testing::TestWithParam<Size> {};

TEST_P(LinearOfSize, EqualsAPlainLoopOverIntegers) {
  const auto [rows, inputs, outputs] = GetParam();
  Dice dice(rows + inputs + outputs);
  ModelBuilder model;
  model.add_linear("layer", inputs, outputs, dice);
  const ModelFile file = ModelFile::load(model.save("linear.model"));
  const Linear layer(file, "layer", inputs, ModelFile::any);
  const Matrix input = random_matrix(rows, inputs, dice);
  const QuantisedMatrix quantised = quantise(input);
  for (const InstructionSet set : instruction_sets()) {
    const CappedInstructions capped(set);
    const Matrix result = layer(quantised);
    ASSERT_EQ(result.rows, rows);
    ASSERT_EQ(result.columns, outputs);
    for (std::size_t i = 0; i < rows; ++i)
      for (std::size_t o = 0; o < outputs; ++o) {
        EXPECT_EQ(result.row(i)[o], plain(file, input.row(i), inputs, o));
        EXPECT_EQ(result.row(i)[o], layer.at(quantised, i, o));
      }
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, LinearOfSize,
                         testing::Values(Size{1, 1, 1}, Size{0, 3, 2},
                                         Size{2, 8, 1}, Size{3, 384, 300},
                                         Size{1, 1536, 513}, Size{33, 97, 260},
                                         Size{6, 64, 64}, Size{13, 130, 65},
                                         Size{5, 2048, 7}, Size{32, 96, 130},
                                         Size{77, 68, 64}, Size{16, 128, 48}));

// Where sums are the largest, one rounding too many would show.
TEST(Linear, AddsUpTheLargestNumbersExactly) {
  constexpr std::uint32_t inputs = 2048;
  ModelBuilder model;
  std::vector<std::int8_t> weights(inputs, 127);
  weights[0] = 126;
  model.add("layer.weight", {1, inputs}, weights);
  model.add("layer.scale", {1}, std::vector<float>{127.0f});
  model.add("layer.bias", {1}, std::vector<float>{0});
  const ModelFile file = ModelFile::load(model.save("linear.model"));
  Matrix input(1, inputs);
  std::ranges::fill(input.values, 1.0f);
  const float expected =
      static_cast<float>(127 * (127 * inputs - 1)) * (1.0f / 127 * 127);
  for (const InstructionSet set : instruction_sets()) {
    const CappedInstructions capped(set);
    EXPECT_EQ(Linear(file, "layer", inputs, 1)(input).values[0], expected);
  }
}

TEST(Linear, RoundsHalvesToEvenNumbers) {
  Matrix input(1, 5);
  input.values = {127, 0.5f, 1.5f, -2.5f, -127};
  const QuantisedMatrix quantised = quantise(input);
  EXPECT_EQ(quantised.scales[0], 1);
  const std::vector<int> expected = {127, 0, 2, -2, -127};
  for (std::size_t i = 0; i < expected.size(); ++i)
    EXPECT_EQ(quantised.at(0, i), expected[i]);
}

TEST(Linear, RefusesAWrongShape) {
  Dice dice(1);
  ModelBuilder model;
  model.add_linear("layer", 4, 3, dice);
  const ModelFile file = ModelFile::load(model.save("linear.model"));
  EXPECT_THROW(Linear(file, "layer", 5, 3), Error);
  EXPECT_THROW(Linear(file, "layer", 4, 4), Error);
  EXPECT_THROW(Linear(file, "level", 4, 3), Error);
}

}  // namespace
}  // namespace demarche
