#ifndef DEMARCHE_EXTRACTOR_MODEL_KERNELS_H_
#define DEMARCHE_EXTRACTOR_MODEL_KERNELS_H_

#include <cstddef>
#include <cstdint>

namespace demarche {

struct Product;

/// What the inner loops of the network may ask of a processor, faster ones
/// later.
enum class InstructionSet : std::uint8_t {
  plain,        ///< Standard C++.
  avx2,         ///< x86-64 since 2013.
  avx_vnni,     ///< 32 products of bytes at a time: laptops since 2021.
  avx512_vnni,  ///< 64 of them.
  amx,          ///< 16,384 of them: servers of Intel since 2023.
};

inline constexpr InstructionSet all_instruction_sets[] = {
    InstructionSet::plain, InstructionSet::avx2, InstructionSet::avx_vnni,
    InstructionSet::avx512_vnni, InstructionSet::amx};

/// The inner loops of the network for one instruction set.
///
/// All sets give the same bits: sums of integers are exact, and floats are
/// added and multiplied in the same order everywhere, none fused.
struct Kernels {
  void (*multiply)(const Product& product);
};

/// Those of the fastest set that this processor has and the cap allows.
const Kernels& kernels();

/// Whether this processor, and for `amx` the system too, has it.
bool has_instructions(InstructionSet set);

/// Lets `kernels` give nothing faster, for tests.  What is read meanwhile by
/// other threads is the same.  The environment variable DEMARCHE_INSTRUCTIONS
/// (`plain`, `avx2`, `avx_vnni`, `avx512_vnni`, `amx`) caps from the start.
void cap_instruction_set(InstructionSet cap);

}  // namespace demarche

#endif
