#ifndef DEMARCHE_EXTRACTOR_BOUNDARY_FEATURES_H_
#define DEMARCHE_EXTRACTOR_BOUNDARY_FEATURES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"

namespace demarche {

/// The features of one token, as training/boundaries.py has them.
struct TokenFeatures {
  std::uint32_t word = 0;  ///< Bucket of the form's hash.
  std::uint8_t shape = 0, gap = 0, quote = 0;
};

/// FNV-1a of the first 32 bytes with ASCII letters lowered and digits as 0,
/// folded, modulo `buckets`.
std::uint32_t word_bucket(std::string_view form, std::uint32_t buckets);

/// 1–15: what kind of characters a form has.
std::uint8_t boundary_shape(std::string_view form);

/// The features of the tokens of one passage.
std::vector<TokenFeatures> boundary_features(std::string_view text,
                                             const std::vector<Token>& tokens,
                                             std::uint32_t buckets);

}  // namespace demarche

#endif
