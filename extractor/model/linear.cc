#include "extractor/model/linear.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>

#include "extractor/model/wide.h"

namespace demarche {
namespace {

// Beyond it the kernels have no room.  Sums of as many products of bytes are
// far below 2^31.
constexpr std::size_t most_inputs = 2048;

// Adding it rounds a small float to a whole number, half to even, whose last
// byte is that of the sum's bits.
constexpr float rounder = 12582912.0f;  // 1.5 * 2^23

// The largest size of a number, by partial results as `sum` does.
inline float largest(std::span<const float> row) {
  std::array<float, 8> parts{};
  std::size_t i = 0;
  for (; i + parts.size() <= row.size(); i += parts.size())
    for (std::size_t lane = 0; lane < parts.size(); ++lane)
      parts[lane] = std::max(parts[lane], std::abs(row[i + lane]));
  for (; i < row.size(); ++i) parts[0] = std::max(parts[0], std::abs(row[i]));
  return *std::ranges::max_element(parts);
}

DEMARCHE_WIDE void quantise(std::span<const float> row, std::uint8_t* bytes,
                            float& scale) {
  scale = largest(row) / 127;
  if (scale == 0) {
    std::fill_n(bytes, row.size(), std::uint8_t{QuantisedMatrix::offset});
    return;
  }
  for (std::size_t i = 0; i < row.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(
        std::bit_cast<std::uint32_t>(row[i] / scale + rounder) +
        QuantisedMatrix::offset);
}

}  // namespace

QuantisedMatrix quantise(const Matrix& matrix) {
  QuantisedMatrix quantised(matrix.rows, matrix.columns);
  for (std::size_t i = 0; i < matrix.rows; ++i)
    quantise(matrix.row(i), quantised.row(i), quantised.scales[i]);
  return quantised;
}

QuantisedMatrix select_rows(const QuantisedMatrix& matrix,
                            std::span<const std::uint32_t> rows) {
  QuantisedMatrix selected(rows.size(), matrix.columns);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::copy_n(matrix.row(rows[i]), matrix.stride, selected.row(i));
    selected.scales[i] = matrix.scales[rows[i]];
  }
  return selected;
}

Linear::Linear(const ModelFile& file, const std::string& name,
               std::uint32_t inputs, std::uint32_t outputs) {
  const auto weights = file.integers(name + ".weight", {outputs, inputs});
  const ModelFile::Shape& shape = file.shape(name + ".weight");
  inputs_ = shape[1];
  if (inputs_ == 0 || inputs_ > most_inputs)
    file.refuse("layer " + name + ": cannot have " + std::to_string(inputs_) +
                " inputs");
  weights_ =
      PackedWeights(weights, inputs_, file.floats(name + ".scale", {shape[0]}),
                    file.floats(name + ".bias", {shape[0]}));
}

Matrix Linear::operator()(const QuantisedMatrix& input) const {
  assert(input.columns == inputs_);
  Matrix result;
  multiply(input, weights_, result);
  return result;
}

float Linear::at(const QuantisedMatrix& input, std::size_t row,
                 std::size_t output) const {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < inputs_; ++i)
    sum += input.at(row, i) * weights_.at(output, i);
  return static_cast<float>(sum) *
             (input.scales[row] * weights_.scales[output]) +
         weights_.biases[output];
}

}  // namespace demarche
