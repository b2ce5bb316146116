#ifndef DEMARCHE_EXTRACTOR_CHARACTERS_H_
#define DEMARCHE_EXTRACTOR_CHARACTERS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extractor/span.h"

namespace demarche {

/// What a character is to a tokenizer.
enum class CharacterKind {
  space,
  letter,  ///< With marks, joiners and everything else that words hold.
  digit,
  punctuation,  ///< Also symbols: each may be a token of its own.
};

/// One character of a text.
struct Character {
  char32_t code = 0;
  std::uint32_t size = 1;  ///< In bytes.
  CharacterKind kind = CharacterKind::space;

  bool is_word() const {
    return kind == CharacterKind::letter || kind == CharacterKind::digit;
  }
};

/// What ASCII characters are; control characters count as letters.
constexpr CharacterKind ascii_kind(unsigned char byte) {
  if ((byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x20)) {
    return CharacterKind::space;
  }
  if (byte >= '0' && byte <= '9') return CharacterKind::digit;
  const unsigned char lower = byte | 0x20;
  if ((lower >= 'a' && lower <= 'z') || byte < 0x20 || byte == 0x7F) {
    return CharacterKind::letter;
  }
  return CharacterKind::punctuation;
}

/// The character beyond ASCII that begins at byte `position`.
Character wide_character_at(std::string_view text, std::size_t position);

/// The character that begins at byte `position`; a space of size 1 past the
/// end.  A byte that is no UTF-8 counts as a letter.
inline Character character_at(std::string_view text, std::size_t position) {
  if (position >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[position]);
  if (byte < 0x80) return {byte, 1, ascii_kind(byte)};
  return wide_character_at(text, position);
}

/// Where the character before byte `position` begins; 0 at the beginning.
std::size_t previous_character(std::string_view text, std::size_t position);

bool is_upper(char32_t code);
bool is_lower(char32_t code);

/// `'` and the characters that are typed for it: ’ ‘ ` ´.
bool is_apostrophe(char32_t code);

/// `text` with its ASCII letters in lower case; others stay.
std::string lower_ascii(std::string_view text);

/// `span` without the white space at its ends.
Span trim(std::string_view text, Span span);

/// Whether all characters of `text` are white space.
bool is_blank(std::string_view text);

}  // namespace demarche

#endif
