#include "extractor/input/charset.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "extractor/characters.h"
#include "extractor/utf8.h"

namespace demarche {
namespace {

/// How far into a page browsers look for its charset.
constexpr std::size_t declaration_end = 2048;

std::string decode_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    if ((c & '\x80') == 0)
      text += c;
    else
      append_utf8(windows_1252(static_cast<unsigned char>(c)), text);
  }
  return text;
}

std::string decode_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<std::uint8_t>(bytes[i]);
    const auto second = static_cast<std::uint8_t>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second
                                            : second << 8 | first);
  };
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t code = unit(i);
    const bool high = code >= 0xd800 && code < 0xdc00;
    if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xdc00 &&
        unit(i + 2) < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (unit(i + 2) - 0xdc00);
      i += 2;
    }
    append_utf8(code, text);
  }
  return text;
}

bool is_latin_1(std::string_view charset) {
  constexpr std::array<std::string_view, 8> labels = {
      "iso-8859-1", "iso8859-1",    "iso_8859-1", "latin1",
      "latin-1",    "windows-1252", "cp1252",     "us-ascii"};
  return std::find(labels.begin(), labels.end(), charset) != labels.end();
}

bool is_utf8(const std::string& page) {
  std::string copy = page;
  return repair_utf8(copy) == 0;
}

}  // namespace

void append_utf8(char32_t code, std::string& text) {
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) code = 0xfffd;
  if (code < 0x80) {
    text += static_cast<char>(code);
    return;
  }
  const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  constexpr std::array<std::uint8_t, 4> leads = {0, 0xc0, 0xe0, 0xf0};
  text += static_cast<char>(leads[static_cast<std::size_t>(more)] |
                            (code >> (6 * more)));
  for (int i = more - 1; i >= 0; --i)
    text += static_cast<char>(0x80 | ((code >> (6 * i)) & 0x3f));
}

char32_t windows_1252(unsigned char byte) {
  constexpr std::array<char16_t, 32> codes = {
      0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
      0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
      0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
      0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};
  return byte >= 0x80 && byte < 0xa0 ? codes[byte - 0x80U] : byte;
}

std::string find_charset(std::string_view text) {
  constexpr std::string_view key = "charset";
  const std::string lower = lower_ascii(text);
  for (std::size_t at = lower.find(key); at != lower.npos;
       at = lower.find(key, at + 1)) {
    std::size_t begin = lower.find_first_not_of(" \t", at + key.size());
    if (begin == lower.npos || lower[begin] != '=') continue;
    begin = lower.find_first_not_of(" \t\"'", begin + 1);
    if (begin == lower.npos) break;
    const std::size_t end = lower.find_first_of(" \t\r\n\"';/>", begin);
    return lower.substr(begin, end - begin);
  }
  return "";
}

std::size_t make_utf8(std::string& page, std::string_view declared) {
  if (page.starts_with("\xff\xfe") || page.starts_with("\xfe\xff"))
    page = decode_utf16(std::string_view(page).substr(2), page[0] == '\xfe');
  if (page.starts_with("\xef\xbb\xbf")) {
    page.erase(0, 3);
  } else {
    std::string charset = lower_ascii(declared);
    if (charset.empty())
      charset = find_charset(std::string_view(page).substr(0, declaration_end));
    if (is_latin_1(charset) && !is_utf8(page)) page = decode_1252(page);
  }
  return repair_utf8(page);
}

}  // namespace demarche
