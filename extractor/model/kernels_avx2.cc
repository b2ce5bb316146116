#include "extractor/model/kernel_sets.h"

#ifdef __x86_64__

#include <immintrin.h>

#include <array>
#include <cstring>

#include "extractor/model/integer_product.h"

#define DEMARCHE_AVX2 __attribute__((target("avx2")))

namespace demarche {
namespace {

using Vector = PackedWeights::Vector;

constexpr std::size_t tile_rows = 4;
constexpr std::size_t most_numbers = 2048;

// Numbers of a tile as 16-bit integers, of which two products fit into 32
// bits.  Pairs of bytes could overflow the 16 bits that AVX2 adds them in.
struct WideRows {
  alignas(
      32) std::array<std::array<std::int16_t, most_numbers>, tile_rows> numbers;
};

DEMARCHE_AVX2 void widen(const ProductBlock& block, WideRows& wide) {
  const std::size_t count = block.groups * PackedWeights::group_inputs;
  for (std::size_t r = 0; r < block.row_count; ++r) {
    const std::uint8_t* const bytes = block.rows + r * block.stride;
    std::int16_t* const numbers = wide.numbers[r].data();
    std::size_t i = 0;
    for (; i + 16 <= count; i += 16)
      _mm256_store_si256(reinterpret_cast<__m256i*>(numbers + i),
                         _mm256_cvtepu8_epi16(_mm_loadu_si128(
                             reinterpret_cast<const __m128i*>(bytes + i))));
    for (; i < count; ++i) numbers[i] = bytes[i];
  }
}

DEMARCHE_AVX2 inline __m256i group_at(const std::int16_t* numbers) {
  long long four;
  std::memcpy(&four, numbers, sizeof four);
  return _mm256_set1_epi64x(four);
}

// The sums of eight outputs of two vectors that have two for each output.
DEMARCHE_AVX2 inline __m256i join(__m256i left, __m256i right) {
  return _mm256_permute4x64_epi64(_mm256_hadd_epi32(left, right), 0xd8);
}

DEMARCHE_AVX2 inline void store(const ProductBlock& block, std::size_t row,
                                std::size_t output, __m256i sums) {
  const __m256i all = _mm256_add_epi32(
      sums, _mm256_loadu_si256(
                reinterpret_cast<const __m256i*>(block.corrections + output)));
  const __m256 scale = _mm256_mul_ps(_mm256_set1_ps(block.row_scales[row]),
                                     _mm256_loadu_ps(block.scales + output));
  const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(all), scale);
  _mm256_storeu_ps(
      block.result + row * block.result_stride + output,
      _mm256_add_ps(scaled, _mm256_loadu_ps(block.biases + output)));
}

// Half of a vector of a block, eight outputs: the sums of four rows fill the
// registers.
template <std::size_t Rows>
DEMARCHE_AVX2 void multiply_half(const ProductBlock& block,
                                 const WideRows& wide, std::size_t half) {
  __m256i sums[Rows][2] = {};
  for (std::size_t group = 0; group < block.groups; ++group) {
    const auto* const weights =
        reinterpret_cast<const __m128i*>(block.weights +
                                         group * PackedWeights::block_vectors) +
        2 * half;
    const __m256i left = _mm256_cvtepi8_epi16(_mm_load_si128(weights));
    const __m256i right = _mm256_cvtepi8_epi16(_mm_load_si128(weights + 1));
#pragma GCC unroll 4
    for (std::size_t r = 0; r < Rows; ++r) {
      const __m256i numbers = group_at(wide.numbers[r].data() + 4 * group);
      sums[r][0] =
          _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(left, numbers));
      sums[r][1] =
          _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(right, numbers));
    }
  }
#pragma GCC unroll 4
  for (std::size_t r = 0; r < Rows; ++r)
    store(block, r, 8 * half, join(sums[r][0], sums[r][1]));
}

template <std::size_t Rows>
void multiply_rows(const ProductBlock& block, const WideRows& wide) {
  for (std::size_t half = 0; half < 2 * PackedWeights::block_vectors; ++half)
    multiply_half<Rows>(block, wide, half);
}

void multiply_tile(const ProductBlock& block) {
  WideRows wide;
  widen(block, wide);
  if (block.row_count == 1) multiply_rows<1>(block, wide);
  if (block.row_count == 2) multiply_rows<2>(block, wide);
  if (block.row_count == 3) multiply_rows<3>(block, wide);
  if (block.row_count == 4) multiply_rows<4>(block, wide);
}

void multiply(const Product& product) {
  for_each_tile(product, tile_rows, multiply_tile);
}

}  // namespace

const Kernels& avx2_kernels() {
  static constexpr Kernels kernels{multiply};
  return kernels;
}

}  // namespace demarche

#else

namespace demarche {

const Kernels& avx2_kernels() { return plain_kernels(); }

}  // namespace demarche

#endif
