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
  std::vector<float> scores(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto part = form.subspan(i * (other.size() + 1), other.size() + 1);
    scores[i] = dot(part.first(other.size()), other) + part.back();
  }
  return scores;
}

}  // namespace demarche
