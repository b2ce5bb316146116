#ifndef DEMARCHE_EXTRACTOR_MODEL_INTEGER_PRODUCT_H_
#define DEMARCHE_EXTRACTOR_MODEL_INTEGER_PRODUCT_H_

#include <algorithm>
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
  /// By block, group, vector; then zeros, so that from every group on 16 can be
  /// read.
  std::vector<Vector> vectors;
  /// For each output what its sum has too much, negative, because numbers have
  /// the offset.
  std::vector<std::int32_t> corrections;
  std::vector<float> scales;
  std::vector<float> biases;
};

/// What `Kernels::multiply` is to do.
struct Product {
  const QuantisedMatrix& rows;
  const PackedWeights& weights;
  Matrix& result;  ///< Of the right size.
};

/// A block of outputs for some rows.
///
/// The result is (correction + sum of products) * (row's scale * output's
/// scale) + bias, the sum as an integer that is then rounded to a float.
struct ProductBlock {
  const PackedWeights::Vector* weights;
  std::size_t groups;
  const std::int32_t* corrections;
  const float* scales;
  const float* biases;
  std::size_t row_count;
  const std::uint8_t* rows;
  std::size_t stride;
  const float* row_scales;
  float* result;
  std::size_t result_stride;

  /// The same for some of its rows.
  ProductBlock part(std::size_t first, std::size_t count) const {
    ProductBlock some = *this;
    some.row_count = count;
    some.rows += first * stride;
    some.row_scales += first;
    some.result += first * result_stride;
    return some;
  }
};

/// Has `multiply` do the blocks of a product, all of 64 outputs: what the last
/// one has too much goes nowhere.
template <class Multiply>
void for_each_block(const Product& product, const Multiply& multiply) {
  const PackedWeights& weights = product.weights;
  const std::size_t rows = product.rows.rows;
  constexpr std::size_t size = PackedWeights::block_outputs;
  if (rows == 0) return;
  for (std::size_t o = 0; o < weights.outputs; o += size) {
    ProductBlock block{
        &weights.vectors[o / PackedWeights::vector_outputs * weights.groups],
        weights.groups,
        &weights.corrections[o],
        &weights.scales[o],
        &weights.biases[o],
        rows,
        product.rows.row(0),
        product.rows.stride,
        product.rows.scales.data(),
        &product.result.row(0)[o],
        weights.outputs};
    if (o + size <= weights.outputs) {
      multiply(block);
      continue;
    }
    Scratch<float> whole(rows * size);
    block.result = whole.data();
    block.result_stride = size;
    multiply(block);
    for (std::size_t i = 0; i < rows; ++i)
      std::copy_n(&whole[i * size], weights.outputs - o,
                  &product.result.row(i)[o]);
  }
}

/// The same in tiles of so many rows at most.
template <class Multiply>
void for_each_tile(const Product& product, std::size_t rows,
                   const Multiply& multiply) {
  for_each_block(product, [&](const ProductBlock& block) {
    for (std::size_t i = 0; i < block.row_count; i += rows)
      multiply(block.part(i, std::min(rows, block.row_count - i)));
  });
}

/// `result` gets its size here.
void multiply(const QuantisedMatrix& rows, const PackedWeights& weights,
              Matrix& result);

}  // namespace demarche

#endif
