#ifndef DEMARCHE_EXTRACTOR_MODEL_ATTENTION_H_
#define DEMARCHE_EXTRACTOR_MODEL_ATTENTION_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "extractor/model/matrix.h"

namespace demarche {

/// Self-attention among rows [begin, end) of a window (Vaswani et al. 2017).
///
/// A row of `qkv` holds its query, key and value, each head by head.  From row
/// `first` on, `mixed` gets for each of the rows that look (of those of the
/// window), head by head, the mean of the values of the rows that it attends
/// to.  All sums are taken in the order of the rows.
void attend(const Matrix& qkv, std::size_t begin, std::size_t end,
            std::span<const std::uint32_t> looking, std::size_t heads,
            Matrix& mixed, std::size_t first);

}  // namespace demarche

#endif
