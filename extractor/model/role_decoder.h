#ifndef DEMARCHE_EXTRACTOR_MODEL_ROLE_DECODER_H_
#define DEMARCHE_EXTRACTOR_MODEL_ROLE_DECODER_H_

#include <cstddef>
#include <vector>

namespace demarche {

/// The role of each word for one predicate, from a row of scores a word; role 0
/// is none.  A predicate has each core role at most once (Punyakanok et al.
/// 2008): of several words that score it highest it stays with the one that
/// would lose most by another role, and the others take their next best.
std::vector<std::size_t> choose_roles(std::vector<std::vector<float>> scores,
                                      const std::vector<bool>& is_core);

}  // namespace demarche

#endif
