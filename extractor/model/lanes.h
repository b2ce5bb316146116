#ifndef DEMARCHE_EXTRACTOR_MODEL_LANES_H_
#define DEMARCHE_EXTRACTOR_MODEL_LANES_H_

#include <cstddef>
#include <cstdint>

namespace demarche {

// What is inlined has no calling convention that could change.
#pragma GCC diagnostic ignored "-Wpsabi"

// Several numbers in one register, as GCC and Clang understand them for any
// processor.  Code that works on them is a template of the number of lanes
// and always inlined, into functions that the compiler may use a processor's
// registers of that width for.

#define DEMARCHE_INLINE [[gnu::always_inline]] inline

template <std::size_t Count>
struct Lanes {
  static constexpr std::size_t count = Count;
  typedef float Floats __attribute__((vector_size(4 * Count)));
  typedef std::int32_t Integers __attribute__((vector_size(4 * Count)));
  typedef std::uint8_t Bytes __attribute__((vector_size(Count)));
};

template <class Vector, class Number>
DEMARCHE_INLINE Vector load(const Number* numbers) {
  Vector vector;
  __builtin_memcpy(&vector, numbers, sizeof vector);
  return vector;
}

/// The first numbers; the other lanes are zero.
template <class Vector, class Number>
DEMARCHE_INLINE Vector load_part(const Number* numbers, std::size_t count) {
  Vector vector = {};
  __builtin_memcpy(&vector, numbers, count * sizeof(Number));
  return vector;
}

template <class Vector, class Number>
DEMARCHE_INLINE void store(const Vector& vector, Number* numbers) {
  __builtin_memcpy(numbers, &vector, sizeof vector);
}

template <class Vector, class Number>
DEMARCHE_INLINE void store_part(const Vector& vector, Number* numbers,
                                std::size_t count) {
  __builtin_memcpy(numbers, &vector, count * sizeof(Number));
}

}  // namespace demarche

#endif
