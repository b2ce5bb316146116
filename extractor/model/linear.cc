#include "extractor/model/linear.h"

#include <cblas.h>

#include <algorithm>
#include <cassert>
#include <memory>

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

void quantise(std::span<const float> row, std::span<float> integers,
              float& scale) {
  float highest = 0;
  for (const float value : row) {
    const float size = value < 0 ? -value : value;
    highest = size > highest ? size : highest;
  }
  scale = highest / 127;
  if (scale == 0) return;
  for (std::size_t i = 0; i < row.size(); ++i)
    integers[i] = (row[i] / scale + rounder) - rounder;
}

// Columns [first, first + width) of `outputs` rows of weights.
void widen(const std::int8_t* weights, std::size_t stride, std::size_t outputs,
           std::size_t width, float* floats) {
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
  const auto sums =
      std::make_unique_for_overwrite<float[]>(block_outputs * input.rows());
  for (std::size_t first = 0; first < outputs(); first += block_outputs) {
    const std::size_t block = std::min(block_outputs, outputs() - first);
    for (std::size_t start = 0; start < inputs_; start += exact_inputs) {
      const std::size_t width = std::min(exact_inputs, inputs_ - start);
      widen(&weights_[first * inputs_ + start], inputs_, block, width,
            floats.get());
      cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans,
                  static_cast<int>(input.rows()), static_cast<int>(block),
                  static_cast<int>(width), 1, &input.integers.values[start],
                  static_cast<int>(inputs_), floats.get(),
                  static_cast<int>(width), 0, sums.get(),
                  static_cast<int>(block));
      for (std::size_t i = 0; i < input.rows(); ++i)
        for (std::size_t o = 0; o < block; ++o)
          result.values[i * outputs() + first + o] += sums[i * block + o];
    }
  }
  for (std::size_t i = 0; i < input.rows(); ++i) {
    const std::span<float> row = result.row(i);
    for (std::size_t o = 0; o < row.size(); ++o)
      row[o] = row[o] * (input.scales[i] * scales_[o]) + biases_[o];
  }
  return result;
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
