#include "graphs/excerpt.h"

#include <algorithm>

#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

constexpr std::size_t most_bytes_aside = 400;

bool is_continuation(char c) { return (c & '\xc0') == '\x80'; }

bool is_in(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

/// "Mr", "Gen", "U.S", "J": capitals before a full stop that ends no sentence.
bool is_abbreviation(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && !is_in(text[begin - 1], " \n\r\t(\"'")) --begin;
  return stop - begin <= 3 && begin < stop && is_capital(text[begin]);
}

/// Whether a sentence may begin at `place`, after a space.
bool is_boundary(std::string_view text, std::size_t place) {
  if (place == 0 || place >= text.size()) return true;
  if (is_in(text[place - 1], "\n\r")) return true;
  if (text[place - 1] != ' ') return false;
  const char first = text[place];
  if (!is_capital(first) && !is_in(first, "\"'0123456789") &&
      (first & '\x80') == 0)
    return false;
  std::size_t stop = place - 1;
  while (stop > 0 && is_in(text[stop], " \"')")) --stop;
  if (is_continuation(text[stop])) return false;
  return is_in(text[stop], ".!?") &&
         (text[stop] != '.' || !is_abbreviation(text, stop));
}

std::string trimmed(std::string_view text, bool at_begin, bool at_end) {
  constexpr std::string_view space = " \n\r\t";
  while (at_begin && !text.empty() && is_in(text.front(), space))
    text.remove_prefix(1);
  while (at_end && !text.empty() && is_in(text.back(), space))
    text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

std::string text_of(const Excerpt& excerpt) {
  return excerpt.before + excerpt.words + excerpt.after;
}

Excerpt excerpt_around(std::string_view text, Span words) {
  std::size_t begin = words.begin, end = words.end;
  const std::size_t first =
      begin > most_bytes_aside ? begin - most_bytes_aside : 0;
  const std::size_t last = std::min(text.size(), end + most_bytes_aside);
  while (begin > first && !is_boundary(text, begin)) --begin;
  while (end < last && !is_in(text[end], "\n\r") &&
         (end == words.end || !is_boundary(text, end)))
    ++end;
  while (begin < words.begin && is_continuation(text[begin])) ++begin;
  while (end > words.end && end < text.size() && is_continuation(text[end]))
    --end;
  Excerpt excerpt;
  excerpt.before =
      trimmed(text.substr(begin, words.begin - begin), true, false);
  excerpt.words = slice(text, words);
  excerpt.after = trimmed(text.substr(words.end, end - words.end), false, true);
  if (begin == first && begin > 0 && !is_boundary(text, begin))
    excerpt.before.insert(0, "\xe2\x80\xa6");
  if (end == last && end < text.size() && !is_boundary(text, end))
    excerpt.after += "\xe2\x80\xa6";
  return excerpt;
}

}  // namespace demarche
