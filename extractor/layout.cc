// Recognises credits, source lines and heads by their form.
//
//   A bridge in Mostar [File: Ada Lopez/Reuters]      Growing tensions
//   └ caption          └ credit                       └ heading
//
// The words below are the vocabulary of page layout ("Photo by"), not of what
// news is about; that vocabulary is in the ontology.

#include "extractor/layout.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extractor/characters.h"
#include "extractor/utf8.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 19> credit_words = {
    "file",    "photo",        "photograph", "photos",   "photographs",
    "image",   "images",       "picture",    "pictures", "credit",
    "handout", "illustration", "courtesy",   "video",    "screengrab",
    "graphic", "screenshot",   "map",        "via"};

constexpr std::array<std::string_view, 5> link_titles = {
    "read more", "also read", "see also", "related", "watch"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool begins_upper(std::string_view word) {
  if (word.empty()) return false;
  const auto c = static_cast<utf8proc_int32_t>(code_point_at(word, 0).value);
  return utf8proc_isupper(c) != 0 || utf8proc_toupper(c) == c;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

/// Whether the text begins with a word of credits that does not go on as an
/// ordinary sentence does: "Photo by", "File:", "Image source,", "AP Photo/".
bool opens_credit(std::string_view text) {
  for (const std::string_view word : credit_words) {
    if (!starts_with_any_case(text, word)) continue;
    std::string_view rest = text.substr(word.size());
    bool second = false;
    for (const std::string_view next :
         {" credit", " source", " courtesy", " photo", " image"})
      if (!second && starts_with_any_case(rest, next)) {
        rest.remove_prefix(next.size());
        second = true;
      }
    if (rest.empty() || rest[0] == ':' || rest[0] == '/' ||
        (second && rest[0] == ',') || starts_with_any_case(rest, " by ") ||
        starts_with_any_case(rest, " courtesy"))
      return true;
  }
  return false;
}

bool has_credit_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && is_letter(text[i - 1])) continue;
    for (const std::string_view word : credit_words)
      if (starts_with_any_case(text.substr(i), word) &&
          (i + word.size() == text.size() || !is_letter(text[i + word.size()])))
        return true;
  }
  return false;
}

/// "Reuters photo: Ada Lopez"
bool holds_introduced_credit(std::string_view text) {
  for (std::size_t space = text.find(' '); space != text.npos;
       space = text.find(' ', space + 1))
    for (const std::string_view word : credit_words)
      if (starts_with_any_case(text.substr(space + 1), word) &&
          text.substr(space + 1 + word.size()).starts_with(':'))
        return true;
  return false;
}

bool has_inner_slash(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != text.npos && slash > 0 && slash + 1 < text.size();
}

/// Whether what stands in final brackets is a credit.  Round brackets may hold
/// anything, so they must say more than square ones.
bool is_credit(std::string_view inside, char bracket, bool stopped) {
  if (count_words(inside) > 25) return false;
  if (opens_credit(inside) || holds_introduced_credit(inside)) return true;
  if (has_inner_slash(inside) && is_all_names(inside)) return true;
  return bracket == '[' && !stopped &&
         (is_all_names(inside) || has_credit_word(inside));
}

std::optional<Span> find_bracketed_credit(std::string_view text, Span span) {
  Span body = span;
  while (body.begin < body.end && text[body.end - 1] == '.') --body.end;
  const std::string_view part = slice(text, body);
  if (part.empty() || (part.back() != ']' && part.back() != ')'))
    return std::nullopt;
  const char bracket = part.back() == ']' ? '[' : '(';
  const std::size_t open = part.rfind(bracket);
  if (open == part.npos) return std::nullopt;
  const std::string_view inside = part.substr(open + 1, part.size() - open - 2);
  if (!is_credit(inside, bracket, body != span)) return std::nullopt;
  return Span{body.begin + static_cast<std::uint32_t>(open), span.end};
}

/// "A harbour at night. Photo: Ada Lopez", or the whole of "Photo: Ada Lopez".
std::optional<Span> find_open_credit(std::string_view text, Span span) {
  const std::string_view part = slice(text, span);
  if (count_words(part) <= 15 && opens_credit(part)) return span;
  const std::size_t stop = part.rfind(". ");
  const std::size_t stop_within =
      part.ends_with('.') ? part.rfind(". ", part.size() - 2) : stop;
  for (const std::size_t place : {stop, stop_within}) {
    if (place == part.npos) continue;
    const std::string_view last = part.substr(place + 2);
    if (count_words(last) <= 12 && opens_credit(last))
      return Span{span.begin + static_cast<std::uint32_t>(place + 2), span.end};
  }
  return std::nullopt;
}

