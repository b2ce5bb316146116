#ifndef DEMARCHE_EXTRACTOR_MODEL_WORD_SHAPE_H_
#define DEMARCHE_EXTRACTOR_MODEL_WORD_SHAPE_H_

#include <cstdint>
#include <string_view>

namespace demarche {

/// The casing of a word, which its pieces do not show.  The numbers are those
/// of docs/model_format.md.
enum class WordShape : std::uint8_t {
  marker,  ///< `[CLS]` and `[SEP]`.
  lower,
  title,   ///< Upper case, then lower: "Baku".
  upper,   ///< Two letters or more: "UN", "U.S.".
  letter,  ///< One upper-case letter.
  mixed,   ///< "iPhone"
  number,  ///< Digits and no letter.
  code,    ///< "F-16"
  other
};
inline constexpr std::uint32_t word_shape_count = 9;

WordShape word_shape(std::string_view word);

}  // namespace demarche

#endif
