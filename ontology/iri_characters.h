#ifndef DEMARCHE_ONTOLOGY_IRI_CHARACTERS_H_
#define DEMARCHE_ONTOLOGY_IRI_CHARACTERS_H_

#include <array>
#include <cstddef>
#include <string_view>

namespace demarche {

/// By byte: what is not allowed in an IRIREF of Turtle and N-Quads, nor, but
/// for '%', in a URI.
inline constexpr std::array<bool, 256> unsafe_in_iri = [] {
  std::array<bool, 256> unsafe{};
  for (std::size_t byte = 0; byte <= 0x20; ++byte) unsafe[byte] = true;
  for (const unsigned char byte : std::string_view("<>\"{}|^`\\\x7f"))
    unsafe[byte] = true;
  return unsafe;
}();

constexpr bool is_unsafe_in_iri(char c) {
  return unsafe_in_iri[static_cast<unsigned char>(c)];
}

}  // namespace demarche

#endif