/// Whether it ends with an abbreviation such as "U.S.".
bool ends_with_initials(std::string_view text) {
  return text.size() >= 4 && text.ends_with('.') &&
         text[text.size() - 3] == '.' && is_letter(text[text.size() - 2]);
}

bool is_link(std::string_view text) {
  return std::any_of(link_titles.begin(), link_titles.end(),
                     [&](std::string_view title) {
                       return starts_with_any_case(text, title) &&
                              text.substr(title.size()).starts_with(':');
                     });
}

bool is_byline(std::string_view text) {
  return starts_with_any_case(text, "by ") && text.size() > 3 &&
         count_words(text) <= 8 && is_all_names(text.substr(3));
}

}  // namespace

std::optional<Span> find_caption_label(std::string_view text, Span paragraph) {
  const std::string_view part = slice(text, paragraph);
  for (const std::string_view label :
       {"image caption", "photo caption", "picture caption", "caption"}) {
    if (!starts_with_any_case(part, label)) continue;
    if (part.size() <= label.size() + 1) continue;
    if (part[label.size()] == ',' || part[label.size()] == ':')
      return Span{paragraph.begin, paragraph.begin + static_cast<std::uint32_t>(
                                                         label.size() + 1)};
  }
  return std::nullopt;
}

bool starts_with_any_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return a == lower(b); });
}

std::optional<Span> find_credit(std::string_view text, Span paragraph) {
  if (const auto credit = find_bracketed_credit(text, paragraph)) return credit;
  if (const auto credit = find_open_credit(text, paragraph)) return credit;
  if (is_byline(slice(text, paragraph))) return paragraph;
  return std::nullopt;
}

std::optional<Span> find_named_sources(std::string_view text, Span paragraph) {
  std::string_view part = slice(text, paragraph);
  const std::size_t size = part.size();
  while (!part.empty() && (part[0] == '[' || part[0] == '(' || part[0] == '*'))
    part.remove_prefix(1);
  if (!starts_with_any_case(part, "source")) return std::nullopt;
  part.remove_prefix(6);
  if (starts_with_any_case(part, "s")) part.remove_prefix(1);
  while (part.starts_with('*') || part.starts_with(' ')) part.remove_prefix(1);
  bool separated = false;
  for (const std::string_view separator : {":", "–", "—", "- "})
    if (part.starts_with(separator)) {
      part.remove_prefix(separator.size());
      separated = true;
      break;
    }
  if (!separated || count_words(part) > 40) return std::nullopt;
  const auto used = static_cast<std::uint32_t>(size - part.size());
  Span named = trim(text, {paragraph.begin + used, paragraph.end});
  while (named.begin < named.end && text[named.begin] == '*') ++named.begin;
  while (named.begin < named.end &&
         std::string_view(".])*").find(text[named.end - 1]) !=
             std::string_view::npos)
    --named.end;
  named = trim(text, named);
  if (named.begin == named.end) return std::nullopt;
  return named;
}

bool is_all_names(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  return !words.empty() && words.size() <= 10 &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return begins_upper(word) || word == "and" || word == "of" ||
                  word == "the" || word == "via" || word == "by";
         });
}

bool looks_like_heading(std::string_view text, Span paragraph) {
  const std::string_view part = slice(text, paragraph);
  if (is_link(part)) return true;
  if (count_words(part) > 8 || part.size() > 80) return false;
  if (ends_like_sentence(part)) return false;
  return part.find_last_of("\",;") != part.size() - 1 && !part.ends_with("”");
}

bool looks_like_headline(std::string_view text, Span paragraph) {
  const std::string_view part = slice(text, paragraph);
  if (count_words(part) > 30 || part.size() > 250) return false;
  return !part.ends_with(':') && !part.ends_with(',') &&
         (part.ends_with('?') || part.ends_with('!') ||
          !ends_like_sentence(part) || ends_with_initials(part));
}

bool is_section_title(std::string_view text, Span paragraph,
                      std::string_view title) {
  std::string_view part = slice(text, paragraph);
  while (part.starts_with('*') || part.starts_with('_')) part.remove_prefix(1);
  for (const std::string_view article : {"the ", "key "})
    if (starts_with_any_case(part, article)) part.remove_prefix(article.size());
  if (!starts_with_any_case(part, title)) return false;
  return part.substr(title.size()).find_first_not_of("*_:. ") == part.npos;
}

}  // namespace demarche
