// Divides a text into paragraphs.
//
// News comes in two forms: one line a paragraph, with or without empty lines
// between, and lines wrapped at a fixed width with empty lines between the
// paragraphs.  A line was wrapped if the next word would not have fitted; but
// short paragraphs look the same by chance, so that the whole text has to look
// wrapped: line after line is full and yet ends within a sentence, which goes
// on in lower case.

#include "extractor/lines.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "extractor/characters.h"
#include "extractor/utf8.h"

namespace demarche {
namespace {

constexpr std::size_t widest_wrapping = 120;

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 ||
         c == 0x2028 || c == 0x2029;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || is_line_end(c) || c == 0xa0 || c == 0x1680 ||
         (c >= 0x1c && c <= 0x1f) || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x202f || c == 0x205f || c == 0x3000;
}

std::uint32_t offset(std::size_t position) {
  return static_cast<std::uint32_t>(position);
}

/// The position after the first run of `mark` characters if a space follows
/// it, or if `glued` allows that none does.
std::optional<std::uint32_t> after_mark(std::string_view text, Span span,
                                        std::string_view mark, bool glued) {
  std::string_view rest = slice(text, span);
  std::size_t size = 0;
  while (rest.substr(size).starts_with(mark)) size += mark.size();
  if (size == 0 || size == rest.size()) return std::nullopt;
  if (!glued && !is_space(code_point_at(rest, size).value)) return std::nullopt;
  return span.begin + offset(size);
}

/// A line without its mark.
Paragraph paragraph_of(std::string_view text, Span line, bool after_blank) {
  struct Shape {
    std::string_view mark;
    Mark meaning;
    bool glued;
  };
  constexpr std::array shapes = {
      Shape{"•", Mark::bullet, true},  Shape{"▪", Mark::bullet, true},
      Shape{"‣", Mark::bullet, true},  Shape{"◦", Mark::bullet, true},
      Shape{"●", Mark::bullet, true},  Shape{"■", Mark::bullet, true},
      Shape{"·", Mark::bullet, true},  Shape{"-", Mark::bullet, false},
      Shape{"*", Mark::bullet, false}, Shape{"–", Mark::bullet, false},
      Shape{"—", Mark::bullet, false}, Shape{"#", Mark::hashes, false}};
  for (const Shape& shape : shapes)
    if (const auto begin = after_mark(text, line, shape.mark, shape.glued))
      return {trim(text, {*begin, line.end}), shape.meaning, after_blank};
  return {line, Mark::none, after_blank};
}

std::vector<Paragraph> find_lines(std::string_view text) {
  std::vector<Paragraph> lines;
  bool after_blank = false;
  std::size_t begin = 0;
  const auto end_line = [&](std::size_t end) {
    const Span line = trim(text, {offset(begin), offset(end)});
    if (line.begin == line.end) {
      after_blank = true;
      return;
    }
    lines.push_back(paragraph_of(text, line, after_blank));
    after_blank = false;
  };
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_line_end(c.value)) {
      end_line(i);
      if (c.value == '\r' && text.substr(i + 1).starts_with('\n')) ++i;
      begin = i + c.size;
    }
    i += c.size;
  }
  end_line(text.size());
  return lines;
}

/// Looks at each line end within a block and tells what it may be.
class Wrapping {
 public:
  Wrapping(std::string_view text, const std::vector<Paragraph>& lines)
      : text_(text) {
    widths_.reserve(lines.size());
    for (const Paragraph& line : lines) {
      widths_.push_back(count_code_points(slice(text, line.span)));
      width_ = std::max(width_, widths_.back());
    }
    std::size_t breaks = 0, within_sentences = 0, in_lower_case = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      if (!may_continue(lines[i], lines[i + 1])) continue;
      ++breaks;
      if (!is_full(lines, i) || ends_sentence(lines[i])) continue;
      ++within_sentences;
      in_lower_case += begins_in_lower_case(lines[i + 1]);
    }
    wrapped_ = width_ <= widest_wrapping && within_sentences >= 2 &&
               within_sentences * 5 >= breaks * 2 &&
               in_lower_case * 2 >= within_sentences;
  }

  /// Whether line `i + 1` goes on with the paragraph of line `i`.
  bool joins(const std::vector<Paragraph>& lines, std::size_t i) const {
    if (!may_continue(lines[i], lines[i + 1])) return false;
    if (wrapped_ && is_full(lines, i)) return true;
    return !ends_sentence(lines[i]) && begins_in_lower_case(lines[i + 1]);
  }

 private:
  static bool may_continue(const Paragraph& line, const Paragraph& next) {
    return !next.after_blank && next.mark == Mark::none &&
           line.mark != Mark::hashes;
  }

  bool ends_sentence(const Paragraph& line) const {
    return ends_like_sentence(slice(text_, line.span)) ||
           slice(text_, line.span).ends_with(':');
  }

  bool begins_in_lower_case(const Paragraph& line) const {
    return utf8proc_islower(static_cast<utf8proc_int32_t>(
               code_point_at(text_, line.span.begin).value)) != 0;
  }

  bool is_full(const std::vector<Paragraph>& lines, std::size_t i) const {
    const std::string_view next = slice(text_, lines[i + 1].span);
    const std::string_view word = next.substr(0, next.find(' '));
    return widths_[i] + 1 + count_code_points(word) > width_;
  }

  std::string_view text_;
  std::vector<std::size_t> widths_;  ///< Of the lines, in characters.
  std::size_t width_ = 0;
  bool wrapped_ = false;
};

}  // namespace

bool ends_like_sentence(std::string_view text) {
  constexpr std::u32string_view closing = U"\"'”’»)]}*_";
  std::size_t end = text.size();
  while (end > 0) {
    const CodePoint c = code_point_before(text, end);
    if (closing.find(c.value) == closing.npos)
      return c.value == '.' || c.value == '!' || c.value == '?' ||
             c.value == U'…';
    end -= c.size;
  }
  return false;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool within = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const bool space = is_space(c.value);
    words += !space && !within;
    within = !space;
    i += c.size;
  }
  return words;
}

std::vector<Paragraph> find_paragraphs(std::string_view text) {
  const std::vector<Paragraph> lines = find_lines(text);
  const Wrapping wrapping(text, lines);
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && wrapping.joins(lines, i - 1))
      paragraphs.back().span.end = lines[i].span.end;
    else
      paragraphs.push_back(lines[i]);
  }
  return paragraphs;
}

}  // namespace demarche
