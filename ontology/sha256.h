#ifndef DEMARCHE_ONTOLOGY_SHA256_H_
#define DEMARCHE_ONTOLOGY_SHA256_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche {

/// The SHA-256 of bytes that arrive piece by piece (FIPS 180-4).
///
/// Processors with SHA instructions use them; the digest is the same.
class Sha256 {
 public:
  using Digest = std::array<std::uint8_t, 32>;

  void update(std::string_view bytes);

  /// The digest of everything so far.  Call it once, last.
  Digest finish();

 private:
  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372,
                                         0xa54ff53a, 0x510e527f, 0x9b05688c,
                                         0x1f83d9ab, 0x5be0cd19};
  std::array<char, 64> block_{};  ///< The bytes of a block not yet full.
  std::size_t held_ = 0;          ///< How many these are.
  std::uint64_t length_ = 0;
};

Sha256::Digest sha256(std::string_view bytes);

/// Bytes as lower-case hexadecimal digits.
std::string hexadecimal(const Sha256::Digest& digest);

}  // namespace demarche

#endif
