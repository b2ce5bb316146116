#ifndef DEMARCHE_EXTRACTOR_MODEL_ARBORESCENCE_H_
#define DEMARCHE_EXTRACTOR_MODEL_ARBORESCENCE_H_

#include <cstdint>
#include <vector>

#include "extractor/model/matrix.h"

namespace demarche {

/// The dependency tree of the highest sum of scores with one root word.
///
/// Row d of `scores` holds the scores of the heads of word d: column 0 that
/// of being the root, column h + 1 that of word h.  The result gives each
/// word its column.  Takes time in the square of the number of words (Tarjan
/// 1977); what lies on the diagonal does not matter.
std::vector<std::uint32_t> maximum_arborescence(const Matrix& scores);

}  // namespace demarche

#endif
