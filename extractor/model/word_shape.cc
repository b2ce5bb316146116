#include "extractor/model/word_shape.h"

#include <utf8proc.h>

#include <cstddef>

#include "extractor/model/code_points.h"

namespace demarche {
namespace {

struct Letters {
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool upper_first = false;
  bool digit = false;
};

Letters count_letters(std::string_view word) {
  Letters letters;
  for (const char32_t code : code_points(word)) {
    const auto category =
        utf8proc_category(static_cast<utf8proc_int32_t>(code));
    if (code >= '0' && code <= '9') letters.digit = true;
    if (category == UTF8PROC_CATEGORY_LU) {
      if (letters.upper + letters.lower == 0) letters.upper_first = true;
      ++letters.upper;
    }
    if (category == UTF8PROC_CATEGORY_LL) ++letters.lower;
  }
  return letters;
}

}  // namespace

WordShape word_shape(std::string_view word) {
  const Letters letters = count_letters(word);
  const bool any = letters.upper + letters.lower > 0;
  if (letters.digit) return any ? WordShape::code : WordShape::number;
  if (!any) return WordShape::other;
  if (letters.upper == 0) return WordShape::lower;
  if (letters.lower == 0)
    return letters.upper > 1 ? WordShape::upper : WordShape::letter;
  return letters.upper_first && letters.upper == 1 ? WordShape::title
                                                   : WordShape::mixed;
}

}  // namespace demarche
