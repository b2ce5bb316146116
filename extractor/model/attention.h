#ifndef DEMARCHE_EXTRACTOR_MODEL_ATTENTION_H_
#define DEMARCHE_EXTRACTOR_MODEL_ATTENTION_H_

#include <cstddef>

#include "extractor/model/matrix.h"

namespace demarche {

/// Self-attention among rows [begin, end) of a window (Vaswani et al. 2017).
///
/// A row of `qkv` holds its query, key and value, each head by head.  Row i
/// of `mixed` gets, head by head, the mean of the values of the rows that row
/// i attends to.  All sums are taken in the order of the rows.
void attend(const Matrix& qkv, std::size_t begin, std::size_t end,
            std::size_t heads, Matrix& mixed);

}  // namespace demarche

#endif
