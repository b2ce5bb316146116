#ifndef DEMARCHE_EXTRACTOR_MODEL_LINEAR_H_
#define DEMARCHE_EXTRACTOR_MODEL_LINEAR_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extractor/model/matrix.h"
#include "extractor/model/model_file.h"

namespace demarche {

/// Rows rounded to whole numbers from -127 to 127, each with its own scale:
/// a number stands for itself times the scale of its row.
struct QuantisedMatrix {
  Matrix integers;
  std::vector<float> scales;

  std::size_t rows() const { return integers.rows; }
};

QuantisedMatrix quantise(const Matrix& matrix);

/// The rows of these numbers, in this order.
QuantisedMatrix select_rows(const QuantisedMatrix& matrix,
                            std::span<const std::uint32_t> rows);

/// A linear layer of 8-bit weights.  A view into its model file.
///
/// The sums are exact whole numbers, so a row's result depends neither on the
/// other rows nor on the processor.
class Linear {
 public:
  /// Reads `name`.weight, .scale and .bias; `ModelFile::any` for a size that
  /// the file decides.
  Linear(const ModelFile& file, const std::string& name, std::uint32_t inputs,
         std::uint32_t outputs);

  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return scales_.size(); }

  Matrix operator()(const QuantisedMatrix& input) const;
  Matrix operator()(const Matrix& input) const {
    return (*this)(quantise(input));
  }

  /// One number of the result, the same to the bit.
  float at(const QuantisedMatrix& input, std::size_t row,
           std::size_t output) const;

 private:
  /// Adds to `result` the sums of a block of outputs, from `first` on, over a
  /// block of inputs, from `start` on.  `floats` is room for the weights.
  void add_products(const QuantisedMatrix& input, std::size_t first,
                    std::size_t start, float* floats, Matrix& result) const;

  std::size_t inputs_ = 0;
  std::span<const std::int8_t> weights_;  ///< outputs x inputs
  std::span<const float> scales_;
  std::span<const float> biases_;
};

}  // namespace demarche

#endif
