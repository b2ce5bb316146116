#ifndef DEMARCHE_EXTRACTOR_MODEL_ROW_SUMS_H_
#define DEMARCHE_EXTRACTOR_MODEL_ROW_SUMS_H_

#include <algorithm>
#include <array>
#include <cstddef>

#include "extractor/model/lanes.h"

namespace demarche {

/// For each of some lists of factors the sum of the same rows, each times its
/// factor, taken in their order: the product of two matrices of floats.
///
/// It goes block by block of columns, so that the sums stay in registers, and
/// takes several lists at a time, so that no sum waits for the one before.
/// `row_at(i)` is the i-th row.  The last block begins early enough to end with
/// the columns.
template <std::size_t Count, class RowAt>
[[gnu::always_inline]] inline void add_rows(
    const std::array<const float*, Count>& factors, std::size_t rows,
    std::size_t columns, RowAt row_at,
    const std::array<float*, Count>& results) {
  if (columns < lane_count) {
    for (std::size_t n = 0; n < Count; ++n)
      for (std::size_t j = 0; j < columns; ++j) {
        float sum = 0;
        for (std::size_t i = 0; i < rows; ++i)
          sum += factors[n][i] * row_at(i)[j];
        results[n][j] = sum;
      }
    return;
  }
  for (std::size_t next = 0; next < columns; next += lane_count) {
    const std::size_t first = std::min(next, columns - lane_count);
    Lanes sums[Count] = {};
    for (std::size_t i = 0; i < rows; ++i) {
      Lanes row;
      load(row_at(i) + first, row);
#pragma GCC unroll 4
      for (std::size_t n = 0; n < Count; ++n) sums[n] += factors[n][i] * row;
    }
#pragma GCC unroll 4
    for (std::size_t n = 0; n < Count; ++n) store(sums[n], results[n] + first);
  }
}

}  // namespace demarche

#endif
