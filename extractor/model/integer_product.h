#ifndef DEMARCHE_EXTRACTOR_MODEL_INTEGER_PRODUCT_H_
#define DEMARCHE_EXTRACTOR_MODEL_INTEGER_PRODUCT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extractor/model/matrix.h"

namespace demarche {

/// Rows rounded to whole numbers from -127 to 127, each with its own scale:
/// a number stands for itself times the scale of its row.
struct QuantisedMatrix {
  /// What is added to a number to make it a byte without a sign, which the
  /// processors' products of bytes ask for.
  static constexpr int offset = 128;

  QuantisedMatrix() = default;
  /// What the numbers are is left open.
  QuantisedMatrix(std::size_t row_count, std::size_t column_count);

  std::uint8_t* row(std::size_t i) { return &bytes[i * stride]; }
  const std::uint8_t* row(std::size_t i) const { return &bytes[i * stride]; }
  int at(std::size_t i, std::size_t column) const {
    return row(i)[column] - offset;
  }

  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t stride = 0;  ///< Bytes from row to row, of whole groups.
  Scratch<std::uint8_t> bytes;
  Scratch<float> scales;
};

/// The weights of a linear layer as the kernels read them.
///
/// Zeros fill up the last group of inputs and the last block of outputs.
struct PackedWeights {
  static constexpr std::size_t group_inputs = 4;
  static constexpr std::size_t vector_outputs = 16;
  static constexpr std::size_t block_vectors = 4;
  static constexpr std::size_t block_outputs = vector_outputs * block_vectors;

  /// For some outputs the weights of a group of inputs.
  struct alignas(64) Vector {
    std::array<std::array<std::int8_t, group_inputs>, vector_outputs> weights;
  };

  PackedWeights() = default;
  /// Of `weights`, outputs x inputs.
  PackedWeights(std::span<const std::int8_t> weights, std::size_t inputs,
                std::span<const float> output_scales,
                std::span<const float> output_biases);

  /// The sum of the products of one output's weights with a row of numbers.
  std::int32_t product(const std::uint8_t* row, std::size_t output) const;

  std::size_t outputs = 0;
  std::size_t groups = 0;
  std::vector<Vector> vectors;  ///< By block, group, vector.
  /// For each output what its sum has too much, negative, because numbers have
  /// the offset.
  std::vector<std::int32_t> corrections;
  std::vector<float> scales;
  std::vector<float> biases;
};

/// A block of outputs for a few rows, for `Kernels::multiply`.
///
/// The kernel gives (correction + sum of products) * (row's scale * output's
/// scale) + bias, the sum as an integer that is then rounded to a float.
struct ProductTile {
  const PackedWeights::Vector* weights;
  std::size_t groups;
  const std::int32_t* corrections;
  const float* scales;
  const float* biases;
  const std::uint8_t* rows;
  std::size_t stride;
  const float* row_scales;
  float* result;
  std::size_t result_stride;
};

/// `result` gets its size here.
void multiply(const QuantisedMatrix& rows, const PackedWeights& weights,
              Matrix& result);

}  // namespace demarche

#endif
