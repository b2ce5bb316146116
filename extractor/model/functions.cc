#include "extractor/model/functions.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "extractor/model/lanes.h"
#include "extractor/model/wide.h"

namespace demarche {
namespace {

constexpr float layer_norm_epsilon = 1e-12f;

// Adding and subtracting it rounds a small float to a whole number.
constexpr float rounder = 12582912.0f;  // 1.5 * 2^23

// The sum of what `term` makes of the values, lanes by lanes; of the zeros that
// fill up the last ones it must make zeros.
template <class Term>
[[gnu::always_inline]] inline float sum(std::span<const float> values,
                                        Term term) {
  Lanes total{};
  const std::size_t whole = whole_lanes(values.size());
  for (std::size_t i = 0; i < whole; i += lane_count) {
    Lanes some;
    load(&values[i], some);
    term(some);
    total += some;
  }
  if (whole < values.size()) {
    Lanes some;
    load_some(&values[whole], values.size() - whole, some);
    term(some);
    total += some;
  }
  return total_of(total);
}

// The products of one row with some others.  One sum at a time would wait for
// each addition to end.
template <std::size_t Count>
[[gnu::always_inline]] inline void dot_some(std::span<const float> left,
                                            const float* rows,
                                            std::size_t stride,
                                            float* results) {
  Lanes totals[Count] = {};
  const std::size_t whole = whole_lanes(left.size());
  for (std::size_t i = 0; i < whole; i += lane_count) {
    Lanes some;
    load(&left[i], some);
#pragma GCC unroll 8
    for (std::size_t row = 0; row < Count; ++row) {
      Lanes other;
      load(rows + row * stride + i, other);
      totals[row] += some * other;
    }
  }
  if (const std::size_t rest = left.size() - whole) {
    Lanes some;
    load_some(&left[whole], rest, some);
#pragma GCC unroll 8
    for (std::size_t row = 0; row < Count; ++row) {
      Lanes other;
      load_some(rows + row * stride + whole, rest, other);
      totals[row] += some * other;
    }
  }
#pragma GCC unroll 8
  for (std::size_t row = 0; row < Count; ++row)
    results[row] = total_of(totals[row]);
}

// Does `change` to all values, lanes by lanes and then one by one.
template <class Change>
[[gnu::always_inline]] inline void change_each(std::span<float> values,
                                               Change change) {
  std::size_t i = 0;
  for (; i + lane_count <= values.size(); i += lane_count) {
    Lanes some;
    load(&values[i], some);
    change(some);
    store(some, &values[i]);
  }
  for (; i < values.size(); ++i) change(values[i]);
}

// What follows is for a float as for lanes of them.

template <class Number>
struct BitsOf {
  using Type = std::uint32_t;
};

template <>
struct BitsOf<Lanes> {
  using Type = WordLanes;
};

// x = n ln 2 + r with |r| <= ln 2 / 2; e^r by the polynomial of Cephes' expf.
template <class Number>
[[gnu::always_inline]] inline void raise_e(Number& x) {
  using Bits = typename BitsOf<Number>::Type;
  // As bits, negative floats grow with their size: no branch is needed.
  constexpr auto lowest = std::bit_cast<std::uint32_t>(-87.0f);
  Bits bits;
  copy_bits(x, bits);
  bits = bits < lowest ? bits : Bits{} + lowest;
  copy_bits(bits, x);
  const Number shifted = x * 1.44269504088896341f + rounder;
  const Number n = shifted - rounder;
  const Number r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
  Number p = 1.9875691500e-4f * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  // 2^n: the low bits of `shifted` hold n.
  Bits exponent;
  copy_bits(shifted, exponent);
  copy_bits(p, bits);
  bits += exponent << 23;
  copy_bits(bits, x);
}

// x times a polynomial, odd but for its one half, that lies closest to the
// normal distribution, with which GELU is wrong by less than 1e-4 up to
// +-4.25 and right beyond.
template <class Number>
[[gnu::always_inline]] inline void apply_gelu(Number& x) {
  constexpr float end = 4.25f;
  Number z = x < -end ? Number{} - end : x;
  z = z > end ? Number{} + end : z;
  const Number u = z * z;
  Number p = -8.4603411126e-10f * u + 7.5707794044e-08f;
  p = p * u - 2.9387852565e-06f;
  p = p * u + 6.5526802241e-05f;
  p = p * u - 9.4044485357e-04f;
  p = p * u + 9.2578091331e-03f;
  p = p * u - 6.5453464543e-02f;
  p = p * u + 3.9842001176e-01f;
  x *= z * p + 0.5f;
}

// Each step for all rows, as the horizontal ones would wait for each other.
template <std::size_t Count>
[[gnu::always_inline]] inline void softmax_some(float* scores,
                                                std::size_t stride,
                                                std::size_t count) {
  constexpr WordLanes places = {0, 1, 2,  3,  4,  5,  6,  7,
                                8, 9, 10, 11, 12, 13, 14, 15};
  const Lanes lowest = Lanes{} + std::numeric_limits<float>::lowest();
  const auto inside = [count](std::size_t i, WordLanes& found) {
    found = places + static_cast<std::uint32_t>(i) <
            static_cast<std::uint32_t>(count);
  };
  Lanes highest[Count];
  for (Lanes& row : highest) row = lowest;
  for (std::size_t i = 0; i < count; i += lane_count) {
    WordLanes filled;
    inside(i, filled);
#pragma GCC unroll 4
    for (std::size_t n = 0; n < Count; ++n) {
      Lanes some;
      load(scores + n * stride + i, some);
      some = filled != 0 ? some : lowest;
      highest[n] = some > highest[n] ? some : highest[n];
    }
  }
  float tops[Count];
#pragma GCC unroll 4
  for (std::size_t n = 0; n < Count; ++n) tops[n] = highest_of(highest[n]);
  Lanes totals[Count] = {};
  for (std::size_t i = 0; i < count; i += lane_count) {
    WordLanes filled;
    inside(i, filled);
#pragma GCC unroll 4
    for (std::size_t n = 0; n < Count; ++n) {
      Lanes some;
      load(scores + n * stride + i, some);
      some -= tops[n];
      raise_e(some);
      some = filled != 0 ? some : Lanes{};
      store(some, scores + n * stride + i);
      totals[n] += some;
    }
  }
  float inverses[Count];
#pragma GCC unroll 4
  for (std::size_t n = 0; n < Count; ++n) inverses[n] = 1 / total_of(totals[n]);
  for (std::size_t i = 0; i < count; i += lane_count)
#pragma GCC unroll 4
    for (std::size_t n = 0; n < Count; ++n) {
      Lanes some;
      load(scores + n * stride + i, some);
      some *= inverses[n];
      store(some, scores + n * stride + i);
    }
}

}  // namespace

float exponential(float x) {
  raise_e(x);
  return x;
}

DEMARCHE_WIDE void gelu(std::span<float> values) {
  change_each(values, [](auto& x) { apply_gelu(x); });
}

DEMARCHE_WIDE void rectify(std::span<float> values) {
  for (float& value : values) value = value > 0 ? value : 0;
}

DEMARCHE_WIDE void add(std::span<const float> other, std::span<float> row) {
  for (std::size_t i = 0; i < row.size(); ++i) row[i] += other[i];
}

DEMARCHE_WIDE void softmax(float* scores, std::size_t rows, std::size_t stride,
                           std::size_t count) {
  constexpr std::size_t together = 4;
  std::size_t i = 0;
  for (; i + together <= rows; i += together)
    softmax_some<together>(scores + i * stride, stride, count);
  for (; i < rows; ++i) softmax_some<1>(scores + i * stride, stride, count);
}

DEMARCHE_WIDE void normalise(std::span<float> row,
                             std::span<const float> weight,
                             std::span<const float> bias) {
  const auto size = static_cast<float>(row.size());
  const float mean = sum(row, [](Lanes&) {}) / size;
  change_each(row, [mean](auto& value) { value = value - mean; });
  const float variance = sum(row, [](Lanes& some) { some *= some; }) / size;
  const float inverse = 1 / std::sqrt(variance + layer_norm_epsilon);
  for (std::size_t i = 0; i < row.size(); ++i)
    row[i] = row[i] * inverse * weight[i] + bias[i];
}

DEMARCHE_WIDE float dot(std::span<const float> left,
                        std::span<const float> right) {
  float result;
  dot_some<1>(left, right.data(), 0, &result);
  return result;
}

DEMARCHE_WIDE void dot_rows(std::span<const float> left, const float* rows,
                            std::size_t stride, std::span<float> results) {
  constexpr std::size_t together = 4;
  std::size_t i = 0;
  for (; i + together <= results.size(); i += together)
    dot_some<together>(left, rows + i * stride, stride, &results[i]);
  for (; i < results.size(); ++i)
    dot_some<1>(left, rows + i * stride, stride, &results[i]);
}

std::size_t best(std::span<const float> scores) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < scores.size(); ++i)
    if (scores[i] > scores[found]) found = i;
  return found;
}

}  // namespace demarche
