#include "extractor/model/code_points.h"

#include <utf8proc.h>

namespace demarche {

std::u32string code_points(std::string_view text) {
  std::u32string codes;
  codes.reserve(text.size());
  while (!text.empty()) {
    utf8proc_int32_t code = static_cast<unsigned char>(text[0]);
    utf8proc_ssize_t size = 1;
    if (code >= 0x80)
      size = utf8proc_iterate(
          reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
          static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size <= 0) code = 0xfffd;
    codes += static_cast<char32_t>(code);
    text.remove_prefix(size <= 0 ? 1 : static_cast<std::size_t>(size));
  }
  return codes;
}

void append(std::string& text, char32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
    return;
  }
  utf8proc_uint8_t bytes[4];
  const auto size =
      utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes);
  text.append(reinterpret_cast<const char*>(bytes),
              static_cast<std::size_t>(size));
}

char32_t lower(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code | 0x20 : code;
  return static_cast<char32_t>(
      utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
}

std::string lower(std::string_view text) {
  std::string lowered;
  for (const char32_t code : code_points(text)) append(lowered, lower(code));
  return lowered;
}

}  // namespace demarche
