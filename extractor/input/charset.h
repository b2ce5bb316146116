#ifndef DEMARCHE_EXTRACTOR_INPUT_CHARSET_H_
#define DEMARCHE_EXTRACTOR_INPUT_CHARSET_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace demarche {

/// Makes UTF-8 of a page and returns how many sequences were broken and
/// replaced.
///
/// What it is in is told by a byte order mark (UTF-8, UTF-16), else by
/// `declared`, the charset of an HTTP header, else by a `<meta>`.  Latin-1 is
/// read as windows-1252, as browsers do, unless the page is valid UTF-8 all the
/// same; anything else is taken for UTF-8.
std::size_t make_utf8(std::string& page, std::string_view declared);

/// The value after "charset=" in a header or a page; empty: none.
std::string find_charset(std::string_view text);

/// Appends a code point in UTF-8; U+FFFD for what is none.
void append_utf8(char32_t code, std::string& text);

/// What the byte means in windows-1252.
char32_t windows_1252(unsigned char byte);

}  // namespace demarche

#endif
