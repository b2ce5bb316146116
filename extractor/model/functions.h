#ifndef DEMARCHE_EXTRACTOR_MODEL_FUNCTIONS_H_
#define DEMARCHE_EXTRACTOR_MODEL_FUNCTIONS_H_

#include <cstddef>
#include <span>

namespace demarche {

// The functions of the network that are not linear layers.
//
// Each takes its additions and multiplications in one fixed order and calls
// nothing of the C library's mathematics but the square root, which IEEE 754
// defines to the last bit.  So every processor gives the same floats.

/// e to the power of x, within 2 units of the last place; below -87 as at
/// -87.  What lies above 88 overflows to nonsense.
float exponential(float x);

/// x times the probability that a normal variable is below x, in place, within
/// 1e-4.
void gelu(std::span<float> values);

/// Negative values become zero.
void rectify(std::span<float> values);

/// Adds the other row to this one.
void add(std::span<const float> other, std::span<float> row);

/// In each of some rows of scores, `stride` floats apart, makes positive
/// numbers of sum 1 of the first `count`, in the ratios of their powers, and
/// zeros of those after them that fill up the last lanes (lanes.h).
void softmax(float* scores, std::size_t rows, std::size_t stride,
             std::size_t count);

/// Shifts and scales a row to mean 0 and variance 1, then by weight and bias.
void normalise(std::span<float> row, std::span<const float> weight,
               std::span<const float> bias);

float dot(std::span<const float> left, std::span<const float> right);

/// The products of `left` with rows that stand `stride` floats apart, one for
/// each result: what `dot` gives, in less time.
void dot_rows(std::span<const float> left, const float* rows,
              std::size_t stride, std::span<float> results);

/// Position of the first highest score.  There must be at least one.
std::size_t best(std::span<const float> scores);

}  // namespace demarche

#endif
