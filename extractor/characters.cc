#include "extractor/characters.h"

#include <utf8proc.h>

namespace demarche {

namespace {

// White space is what Unicode calls so, with the separators of ASCII: the same
// set that readers of CoNLL-U split columns' contents at.
bool is_space(char32_t code) {
  return code == 0x85 || code == 0xA0 || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
         code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

CharacterKind wide_kind(char32_t code) {
  if (is_space(code)) return CharacterKind::space;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_ND:
      return CharacterKind::digit;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return CharacterKind::punctuation;
    default:
      return CharacterKind::letter;
  }
}

}  // namespace

Character wide_character_at(std::string_view text, std::size_t position) {
  utf8proc_int32_t code = 0;
  const auto size = utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data() + position),
      static_cast<utf8proc_ssize_t>(text.size() - position), &code);
  if (size <= 0) return {0xFFFD, 1, CharacterKind::letter};
  const auto wide = static_cast<char32_t>(code);
  return {wide, static_cast<std::uint32_t>(size), wide_kind(wide)};
}

std::size_t previous_character(std::string_view text, std::size_t position) {
  if (position == 0) return 0;
  std::size_t begin = position - 1;
  while (begin > 0 && position - begin < 4 &&
         (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  return begin;
}

bool is_upper(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(code)) ==
         UTF8PROC_CATEGORY_LU;
}

bool is_lower(char32_t code) {
  if (code < 0x80) return code >= 'a' && code <= 'z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(code)) ==
         UTF8PROC_CATEGORY_LL;
}

bool is_apostrophe(char32_t code) {
  return code == '\'' || code == 0x2019 || code == 0x2018 || code == '`' ||
         code == 0xB4;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

Span trim(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const Character first = character_at(text, span.begin);
    if (first.kind != CharacterKind::space) break;
    span.begin += first.size;
  }
  while (span.begin < span.end) {
    const auto last = previous_character(text, span.end);
    if (character_at(text, last).kind != CharacterKind::space) break;
    span.end = static_cast<std::uint32_t>(last);
  }
  return span;
}

bool is_blank(std::string_view text) {
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const Span rest = trim(text, all);
  return rest.begin >= rest.end;
}

}  // namespace demarche
