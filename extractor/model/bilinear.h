#ifndef DEMARCHE_EXTRACTOR_MODEL_BILINEAR_H_
#define DEMARCHE_EXTRACTOR_MODEL_BILINEAR_H_

#include <cstdint>
#include <span>
#include <vector>

#include "extractor/model/linear.h"

namespace demarche {

/// What a linear layer, then a rectifier, make of rows.
Matrix rectified(const Linear& layer, const QuantisedMatrix& rows);

/// Scores of `count` classes for a pair.  `form` holds, class by class, one
/// number for each of `other` and a last one that is added.
std::vector<float> score_classes(std::span<const float> form,
                                 std::span<const float> other,
                                 std::size_t count);

}  // namespace demarche

#endif
