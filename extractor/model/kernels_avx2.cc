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

constexpr std::size_t tile_rows = 3;
constexpr std::size_t most_numbers = 2048;

// Numbers of a tile as 16-bit integers, of which two products fit into 32
// bits.  Pairs of bytes could overflow the 16 bits that AVX2 adds them in.
struct WideRows {
  alignas(
      32) std::array<std::array<std::int16_t, most_numbers>, tile_rows> numbers;
};

DEMARCHE_AVX2 void widen(const ProductTile& tile, std::size_t rows,
                         WideRows& wide) {
  const std::size_t count = tile.groups * PackedWeights::group_inputs;
  for (std::size_t r = 0; r < rows; ++r) {
    const std::uint8_t* const bytes = tile.rows + r * tile.stride;
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

DEMARCHE_AVX2 inline void store(const ProductTile& tile, std::size_t row,
                                std::size_t output, __m256i sums) {
  const __m256i all = _mm256_add_epi32(
      sums, _mm256_loadu_si256(
                reinterpret_cast<const __m256i*>(tile.corrections + output)));
  const __m256 scale = _mm256_mul_ps(_mm256_set1_ps(tile.row_scales[row]),
                                     _mm256_loadu_ps(tile.scales + output));
  const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(all), scale);
  _mm256_storeu_ps(
      tile.result + row * tile.result_stride + output,
      _mm256_add_ps(scaled, _mm256_loadu_ps(tile.biases + output)));
}

// One of the vectors of a block, `vector`.
template <std::size_t Rows>
DEMARCHE_AVX2 void multiply_vector(const ProductTile& tile,
                                   const WideRows& wide, std::size_t vector) {
  __m256i sums[Rows][4] = {};
  for (std::size_t group = 0; group < tile.groups; ++group) {
    const auto* const weights = reinterpret_cast<const __m128i*>(
        tile.weights + group * PackedWeights::block_vectors + vector);
    __m256i numbers[Rows];
#pragma GCC unroll 3
    for (std::size_t r = 0; r < Rows; ++r)
      numbers[r] = group_at(wide.numbers[r].data() + 4 * group);
#pragma GCC unroll 4
    for (std::size_t part = 0; part < 4; ++part) {
      const __m256i four = _mm256_cvtepi8_epi16(_mm_load_si128(weights + part));
#pragma GCC unroll 3
      for (std::size_t r = 0; r < Rows; ++r)
        sums[r][part] = _mm256_add_epi32(sums[r][part],
                                         _mm256_madd_epi16(four, numbers[r]));
    }
  }
  const std::size_t output = vector * PackedWeights::vector_outputs;
#pragma GCC unroll 3
  for (std::size_t r = 0; r < Rows; ++r) {
    store(tile, r, output, join(sums[r][0], sums[r][1]));
    store(tile, r, output + 8, join(sums[r][2], sums[r][3]));
  }
}

void multiply(const ProductTile& tile, std::size_t rows) {
  WideRows wide;
  widen(tile, rows, wide);
  for (std::size_t i = 0; i < PackedWeights::block_vectors; ++i) {
    if (rows == 1) multiply_vector<1>(tile, wide, i);
    if (rows == 2) multiply_vector<2>(tile, wide, i);
    if (rows == 3) multiply_vector<3>(tile, wide, i);
  }
}

}  // namespace

const Kernels& avx2_kernels() {
  static constexpr Kernels kernels{tile_rows, multiply};
  return kernels;
}

}  // namespace demarche

#else

namespace demarche {

const Kernels& avx2_kernels() { return plain_kernels(); }

}  // namespace demarche

#endif
