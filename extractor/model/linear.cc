#include "extractor/model/linear.h"

#include <cblas.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <memory>

#include "extractor/model/wide.h"

namespace demarche {
namespace {

// The products of 1024 numbers up to 127 and weights up to 128 sum to less
// than 2^24: floats hold every partial sum exactly, in whatever order a
// library adds them up.  The sum of two such sums is rounded once, as its
// conversion from an integer would be.
constexpr std::size_t exact_inputs = 1024;
constexpr std::size_t most_inputs = 2 * exact_inputs;

// Weights are made floats so many outputs at a time, which fit into a cache.
constexpr std::size_t block_outputs = 256;

// Adding and subtracting it rounds to a whole number, half to even.
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

DEMARCHE_WIDE void quantise(std::span<const float> row,
                            std::span<float> integers, float& scale) {
  scale = largest(row) / 127;
  if (scale == 0) return;
  for (std::size_t i = 0; i < row.size(); ++i)
    integers[i] = (row[i] / scale + rounder) - rounder;
}

// Columns [first, first + width) of `outputs` rows of weights.
DEMARCHE_WIDE void widen(const std::int8_t* weights, std::size_t stride,
                         std::size_t outputs, std::size_t width,
                         float* floats) {
  for (std::size_t o = 0; o < outputs; ++o)
    for (std::size_t i = 0; i < width; ++i)
      floats[o * width + i] = weights[o * stride + i];
}

// Articles are read in parallel, not the rows of a product.
void use_one_thread() {
  static const bool done = [] {
    openblas_set_num_threads(1);
    return true;
  }();
  static_cast<void>(done);
}

}  // namespace

QuantisedMatrix quantise(const Matrix& matrix) {
  QuantisedMatrix quantised{Matrix(matrix.rows, matrix.columns),
                            std::vector<float>(matrix.rows)};
  for (std::size_t i = 0; i < matrix.rows; ++i)
    quantise(matrix.row(i), quantised.integers.row(i), quantised.scales[i]);
  return quantised;
}

QuantisedMatrix select_rows(const QuantisedMatrix& matrix,
                            std::span<const std::uint32_t> rows) {
  QuantisedMatrix selected{Matrix(rows.size(), matrix.integers.columns),
                           std::vector<float>(rows.size())};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::ranges::copy(matrix.integers.row(rows[i]),
                      selected.integers.row(i).begin());
    selected.scales[i] = matrix.scales[rows[i]];
  }
  return selected;
}

Linear::Linear(const ModelFile& file, const std::string& name,
               std::uint32_t inputs, std::uint32_t outputs)
    : weights_(file.integers(name + ".weight", {outputs, inputs})) {
  const ModelFile::Shape& shape = file.shape(name + ".weight");
  inputs_ = shape[1];
  if (inputs_ == 0 || inputs_ > most_inputs)
    file.refuse("layer " + name + ": cannot have " + std::to_string(inputs_) +
                " inputs");
  scales_ = file.floats(name + ".scale", {shape[0]});
  biases_ = file.floats(name + ".bias", {shape[0]});
  use_one_thread();
}

Matrix Linear::operator()(const QuantisedMatrix& input) const {
  assert(input.integers.columns == inputs_);
  Matrix result(input.rows(), outputs());
  if (input.rows() == 0) return result;
  const std::size_t chunk = std::min(inputs_, exact_inputs);
  const auto floats =
      std::make_unique_for_overwrite<float[]>(block_outputs * chunk);
  for (std::size_t first = 0; first < outputs(); first += block_outputs)
    for (std::size_t start = 0; start < inputs_; start += exact_inputs)
      add_products(input, first, start, floats.get(), result);
  for (std::size_t i = 0; i < input.rows(); ++i) {
    const std::span<float> row = result.row(i);
    for (std::size_t o = 0; o < row.size(); ++o)
      row[o] = row[o] * (input.scales[i] * scales_[o]) + biases_[o];
  }
  return result;
}

void Linear::add_products(const QuantisedMatrix& input, std::size_t first,
                          std::size_t start, float* floats,
                          Matrix& result) const {
  const std::size_t block = std::min(block_outputs, outputs() - first);
  const std::size_t width = std::min(exact_inputs, inputs_ - start);
  widen(&weights_[first * inputs_ + start], inputs_, block, width, floats);
  const auto multiply = [&](float* sums, std::size_t stride) {
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans,
                static_cast<int>(input.rows()), static_cast<int>(block),
                static_cast<int>(width), 1, &input.integers.values[start],
                static_cast<int>(inputs_), floats, static_cast<int>(width), 0,
                sums, static_cast<int>(stride));
  };
  if (start == 0) return multiply(&result.values[first], outputs());
  Matrix sums(input.rows(), block);
  multiply(sums.values.data(), block);
  for (std::size_t i = 0; i < input.rows(); ++i)
    for (std::size_t o = 0; o < block; ++o)
      result.values[i * outputs() + first + o] += sums.values[i * block + o];
}

float Linear::at(const QuantisedMatrix& input, std::size_t row,
                 std::size_t output) const {
  const std::span<const float> integers = input.integers.row(row);
  double sum = 0;  // Exact: it holds whole numbers up to 2^53.
  for (std::size_t i = 0; i < inputs_; ++i)
    sum += static_cast<double>(integers[i]) * weights_[output * inputs_ + i];
  return static_cast<float>(sum) * (input.scales[row] * scales_[output]) +
         biases_[output];
}

}  // namespace demarche
