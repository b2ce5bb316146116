#ifndef DEMARCHE_EXTRACTOR_MODEL_CODE_POINTS_H_
#define DEMARCHE_EXTRACTOR_MODEL_CODE_POINTS_H_

#include <string>
#include <string_view>

namespace demarche {

/// The code points of a text; U+FFFD for each byte that is no UTF-8.
std::u32string code_points(std::string_view text);

/// Appends a code point as UTF-8.
void append(std::string& text, char32_t code);

/// The lower-case form of one code point, whatever the locale.
char32_t lower(char32_t code);

/// A text in lower case, code point by code point.
std::string lower(std::string_view text);

}  // namespace demarche

#endif
