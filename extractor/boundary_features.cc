#include "extractor/boundary_features.h"

#include <algorithm>
#include <array>

namespace demarche {

namespace {

constexpr std::size_t longest_hashed = 32;  // Bytes of a form that count.

// What kinds of bytes the beginning of a form has.
struct ByteCounts {
  std::size_t upper = 0, lower = 0, digits = 0, wide = 0;
};

ByteCounts count_bytes(std::string_view form) {
  ByteCounts counts;
  for (const char c : form) {
    const auto byte = static_cast<unsigned char>(c);
    counts.upper += byte >= 'A' && byte <= 'Z';
    counts.lower += byte >= 'a' && byte <= 'z';
    counts.digits += byte >= '0' && byte <= '9';
    counts.wide += byte >= 0x80;
  }
  return counts;
}

std::uint8_t shape_of_mark(std::string_view form, std::size_t wide) {
  using Marks = std::array<std::string_view, 7>;
  static constexpr Marks openers{"“", "‘", "«", "(", "[", "{", "„"};
  static constexpr Marks closers{"”", "’", "»", ")", "]", "}", ")"};
  if (std::find(openers.begin(), openers.end(), form) != openers.end()) {
    return 13;
  }
  if (std::find(closers.begin(), closers.end(), form) != closers.end()) {
    return 14;
  }
  if (wide > 0) return form.starts_with('\xE2') ? 15 : 1;
  switch (form.empty() ? '\0' : form.front()) {
    case '.':
      return 9;
    case '?':
    case '!':
      return 10;
    case ',':
      return 11;
    case '"':
    case '\'':
      return 12;
    case '-':
    case ':':
    case ';':
      return 8;
    default:
      return 15;
  }
}

}  // namespace

std::uint32_t word_bucket(std::string_view form, std::uint32_t buckets) {
  std::uint32_t value = 2166136261U;
  for (char c : form.substr(0, longest_hashed)) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') c = '0';
    value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
  }
  return (value ^ (value >> 16)) % buckets;
}

std::uint8_t boundary_shape(std::string_view form) {
  const auto head = form.substr(0, longest_hashed);
  const ByteCounts counts = count_bytes(head);
  if (counts.upper + counts.lower + counts.digits == 0) {
    return shape_of_mark(form, counts.wide);
  }
  if (counts.digits > 0) return counts.upper + counts.lower == 0 ? 6 : 7;
  if (head.back() == '.') return counts.upper > 0 ? 4 : 5;
  const bool begins_upper = head.front() >= 'A' && head.front() <= 'Z';
  if (!begins_upper) return 1;
  return counts.lower + counts.wide == 0 ? 3 : 2;
}

std::vector<TokenFeatures> boundary_features(std::string_view text,
                                             const std::vector<Token>& tokens,
                                             std::uint32_t buckets) {
  std::vector<TokenFeatures> features;
  features.reserve(tokens.size());
  std::uint8_t inside = 0;
  std::uint32_t end = 0;
  for (const Token& token : tokens) {
    const auto form = slice(text, token.span);
    if (form == "“" || form == "”" || form == "''") inside = form == "“";
    if (form == "\"") inside = 1 - inside;
    const bool gap = features.empty() || token.span.begin > end;
    features.push_back({word_bucket(form, buckets), boundary_shape(form),
                        static_cast<std::uint8_t>(gap), inside});
    end = token.span.end;
  }
  return features;
}

}  // namespace demarche
