#ifndef DEMARCHE_EXTRACTOR_MODEL_LINEAR_H_
#define DEMARCHE_EXTRACTOR_MODEL_LINEAR_H_

#include <cstdint>
#include <span>
#include <string>

#include "extractor/model/integer_product.h"
#include "extractor/model/matrix.h"
#include "extractor/model/model_file.h"

namespace demarche {

/// Rounds a row, as the one at `place`.
void quantise(std::span<const float> row, QuantisedMatrix& matrix,
              std::size_t place);

QuantisedMatrix quantise(const Matrix& matrix);

/// The rows of these numbers, in this order.
QuantisedMatrix select_rows(const QuantisedMatrix& matrix,
                            std::span<const std::uint32_t> rows);

/// A linear layer of 8-bit weights.
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
  std::size_t outputs() const { return weights_.outputs; }

  Matrix operator()(const QuantisedMatrix& input) const;
  Matrix operator()(const Matrix& input) const {
    return (*this)(quantise(input));
  }

  /// One number of the result, the same to the bit.
  float at(const QuantisedMatrix& input, std::size_t row,
           std::size_t output) const;

 private:
  std::size_t inputs_ = 0;
  PackedWeights weights_;
};

}  // namespace demarche

#endif
