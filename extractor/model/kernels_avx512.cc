#include "extractor/model/kernel_sets.h"

#ifdef __x86_64__

#include <immintrin.h>

#include <cstring>

#include "extractor/model/integer_product.h"

#define DEMARCHE_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

namespace demarche {
namespace {

constexpr std::size_t tile_rows = 6;
constexpr std::size_t vectors = PackedWeights::block_vectors;

DEMARCHE_AVX512 inline __m512i group_at(const std::uint8_t* numbers) {
  int four;
  std::memcpy(&four, numbers, sizeof four);
  return _mm512_set1_epi32(four);
}

// The intrinsic of the same name lets GCC 12 copy the sums to other registers
// and to the stack, which takes longer than the products.
DEMARCHE_AVX512 inline void add_products(__m512i& sums, __m512i numbers,
                                         __m512i weights) {
  asm("vpdpbusd %2, %1, %0" : "+v"(sums) : "v"(numbers), "v"(weights));
}

DEMARCHE_AVX512 inline void store_sums(const ProductBlock& block,
                                       std::size_t row, std::size_t output,
                                       __m512i sums) {
  const __m512 scales = _mm512_mul_ps(_mm512_set1_ps(block.row_scales[row]),
                                      _mm512_loadu_ps(block.scales + output));
  const __m512 products =
      _mm512_mul_ps(__builtin_convertvector((__v16si)sums, __v16sf), scales);
  _mm512_storeu_ps(
      block.result + row * block.result_stride + output,
      _mm512_add_ps(products, _mm512_loadu_ps(block.biases + output)));
}

template <std::size_t Rows>
DEMARCHE_AVX512 void multiply_rows(const ProductBlock& block) {
  __m512i sums[Rows][vectors];
#pragma GCC unroll 6
  for (std::size_t r = 0; r < Rows; ++r)
#pragma GCC unroll 4
    for (std::size_t v = 0; v < vectors; ++v)
      sums[r][v] = _mm512_loadu_si512(block.corrections + 16 * v);
  const std::uint8_t* numbers = block.rows;
  const PackedWeights::Vector* weights = block.weights;
  for (std::size_t group = 0; group < block.groups; ++group) {
    __m512i now[vectors];
#pragma GCC unroll 4
    for (std::size_t v = 0; v < vectors; ++v)
      now[v] = _mm512_load_si512(weights + v);
#pragma GCC unroll 6
    for (std::size_t r = 0; r < Rows; ++r) {
      const __m512i four = group_at(numbers + r * block.stride);
#pragma GCC unroll 4
      for (std::size_t v = 0; v < vectors; ++v)
        add_products(sums[r][v], four, now[v]);
    }
    weights += vectors;
    numbers += PackedWeights::group_inputs;
  }
#pragma GCC unroll 6
  for (std::size_t r = 0; r < Rows; ++r)
#pragma GCC unroll 4
    for (std::size_t v = 0; v < vectors; ++v)
      store_sums(block, r, 16 * v, sums[r][v]);
}

void multiply_tile(const ProductBlock& block) {
  switch (block.row_count) {
    case 1:
      return multiply_rows<1>(block);
    case 2:
      return multiply_rows<2>(block);
    case 3:
      return multiply_rows<3>(block);
    case 4:
      return multiply_rows<4>(block);
    case 5:
      return multiply_rows<5>(block);
    default:
      return multiply_rows<6>(block);
  }
}

void multiply(const Product& product) {
  for_each_tile(product, tile_rows, multiply_tile);
}

}  // namespace

const Kernels& avx512_vnni_kernels() {
  static constexpr Kernels kernels{multiply};
  return kernels;
}

}  // namespace demarche

#else

namespace demarche {

const Kernels& avx512_vnni_kernels() { return plain_kernels(); }

}  // namespace demarche

#endif
