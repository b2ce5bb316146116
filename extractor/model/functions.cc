#include "extractor/model/functions.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "extractor/model/wide.h"

namespace demarche {
namespace {

constexpr float layer_norm_epsilon = 1e-12f;

// Adding and subtracting it rounds a small float to a whole number.
constexpr float rounder = 12582912.0f;  // 1.5 * 2^23

constexpr std::size_t lanes = 8;

using Parts = std::array<float, lanes>;

inline float total_of(const Parts& parts) {
  return ((parts[0] + parts[4]) + (parts[2] + parts[6])) +
         ((parts[1] + parts[5]) + (parts[3] + parts[7]));
}

// Sums by `lanes` partial sums, which compilers can keep in a register.
template <class Term>
inline float sum(std::size_t count, Term term) {
  Parts parts{};
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes)
    for (std::size_t lane = 0; lane < lanes; ++lane)
      parts[lane] += term(i + lane);
  for (std::size_t lane = 0; i + lane < count; ++lane)
    parts[lane] += term(i + lane);
  return total_of(parts);
}

// The products of one row with some others.  One sum at a time would wait for
// each addition to end.
template <std::size_t Count>
inline void dot_some(std::span<const float> left, const float* rows,
                     std::size_t stride, float* results) {
  std::array<Parts, Count> parts{};
  std::size_t i = 0;
  for (; i + lanes <= left.size(); i += lanes)
    for (std::size_t row = 0; row < Count; ++row)
      for (std::size_t lane = 0; lane < lanes; ++lane)
        parts[row][lane] += left[i + lane] * rows[row * stride + i + lane];
  for (std::size_t lane = 0; i + lane < left.size(); ++lane)
    for (std::size_t row = 0; row < Count; ++row)
      parts[row][lane] += left[i + lane] * rows[row * stride + i + lane];
  for (std::size_t row = 0; row < Count; ++row)
    results[row] = total_of(parts[row]);
}

// By `lanes` partial results, like a sum.
inline float highest_of(std::span<const float> values) {
  std::array<float, lanes> parts;
  parts.fill(values[0]);
  std::size_t i = 0;
  for (; i + lanes <= values.size(); i += lanes)
    for (std::size_t lane = 0; lane < lanes; ++lane)
      parts[lane] = std::max(parts[lane], values[i + lane]);
  for (; i < values.size(); ++i) parts[0] = std::max(parts[0], values[i]);
  return *std::ranges::max_element(parts);
}

// x = n ln 2 + r with |r| <= ln 2 / 2; e^r by the polynomial of Cephes' expf.
inline float power_of_e(float x) {
  // As bits, negative floats grow with their size: no branch is needed.
  constexpr auto lowest = std::bit_cast<std::uint32_t>(-87.0f);
  x = std::bit_cast<float>(std::min(std::bit_cast<std::uint32_t>(x), lowest));
  const float shifted = x * 1.44269504088896341f + rounder;
  const float n = shifted - rounder;
  const float r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  // 2^n: the low bits of `shifted` hold n.
  const std::uint32_t exponent = std::bit_cast<std::uint32_t>(shifted) << 23;
  return std::bit_cast<float>(std::bit_cast<std::uint32_t>(p) + exponent);
}

// The complement of the error function for z >= 0 by 7.1.28 of Abramowitz and
// Stegun, Handbook of Mathematical Functions: wrong by less than 2e-6.
inline float error_complement(float z) {
  float p = 4.30638e-5f;
  p = p * z + 2.765672e-4f;
  p = p * z + 1.520143e-4f;
  p = p * z + 9.2705272e-3f;
  p = p * z + 4.22820123e-2f;
  p = p * z + 7.05230784e-2f;
  p = p * z + 1.0f;
  p *= p;
  p *= p;
  p *= p;
  p *= p;
  return 1.0f / p;
}

// Without branches, which would keep compilers from taking many at once.
inline float gelu(float x) {
  const float z = std::abs(x) * 0.70710678118654752f;
  const float tail = 0.5f * error_complement(z);
  const float whole = x < 0 ? 0.0f : 1.0f;
  const float sign = x < 0 ? 1.0f : -1.0f;
  return x * (whole + sign * tail);
}

}  // namespace

float exponential(float x) { return power_of_e(x); }

DEMARCHE_WIDE void gelu(std::span<float> values) {
  for (float& value : values) value = gelu(value);
}

DEMARCHE_WIDE void rectify(std::span<float> values) {
  for (float& value : values) value = value > 0 ? value : 0;
}

DEMARCHE_WIDE void softmax(std::span<float> scores) {
  const float highest = highest_of(scores);
  for (float& score : scores) score = power_of_e(score - highest);
  const float total =
      sum(scores.size(), [&](std::size_t i) { return scores[i]; });
  for (float& score : scores) score /= total;
}

DEMARCHE_WIDE void normalise(std::span<float> row,
                             std::span<const float> weight,
                             std::span<const float> bias) {
  const auto size = static_cast<float>(row.size());
  const float mean =
      sum(row.size(), [&](std::size_t i) { return row[i]; }) / size;
  for (float& value : row) value -= mean;
  const float variance =
      sum(row.size(), [&](std::size_t i) { return row[i] * row[i]; }) / size;
  const float deviation = std::sqrt(variance + layer_norm_epsilon);
  for (std::size_t i = 0; i < row.size(); ++i)
    row[i] = row[i] / deviation * weight[i] + bias[i];
}

DEMARCHE_WIDE float dot(std::span<const float> left,
                        std::span<const float> right) {
  return sum(left.size(), [&](std::size_t i) { return left[i] * right[i]; });
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
