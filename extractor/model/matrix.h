#ifndef DEMARCHE_EXTRACTOR_MODEL_MATRIX_H_
#define DEMARCHE_EXTRACTOR_MODEL_MATRIX_H_

#include <cstddef>
#include <span>

#include "extractor/model/scratch.h"

namespace demarche {

/// Rows of numbers, one after another; what they are is left open at first.
struct Matrix {
  Matrix() = default;
  Matrix(std::size_t row_count, std::size_t column_count)
      : rows(row_count),
        columns(column_count),
        values(row_count * column_count) {}

  /// Keeps the room that it has.
  void resize(std::size_t row_count, std::size_t column_count) {
    rows = row_count;
    columns = column_count;
    values.resize(row_count * column_count);
  }

  std::span<float> row(std::size_t i) {
    return std::span(values).subspan(i * columns, columns);
  }
  std::span<const float> row(std::size_t i) const {
    return std::span(values).subspan(i * columns, columns);
  }

  std::size_t rows = 0;
  std::size_t columns = 0;
  Scratch<float> values;
};

}  // namespace demarche

#endif
