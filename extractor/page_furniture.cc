// Recognises datelines and linked headlines by their form.
//
//   SPLIT, Croatia (Agency) - Two ministers met.
//   └ dateline ───────────┘   └ the story
//   Sen. Lopez Ada LopezFerry talks collapseBoats wait MORE said so.
//              └ linked headlines, to be left out ───────┘

#include "extractor/page_furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "extractor/characters.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

constexpr std::size_t longest_dateline = 80;
constexpr std::size_t longest_links = 800;

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

Span span_of(Span paragraph, std::size_t begin, std::size_t end) {
  return {paragraph.begin + static_cast<std::uint32_t>(begin),
          paragraph.begin + static_cast<std::uint32_t>(end)};
}

/// Whether the first word is a place's name in capitals: "OSLO,", "(DELHI)".
bool begins_in_capitals(std::string_view place) {
  std::size_t letters = 0;
  for (const char c : place) {
    if (is_lower_letter(c)) return false;
    if (c == ' ' || c == ',') break;
    letters += is_capital(c);
  }
  return letters >= 3;
}

/// Every word of a place, a date and an agency begins with a capital or digit.
bool is_named_throughout(std::string_view place) {
  bool begins = true;
  for (const char c : place) {
    if (begins && is_lower_letter(c)) return false;
    if (c == ':' || c == ';' || c == '?' || c == '!' || c == '"') return false;
    begins = c == ' ';
  }
  return true;
}

/// What the dash parts from the place begins as a story does.
bool begins_story(std::string_view rest) {
  if (rest.empty()) return false;
  const Character first = character_at(rest, 0);
  return is_capital(rest[0]) || is_digit(rest[0]) ||
         std::u32string_view(U"\"“‘'$€£").find(first.code) !=
             std::u32string_view::npos;
}

struct Dash {
  std::size_t begin = std::string_view::npos, end = 0;
};

/// The first dash that parts words, not "Guinea-Bissau".
Dash find_dash(std::string_view text) {
  Dash first;
  for (const std::string_view dash : {" - ", "--", "–", "—"}) {
    const std::size_t at = text.find(dash);
    if (at < first.begin) first = {at, at + dash.size()};
  }
  return first;
}

std::size_t word_begin(std::string_view text, std::size_t at) {
  const std::size_t space = text.find_last_of(" \n\t", at);
  return space == std::string_view::npos ? 0 : space + 1;
}

/// The end of the word before `word` that is glued to a headline there:
/// of "Lopez Ada LopezTalks", for the last word, that of the first "Lopez".
std::size_t end_of_repeated(std::string_view text, std::size_t word,
                            std::size_t glued) {
  constexpr int most_words = 6;
  const std::string_view name = text.substr(word, glued - word);
  std::size_t end = word, found = std::string_view::npos;
  for (int i = 0; i < most_words && end > 0; ++i) {
    --end;
    const std::size_t begin = end == 0 ? 0 : word_begin(text, end - 1);
    const std::string_view before = text.substr(begin, end - begin);
    if (before == name) found = end;
    // Only the parts of a name lie between: "Maria", "(Al)".
    if (before.empty() || !(is_capital(before[0]) || before[0] == '(')) break;
    end = begin;
  }
  return found;
}

}  // namespace

std::optional<Span> find_dateline(std::string_view text, Span paragraph) {
  const std::string_view part = slice(text, paragraph);
  const Dash dash = find_dash(part.substr(0, longest_dateline));
  if (dash.begin == std::string_view::npos) return std::nullopt;
  const std::string_view place = part.substr(0, dash.begin);
  std::size_t story = dash.end;
  while (story < part.size() && (part[story] == ' ' || part[story] == '-'))
    ++story;
  if (!begins_in_capitals(place) || !is_named_throughout(place) ||
      !begins_story(part.substr(story)))
    return std::nullopt;
  std::size_t end = dash.end;
  while (part[end - 1] == ' ') --end;
  return span_of(paragraph, 0, end);
}

std::vector<Span> find_linked_headlines(std::string_view text, Span paragraph) {
  constexpr std::string_view mark = " MORE";
  const std::string_view part = slice(text, paragraph);
  std::vector<Span> found;
  std::size_t from = 0;
  for (std::size_t more = part.find(mark); more != part.npos;
       more = part.find(mark, more + 1)) {
    const std::size_t end = more + mark.size();
    if (end < part.size() &&
        (is_capital(part[end]) || is_lower_letter(part[end])))
      continue;
    from = std::max(from, more - std::min(more, longest_links));
    for (std::size_t i = from + 1; i < more; ++i) {
      if (!is_lower_letter(part[i - 1]) ||
          !(is_capital(part[i]) || is_digit(part[i]) || (part[i] & '\x80')))
        continue;
      const std::size_t begin = end_of_repeated(part, word_begin(part, i), i);
      if (begin == part.npos || begin < from) continue;
      found.push_back(span_of(paragraph, begin, end));
      break;
    }
    from = end;
  }
  return found;
}

}  // namespace demarche
