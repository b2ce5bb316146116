#ifndef DEMARCHE_ONTOLOGY_SHA256_X86_H_
#define DEMARCHE_ONTOLOGY_SHA256_X86_H_

#include <array>
#include <cstddef>
#include <cstdint>

namespace demarche {

/// Whether this processor has instructions for SHA-256, which are about six
/// times as fast as the plain code.
bool has_sha_instructions();

/// Adds blocks of 64 bytes with these instructions.  `constants` are the 64
/// of the standard.  Precondition: there are such instructions.
void add_blocks_x86(std::array<std::uint32_t, 8>& state, const char* blocks,
                    std::size_t count, const std::uint32_t* constants);

}  // namespace demarche

#endif
