#include "extractor/model/linear.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

#include "extractor/model/lanes.h"
#include "extractor/model/wide.h"

namespace demarche {
namespace {

// Beyond it the kernels have no room.  Sums of as many products of bytes are
// far below 2^31.
constexpr std::size_t most_inputs = 2048;

// Adding it rounds a small float to a whole number, half to even, whose last
// byte is that of the sum's bits.
constexpr float rounder = 12582912.0f;  // 1.5 * 2^23

// Smaller ones would have no finite inverse.
constexpr float least_scale = 1e-30f;

[[gnu::always_inline]] inline float largest(std::span<const float> row) {
  Lanes parts{};
  std::size_t i = 0;
  for (; i + lane_count <= row.size(); i += lane_count) {
    Lanes some;
    load(&row[i], some);
    some = some < 0 ? -some : some;
    parts = some > parts ? some : parts;
  }
  float found = highest_of(parts);
  for (; i < row.size(); ++i) found = std::max(found, std::abs(row[i]));
  return found;
}

}  // namespace

DEMARCHE_WIDE void quantise(std::span<const float> row, QuantisedMatrix& matrix,
                            std::size_t place) {
  std::uint8_t* const bytes = matrix.row(place);
  const float scale = matrix.scales[place] = largest(row) / 127;
  const float inverse = 1 / std::max(scale, least_scale);
  std::size_t i = 0;
  for (; i + lane_count <= row.size(); i += lane_count) {
    Lanes some;
    load(&row[i], some);
    some = some * inverse + rounder;
    WordLanes words;
    copy_bits(some, words);
    const auto whole =
        __builtin_convertvector(words + QuantisedMatrix::offset, ByteLanes);
    std::memcpy(bytes + i, &whole, sizeof whole);
  }
  for (; i < row.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(
        std::bit_cast<std::uint32_t>(row[i] * inverse + rounder) +
        QuantisedMatrix::offset);
}

QuantisedMatrix quantise(const Matrix& matrix) {
  QuantisedMatrix quantised(matrix.rows, matrix.columns);
  for (std::size_t i = 0; i < matrix.rows; ++i)
    quantise(matrix.row(i), quantised, i);
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
  return static_cast<float>(weights_.product(input.row(row), output)) *
             (input.scales[row] * weights_.scales[output]) +
         weights_.biases[output];
}

}  // namespace demarche
