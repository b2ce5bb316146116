#ifndef DEMARCHE_EXTRACTOR_UTF8_H_
#define DEMARCHE_EXTRACTOR_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace demarche {

/// A character of a text and the number of bytes that it takes there.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;
};

/// The character that begins at `position`.  Precondition: `text` is valid
/// UTF-8 and `position` is the beginning of a character in it.
CodePoint code_point_at(std::string_view text, std::size_t position);

/// The character that ends before `position`.  Same preconditions.
CodePoint code_point_before(std::string_view text, std::size_t position);

/// The number of characters of valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// Replaces what is not UTF-8, each maximal subpart of an ill-formed sequence
/// by one U+FFFD, as the Unicode Standard (section 3.9) recommends and web
/// browsers do.  Returns the number of replacements; 0 leaves `text` alone.
std::size_t repair_utf8(std::string& text);

}  // namespace demarche

#endif
