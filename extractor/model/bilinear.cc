#include "extractor/model/bilinear.h"

#include "extractor/model/functions.h"

namespace demarche {

Matrix rectified(const Linear& layer, const QuantisedMatrix& rows) {
  Matrix result = layer(rows);
  rectify(result.values);
  return result;
}

std::vector<float> score_classes(std::span<const float> form,
                                 std::span<const float> other,
                                 std::size_t count) {
  const std::size_t stride = other.size() + 1;
  std::vector<float> scores(count);
  dot_rows(other, form.data(), stride, scores);
  for (std::size_t i = 0; i < count; ++i)
    scores[i] += form[i * stride + other.size()];
  return scores;
}

}  // namespace demarche
