#include "extractor/model/kernel_sets.h"

#ifdef __x86_64__

#include <immintrin.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "extractor/model/integer_product.h"

#define DEMARCHE_AMX __attribute__((target("amx-tile,amx-int8,avx512f")))

namespace demarche {
namespace {

// Registers of 16 rows of 64 bytes.  0 and 1 have the sums of the first 16 rows
// with two vectors of outputs, 2 and 3 those of the next rows; 4 and 5 have the
// numbers of these rows, 6 and 7 the weights of the vectors, 16 groups each.
// The intrinsics ask for literals.
constexpr std::size_t tile_rows = 16;
constexpr std::size_t tile_groups = 16;
constexpr std::size_t tile_bytes = 64;
constexpr std::size_t vectors = PackedWeights::block_vectors;
constexpr std::size_t group_bytes = vectors * sizeof(PackedWeights::Vector);

struct alignas(64) TileShapes {
  std::uint8_t palette = 1;
  std::uint8_t start_row = 0;
  std::array<std::uint8_t, 14> reserved{};
  std::array<std::uint16_t, 16> row_bytes{};
  std::array<std::uint8_t, 16> rows{};
};
static_assert(sizeof(TileShapes) == 64);

// What an intrinsic reads: the compiler does not know of all of it.
inline void make_visible(const void* memory) {
  asm volatile("" : : "r"(memory) : "memory");
}

// How many of some rows are in the first and in the second register.
struct Rows {
  explicit Rows(std::size_t count)
      : first(std::min(count, tile_rows)), second(count - first) {}
  std::size_t all() const { return first + second; }

  std::size_t first;
  std::size_t second;
};

DEMARCHE_AMX void shape_tiles(const Rows& rows) {
  TileShapes shapes;
  const auto set = [&](std::size_t tile, std::size_t count) {
    shapes.rows[tile] = static_cast<std::uint8_t>(count);
    shapes.row_bytes[tile] = count == 0 ? 0 : tile_bytes;
  };
  for (const std::size_t tile : {0, 1, 4}) set(tile, rows.first);
  for (const std::size_t tile : {2, 3, 5}) set(tile, rows.second);
  for (const std::size_t tile : {6, 7}) set(tile, tile_groups);
  make_visible(&shapes);
  _tile_loadconfig(&shapes);
}

// The last groups of some rows, with zeros after them, as what stands there in
// memory belongs to others.
struct LastGroups {
  alignas(64) std::uint8_t numbers[2 * tile_rows][tile_bytes];

  LastGroups(const ProductBlock& block, std::size_t whole_groups) {
    const std::size_t done = whole_groups * PackedWeights::group_inputs;
    const std::size_t left = block.stride - done;
    for (std::size_t i = 0; i < block.row_count; ++i) {
      std::memcpy(numbers[i], block.rows + i * block.stride + done, left);
      std::memset(numbers[i] + left, 0, tile_bytes - left);
    }
    make_visible(numbers);
  }
};

// Adds the products of 16 groups.
template <bool both>
DEMARCHE_AMX inline void add_products(const std::uint8_t* numbers,
                                      std::size_t stride,
                                      const PackedWeights::Vector* weights) {
  _tile_loadd(4, numbers, stride);
  _tile_loadd(6, weights, group_bytes);
  _tile_loadd(7, weights + 1, group_bytes);
  _tile_dpbusd(0, 4, 6);
  _tile_dpbusd(1, 4, 7);
  if constexpr (both) {
    _tile_loadd(5, numbers + tile_rows * stride, stride);
    _tile_dpbusd(2, 5, 6);
    _tile_dpbusd(3, 5, 7);
  }
}

DEMARCHE_AMX void store(const ProductBlock& block, std::size_t vector,
                        const std::int32_t (*sums)[16]) {
  const std::size_t output = vector * PackedWeights::vector_outputs;
  const __m512i corrections = _mm512_loadu_si512(block.corrections + output);
  const __m512 scales = _mm512_loadu_ps(block.scales + output);
  const __m512 biases = _mm512_loadu_ps(block.biases + output);
  float* result = block.result + output;
  for (std::size_t i = 0; i < block.row_count; ++i) {
    const __m512i whole =
        _mm512_add_epi32(_mm512_load_si512(sums[i]), corrections);
    const __m512 scale =
        _mm512_mul_ps(_mm512_set1_ps(block.row_scales[i]), scales);
    const __m512 scaled =
        _mm512_mul_ps(__builtin_convertvector((__v16si)whole, __v16sf), scale);
    _mm512_storeu_ps(result, _mm512_add_ps(scaled, biases));
    result += block.result_stride;
  }
}

// Up to 32 rows.
template <bool both>
DEMARCHE_AMX void multiply_rows(const ProductBlock& block) {
  const std::size_t whole = block.groups / tile_groups * tile_groups;
  const bool has_rest = whole < block.groups;
  const LastGroups last(has_rest ? block : block.part(0, 0), whole);
  alignas(64) std::int32_t sums[2][2 * tile_rows][16];
  for (std::size_t v = 0; v < vectors; v += 2) {
    _tile_zero(0);
    _tile_zero(1);
    if constexpr (both) {
      _tile_zero(2);
      _tile_zero(3);
    }
    for (std::size_t group = 0; group < whole; group += tile_groups)
      add_products<both>(block.rows + group * PackedWeights::group_inputs,
                         block.stride, block.weights + group * vectors + v);
    if (has_rest)
      add_products<both>(last.numbers[0], tile_bytes,
                         block.weights + whole * vectors + v);
    _tile_stored(0, sums[0], sizeof sums[0][0]);
    _tile_stored(1, sums[1], sizeof sums[1][0]);
    if constexpr (both) {
      _tile_stored(2, sums[0] + tile_rows, sizeof sums[0][0]);
      _tile_stored(3, sums[1] + tile_rows, sizeof sums[1][0]);
    }
    store(block, v, sums[0]);
    store(block, v + 1, sums[1]);
  }
}

// Each 32 rows; the last ones begin early enough to be as many, so that the
// registers keep their shapes.
DEMARCHE_AMX void multiply(const Product& product) {
  const Rows rows(std::min(product.rows.rows, 2 * tile_rows));
  const auto multiply_some =
      rows.second > 0 ? multiply_rows<true> : multiply_rows<false>;
  shape_tiles(rows);
  for_each_block(product, [&](const ProductBlock& block) {
    for (std::size_t i = 0; i < block.row_count; i += rows.all())
      multiply_some(
          block.part(std::min(i, block.row_count - rows.all()), rows.all()));
  });
  _tile_release();
}

}  // namespace

const Kernels& amx_kernels() {
  static constexpr Kernels kernels{multiply};
  return kernels;
}

}  // namespace demarche

#else

namespace demarche {

const Kernels& amx_kernels() { return plain_kernels(); }

}  // namespace demarche

#endif
