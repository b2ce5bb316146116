#include "extractor/model/kernel_sets.h"

#ifdef __x86_64__

#include <immintrin.h>

#include <cstring>

#include "extractor/model/integer_product.h"

#define DEMARCHE_AVX_VNNI __attribute__((target("avx2,avxvnni")))

namespace demarche {
namespace {

// The sums of six rows for 16 outputs, their weights and a group of numbers
// fill the registers.
constexpr std::size_t tile_rows = 6;

DEMARCHE_AVX_VNNI inline __m256i group_at(const std::uint8_t* numbers) {
  int four;
  std::memcpy(&four, numbers, sizeof four);
  return _mm256_set1_epi32(four);
}

// See kernels_avx512.cc.
DEMARCHE_AVX_VNNI inline void add_products(__m256i& sums, __m256i numbers,
                                           __m256i weights) {
  asm("%{vex%} vpdpbusd %2, %1, %0" : "+x"(sums) : "x"(numbers), "x"(weights));
}

DEMARCHE_AVX_VNNI inline __m256i eight_at(const void* numbers) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(numbers));
}

DEMARCHE_AVX_VNNI inline void store_sums(const ProductBlock& block,
                                         std::size_t row, std::size_t output,
                                         __m256i sums) {
  const __m256 scales = _mm256_mul_ps(_mm256_set1_ps(block.row_scales[row]),
                                      _mm256_loadu_ps(block.scales + output));
  const __m256 products = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), scales);
  _mm256_storeu_ps(
      block.result + row * block.result_stride + output,
      _mm256_add_ps(products, _mm256_loadu_ps(block.biases + output)));
}

template <std::size_t Rows>
DEMARCHE_AVX_VNNI void multiply_vector(const ProductBlock& block,
                                       std::size_t vector) {
  const std::size_t output = vector * PackedWeights::vector_outputs;
  __m256i sums[Rows][2];
#pragma GCC unroll 6
  for (std::size_t r = 0; r < Rows; ++r) {
    sums[r][0] = eight_at(block.corrections + output);
    sums[r][1] = eight_at(block.corrections + output + 8);
  }
  const std::uint8_t* numbers = block.rows;
  const PackedWeights::Vector* weights = block.weights + vector;
  for (std::size_t group = 0; group < block.groups; ++group) {
    const __m256i left = eight_at(&weights->weights[0]);
    const __m256i right = eight_at(&weights->weights[8]);
#pragma GCC unroll 6
    for (std::size_t r = 0; r < Rows; ++r) {
      const __m256i four = group_at(numbers + r * block.stride);
      add_products(sums[r][0], four, left);
      add_products(sums[r][1], four, right);
    }
    weights += PackedWeights::block_vectors;
    numbers += PackedWeights::group_inputs;
  }
#pragma GCC unroll 6
  for (std::size_t r = 0; r < Rows; ++r) {
    store_sums(block, r, output, sums[r][0]);
    store_sums(block, r, output + 8, sums[r][1]);
  }
}

void multiply_tile(const ProductBlock& block, std::size_t vector) {
  switch (block.row_count) {
    case 1:
      return multiply_vector<1>(block, vector);
    case 2:
      return multiply_vector<2>(block, vector);
    case 3:
      return multiply_vector<3>(block, vector);
    case 4:
      return multiply_vector<4>(block, vector);
    case 5:
      return multiply_vector<5>(block, vector);
    default:
      return multiply_vector<6>(block, vector);
  }
}

void multiply(const Product& product) {
  for_each_tile(product, tile_rows, [](const ProductBlock& tile) {
    for (std::size_t v = 0; v < PackedWeights::block_vectors; ++v)
      multiply_tile(tile, v);
  });
}

}  // namespace

const Kernels& avx_vnni_kernels() {
  static constexpr Kernels kernels{multiply};
  return kernels;
}

}  // namespace demarche

#else

namespace demarche {

const Kernels& avx_vnni_kernels() { return plain_kernels(); }

}  // namespace demarche

#endif
