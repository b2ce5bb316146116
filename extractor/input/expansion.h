#ifndef DEMARCHE_EXTRACTOR_INPUT_EXPANSION_H_
#define DEMARCHE_EXTRACTOR_INPUT_EXPANSION_H_

#include <algorithm>
#include <cstdint>

namespace demarche {

/// How often the size of what is packed it may unpack to, and up to what size
/// that does not matter.  News is packed to a third or a twentieth.
constexpr std::uint64_t most_expansion = 500;
constexpr std::uint64_t harmless_expansion = std::uint64_t{64} << 20;  // 64 MiB

/// How often packings and archives may lie within each other.
constexpr int deepest_packing = 4;

/// Sees a "zip bomb" while it is unpacked: a few bytes that are made to fill
/// disks and memories.
class Expansion {
 public:
  /// `consumed`: how much of the file had been read before.
  explicit Expansion(std::uint64_t consumed,
                     std::uint64_t harmless = harmless_expansion)
      : begin_(consumed), harmless_(harmless) {}

  /// Counts bytes that were unpacked; false if they are too many.
  bool allows(std::uint64_t count, std::uint64_t consumed) {
    unpacked_ += count;
    return unpacked_ <= harmless_ ||
           unpacked_ / most_expansion <= std::max(consumed, begin_) - begin_;
  }

 private:
  std::uint64_t begin_;
  std::uint64_t harmless_;
  std::uint64_t unpacked_ = 0;
};

/// What messages say of it, after a name.
constexpr const char* expansion_problem =
    ": unpacks to more than 500 times its size, as a zip bomb does; the rest "
    "is left out";

}  // namespace demarche

#endif
