#ifndef DEMARCHE_EXTRACTOR_MODEL_LANES_H_
#define DEMARCHE_EXTRACTOR_MODEL_LANES_H_

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace demarche {

// Sixteen numbers that an operator takes at once, lane by lane: the vectors of
// GCC and Clang, which fill one register of AVX-512, or two or four narrower
// ones.  Loops over arrays leave it to the compiler what to keep in registers,
// and GCC 12 keeps their sums in memory.
//
// They are passed by reference, as how processors pass them by value differs.

using Lanes [[gnu::vector_size(64)]] = float;
using WordLanes [[gnu::vector_size(64)]] = std::uint32_t;
using ByteLanes [[gnu::vector_size(16)]] = std::uint8_t;

constexpr std::size_t lane_count = 16;

constexpr std::size_t whole_lanes(std::size_t count) {
  return count / lane_count * lane_count;
}

[[gnu::always_inline]] inline void load(const float* from, Lanes& lanes) {
  std::memcpy(&lanes, from, sizeof lanes);
}

[[gnu::always_inline]] inline void store(const Lanes& lanes, float* to) {
  std::memcpy(to, &lanes, sizeof lanes);
}

/// The same bits as another type.
template <class From, class To>
[[gnu::always_inline]] inline void copy_bits(const From& from, To& to) {
  static_assert(sizeof from == sizeof to);
  std::memcpy(&to, &from, sizeof to);
}

/// The first `count` lanes; the others are zero.
[[gnu::always_inline]] inline void load_some(const float* from,
                                             std::size_t count, Lanes& lanes) {
  lanes = Lanes{};
  std::memcpy(&lanes, from, count * sizeof *from);
}

/// One number of all lanes, by halves: `join(a, b)` makes `a` of the first
/// eight and the last eight, then of these the first four and the last four,
/// and so on.
template <class Join>
[[gnu::always_inline]] inline float join_lanes(const Lanes& lanes, Join join) {
  using Eight [[gnu::vector_size(32)]] = float;
  using Four [[gnu::vector_size(16)]] = float;
  Eight eight = __builtin_shufflevector(lanes, lanes, 0, 1, 2, 3, 4, 5, 6, 7);
  join(eight,
       __builtin_shufflevector(lanes, lanes, 8, 9, 10, 11, 12, 13, 14, 15));
  Four four = __builtin_shufflevector(eight, eight, 0, 1, 2, 3);
  join(four, __builtin_shufflevector(eight, eight, 4, 5, 6, 7));
  join(four, __builtin_shufflevector(four, four, 2, 3, 2, 3));
  join(four, __builtin_shufflevector(four, four, 1, 1, 1, 1));
  return four[0];
}

[[gnu::always_inline]] inline float total_of(const Lanes& lanes) {
  return join_lanes(lanes, [](auto& a, const auto& b) { a += b; });
}

[[gnu::always_inline]] inline float highest_of(const Lanes& lanes) {
  return join_lanes(lanes, [](auto& a, const auto& b) { a = a > b ? a : b; });
}

}  // namespace demarche

#endif
