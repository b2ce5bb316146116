#include "graphs/statement_check.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "ontology/iri_characters.h"
#include "ontology/turtle_files.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

enum ByteKind : std::uint8_t { unsafe = 1, beyond_ascii = 2 };

constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte)
    if (unsafe_in_iri[byte]) kinds[byte] = unsafe;
  for (std::size_t byte = 0x80; byte < kinds.size(); ++byte)
    kinds[byte] = beyond_ascii;
  return kinds;
}();

std::uint8_t kind_of(char c) {
  return byte_kinds[static_cast<unsigned char>(c)];
}

/// Whether `text` has digits where `shape` has '0', else the same characters.
bool has_shape(std::string_view text, std::string_view shape) {
  return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                    [](char c, char expected) {
                      return expected == '0' ? is_digit(c) : c == expected;
                    });
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_day(std::string_view text) {
  if (!has_shape(text, "0000-00-00")) return false;
  constexpr int lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1] &&
         (month != 2 || day < 29 || leap);
}

bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  return (has_shape(text, "+00:00") || has_shape(text, "-00:00")) &&
         number(text.substr(1, 2)) <= 13 && number(text.substr(4, 2)) <= 59;
}

bool is_date_time(std::string_view text) {
  if (text.size() < 19 || !is_day(text.substr(0, 10)) ||
      !has_shape(text.substr(10, 9), "T00:00:00") ||
      number(text.substr(11, 2)) > 23 || number(text.substr(14, 2)) > 59 ||
      number(text.substr(17, 2)) > 59)
    return false;
  text.remove_prefix(19);
  if (text.starts_with('.')) {
    const auto end =
        std::min(text.find_first_not_of("0123456789", 1), text.size());
    if (end == 1) return false;
    text.remove_prefix(end);
  }
  return is_zone(text);
}

bool is_month(std::string_view text) {
  return has_shape(text, "0000-00") && number(text.substr(5)) >= 1 &&
         number(text.substr(5)) <= 12;
}

bool is_integer(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_decimal(std::string_view text) {
  const auto point = text.find('.');
  if (point == std::string_view::npos) return is_integer(text);
  const auto decimals = text.substr(point + 1);
  return is_integer(text.substr(0, point)) && is_integer(decimals) &&
         is_digit(decimals.front());
}

/// Takes numbers with designators, in their order: "1Y2M", "3.5S".
bool takes_parts(std::string_view text, std::string_view designators) {
  while (!text.empty()) {
    const auto end = text.find_first_not_of("0123456789.");
    if (end == 0 || end == std::string_view::npos) return false;
    const auto place = designators.find(text[end]);
    const bool fits = place != std::string_view::npos &&
                      (text[end] == 'S' ? is_decimal(text.substr(0, end))
                                        : is_integer(text.substr(0, end)));
    if (!fits) return false;
    designators.remove_prefix(place + 1);
    text.remove_prefix(end + 1);
  }
  return true;
}

bool is_duration(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (!text.starts_with('P') || text.size() < 3) return false;
  text.remove_prefix(1);
  const auto clock = text.find('T');
  if (clock == std::string_view::npos) return takes_parts(text, "YMD");
  return clock + 1 < text.size() && takes_parts(text.substr(0, clock), "YMD") &&
         takes_parts(text.substr(clock + 1), "HMS");
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto* byte = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t code_point = 0;
    const auto used =
        *byte < 0x80 ? 1 : utf8proc_iterate(byte, left, &code_point);
    if (used < 1) return false;
    byte += used;
    left -= used;
  }
  return true;
}

bool is_iri(std::string_view iri) {
  const auto colon = iri.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(iri[0]))
    return false;
  const bool has_scheme = std::all_of(
      iri.begin(), iri.begin() + static_cast<long>(colon), [](char c) {
        return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
      });
  std::uint8_t kinds = 0;
  for (const char c : iri) kinds |= kind_of(c);
  const auto hash = iri.find('#', colon);
  const bool has_more_hashes =
      hash != std::string_view::npos &&
      iri.find('#', hash + 1) != std::string_view::npos;
  return has_scheme && !has_more_hashes && (kinds & unsafe) == 0 &&
         ((kinds & beyond_ascii) == 0 || is_utf8(iri));
}

bool is_language(std::string_view tag) {
  if (tag.size() > longest_language) return false;
  for (bool first = true;; first = false) {
    const auto part = tag.substr(0, tag.find('-'));
    const bool fits = std::all_of(part.begin(), part.end(), [&](char c) {
      return is_letter(c) || (!first && is_digit(c));
    });
    if (part.empty() || !fits) return false;
    if (part.size() == tag.size()) return true;
    tag.remove_prefix(part.size() + 1);
  }
}

std::string escape_iri(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string iri;
  for (const char c : text.substr(0, text.find('#'))) {
    if (!is_unsafe_in_iri(c)) {
      iri += c;
      continue;
    }
    iri += '%';
    iri += digits[static_cast<unsigned char>(c) >> 4U];
    iri += digits[static_cast<unsigned char>(c) & 15U];
  }
  return iri;
}

bool is_lexical_form(std::string_view text, std::string_view datatype) {
  if (datatype == vocabulary::xsd::date) return is_day(text);
  if (datatype == vocabulary::xsd::date_time) return is_date_time(text);
  if (datatype == vocabulary::xsd::time)
    return text.size() >= 8 && is_date_time("2000-01-01T" + std::string(text));
  if (datatype == vocabulary::xsd::g_year_month) return is_month(text);
  if (datatype == vocabulary::xsd::g_year) return has_shape(text, "0000");
  if (datatype == vocabulary::xsd::duration) return is_duration(text);
  if (datatype == vocabulary::xsd::integer) return is_integer(text);
  if (datatype == vocabulary::xsd::decimal) return is_decimal(text);
  if (datatype == vocabulary::xsd::boolean)
    return text == "true" || text == "false";
  if (datatype == vocabulary::xsd::non_negative_integer)
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
  return true;
}

std::string find_problem(const RdfStatement& statement) {
  return find_problem(statement, nullptr);
}

std::string find_problem(const RdfStatement& statement,
                         const RdfStatement* valid) {
  const auto& object = statement.object;
  const auto& graph = statement.graph;
  if (!(valid && valid->subject == statement.subject) &&
      !is_iri(statement.subject))
    return "no IRI: '" + statement.subject + "'";
  if (!is_iri(statement.predicate))
    return "no IRI: '" + statement.predicate + "'";
  if (graph && !(valid && valid->graph == graph) && !is_iri(*graph))
    return "no IRI: '" + *graph + "'";
  if (object.kind == RdfTerm::Kind::iri)
    return is_iri(object.text) ? "" : "no IRI: '" + object.text + "'";
  if (!is_utf8(object.text)) return "a literal is not UTF-8";
  if (object.text.find('\0') != std::string::npos) return "a literal has a NUL";
  if (!object.language.empty() && !object.datatype.empty())
    return "a literal has both language and datatype";
  if (!object.language.empty() && !is_language(object.language))
    return "no language: '" + object.language + "'";
  if (!object.datatype.empty() && !is_iri(object.datatype))
    return "no IRI: '" + object.datatype + "'";
  if (!is_lexical_form(object.text, object.datatype))
    return "'" + object.text + "' is no <" + object.datatype + ">";
  return "";
}

}  // namespace demarche
