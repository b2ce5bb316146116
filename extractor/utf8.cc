// UTF-8 as table 3-7 of the Unicode Standard defines it: the first byte says
// how many follow and what range the second one may have; the others
// are 80..BF.

#include "extractor/utf8.h"

#include <algorithm>
#include <cstdint>

namespace demarche {
namespace {

struct Lead {
  std::size_t size = 0;  ///< 0: no sequence begins with this byte.
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xbf;
};

Lead lead_of(std::uint8_t byte) {
  if (byte < 0x80) return {1};
  if (byte < 0xc2) return {0};
  if (byte < 0xe0) return {2};
  if (byte == 0xe0) return {3, 0xa0, 0xbf};
  if (byte == 0xed) return {3, 0x80, 0x9f};
  if (byte < 0xf0) return {3};
  if (byte == 0xf0) return {4, 0x90, 0xbf};
  if (byte < 0xf4) return {4};
  if (byte == 0xf4) return {4, 0x80, 0x8f};
  return {0};
}

struct Sequence {
  std::size_t size = 1;
  bool valid = false;
};

/// The character at `position`, or the maximal subpart that must be replaced.
Sequence sequence_at(std::string_view text, std::size_t position) {
  const Lead lead = lead_of(static_cast<std::uint8_t>(text[position]));
  if (lead.size <= 1) return {1, lead.size == 1};
  std::uint8_t low = lead.low, high = lead.high;
  std::size_t size = 1;
  for (; size < lead.size && position + size < text.size(); ++size) {
    const auto byte = static_cast<std::uint8_t>(text[position + size]);
    if (byte < low || byte > high) break;
    low = 0x80, high = 0xbf;
  }
  return {size, size == lead.size};
}

bool continues(char byte) { return (byte & '\xc0') == '\x80'; }

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t position) {
  const auto first = static_cast<std::uint8_t>(text[position]);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  char32_t value = first & (0x7f >> size);
  for (std::size_t i = 1; i < size; ++i)
    value = value << 6 | (static_cast<std::uint8_t>(text[position + i]) & 0x3f);
  return {value, size};
}

CodePoint code_point_before(std::string_view text, std::size_t position) {
  do --position;
  while (position > 0 && continues(text[position]));
  return code_point_at(text, position);
}

std::size_t count_code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(
                           std::count_if(text.begin(), text.end(), continues));
}

std::size_t repair_utf8(std::string& text) {
  std::size_t replacements = 0, copied = 0;
  std::string repaired;
  for (std::size_t i = 0; i < text.size();) {
    const Sequence sequence = sequence_at(text, i);
    if (!sequence.valid) {
      repaired.append(text, copied, i - copied).append("\xef\xbf\xbd");
      copied = i + sequence.size;
      ++replacements;
    }
    i += sequence.size;
  }
  if (replacements == 0) return 0;
  repaired.append(text, copied);
  text = std::move(repaired);
  return replacements;
}

}  // namespace demarche
