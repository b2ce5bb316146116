#include <algorithm>

#include "extractor/model/integer_product.h"
#include "extractor/model/kernel_sets.h"

namespace demarche {
namespace {

constexpr std::size_t block_vectors = PackedWeights::block_vectors;
constexpr std::size_t block_outputs = PackedWeights::block_outputs;
constexpr std::size_t vector_outputs = PackedWeights::vector_outputs;

void multiply_block(const ProductBlock& block) {
  for (std::size_t i = 0; i < block.row_count; ++i) {
    std::array<std::int32_t, block_outputs> sums;
    std::copy_n(block.corrections, block_outputs, sums.begin());
    const std::uint8_t* numbers = block.rows + i * block.stride;
    const PackedWeights::Vector* vectors = block.weights;
    for (std::size_t group = 0; group < block.groups; ++group, numbers += 4)
      for (std::size_t vector = 0; vector < block_vectors; ++vector, ++vectors)
        for (std::size_t o = 0; o < vector_outputs; ++o) {
          const auto& weights = vectors->weights[o];
          sums[vector * vector_outputs + o] +=
              numbers[0] * weights[0] + numbers[1] * weights[1] +
              numbers[2] * weights[2] + numbers[3] * weights[3];
        }
    for (std::size_t o = 0; o < block_outputs; ++o)
      block.result[i * block.result_stride + o] =
          static_cast<float>(sums[o]) *
              (block.row_scales[i] * block.scales[o]) +
          block.biases[o];
  }
}

void multiply(const Product& product) {
  for_each_block(product, multiply_block);
}

}  // namespace

const Kernels& plain_kernels() {
  static constexpr Kernels kernels{multiply};
  return kernels;
}

}  // namespace demarche
