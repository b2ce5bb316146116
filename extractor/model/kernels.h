#ifndef DEMARCHE_EXTRACTOR_MODEL_KERNELS_H_
#define DEMARCHE_EXTRACTOR_MODEL_KERNELS_H_

#include <cstddef>
#include <cstdint>

namespace demarche {

struct ProductTile;

/// What the inner loops of the network may ask of a processor; each has what
/// stands before it.
enum class InstructionSet : std::uint8_t {
  plain,        ///< Standard C++.
  avx2,         ///< x86-64 since 2013.
  avx512_vnni,  ///< 64 products of bytes at a time.
};

/// The inner loops of the network for one instruction set.
///
/// All sets give the same bits: sums of integers are exact, and floats are
/// added and multiplied in the same order everywhere, none fused.
struct Kernels {
  static constexpr std::size_t most_tile_rows = 6;

  /// How many rows `multiply` takes at most.
  std::size_t tile_rows;
  void (*multiply)(const ProductTile& tile, std::size_t rows);
};

/// Those of the widest set that this processor has and the cap allows.
const Kernels& kernels();

/// The widest set that this processor has.
InstructionSet widest_instruction_set();

/// Lets `kernels` give nothing wider, for tests.  What is read meanwhile by
/// other threads is the same.  The environment variable DEMARCHE_INSTRUCTIONS
/// (`plain`, `avx2`, `avx512_vnni`) caps from the start.
void cap_instruction_set(InstructionSet cap);

}  // namespace demarche

#endif
