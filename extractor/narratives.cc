// Reads the sentence that introduces a narrative.
//
//   Pro- Russia narrative , as provided by  Tass  .  Russia has …
//   │    └ about            └ link          │        └ body
//   └ stance                                └ provider
//
// Only "narrative" is fixed.  The link is a few words in lower case that end in
// a preposition ("as told in", "according to", "via"), a bracket or a dash.

#include "extractor/narratives.h"

#include <utf8proc.h>

#include <array>

#include "extractor/characters.h"
#include "extractor/layout.h"
#include "extractor/lines.h"
#include "extractor/utf8.h"

namespace demarche {
namespace {

constexpr std::string_view key_word = "narrative";
constexpr std::size_t most_words_before = 6;
constexpr std::size_t most_words_of_link = 6;

/// A place in a paragraph that only moves on.
class Cursor {
 public:
  Cursor(std::string_view text, Span span) : text_(text), span_(span) {}

  std::string_view rest() const { return slice(text_, span_); }
  std::uint32_t position() const { return span_.begin; }
  bool at_end() const { return span_.begin == span_.end; }

  void skip(std::size_t bytes) {
    span_.begin += static_cast<std::uint32_t>(bytes);
  }

  bool take(std::string_view expected) {
    if (!starts_with_any_case(rest(), expected)) return false;
    skip(expected.size());
    return true;
  }

  bool take_one_of(std::initializer_list<std::string_view> choices) {
    for (const std::string_view choice : choices)
      if (take(choice)) return true;
    return false;
  }

  void skip_space_and_emphasis() {
    while (take_one_of({"*", "_", "\"", "“", "”"}) || skip_space()) {
    }
  }

  bool skip_space() {
    const Span trimmed = trim(text_, span_);
    const bool moved = trimmed.begin != span_.begin;
    span_.begin = trimmed.begin;
    return moved;
  }

  bool at_upper_case() const {
    return !at_end() && utf8proc_isupper(static_cast<utf8proc_int32_t>(
                            code_point_at(text_, span_.begin).value)) != 0;
  }

 private:
  std::string_view text_;
  Span span_;
};

/// Where "narrative" stands among the first words, or nothing.
std::optional<std::size_t> find_key_word(std::string_view part) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < part.size() && words <= most_words_before; ++i) {
    const bool begins_word = i == 0 || part[i - 1] == ' ' || part[i - 1] == '-';
    if (begins_word && starts_with_any_case(part.substr(i), key_word)) return i;
    if (part[i] == ' ') ++words;
    if (part[i] == '.' || part[i] == ':' || part[i] == ',' || part[i] == '\n')
      return std::nullopt;
  }
  return std::nullopt;
}

/// Reads what stands before "narrative".
void read_stance(std::string_view text, Span before, Narrative& narrative) {
  Cursor cursor(text, before);
  cursor.skip_space_and_emphasis();
  cursor.take_one_of({"the ", "an ", "a "});
  if (cursor.take_one_of({"pro-", "pro ", "pro‑", "pro–"}))
    narrative.stance = Narrative::Stance::pro;
  else if (cursor.take_one_of({"anti-", "anti ", "anti‑", "anti–"}))
    narrative.stance = Narrative::Stance::anti;
  narrative.about = trim(text, {cursor.position(), before.end});
}

/// Whether a link can begin here without punctuation before it.
bool opens_link(std::string_view rest) {
  for (const std::string_view word :
       {"as ", "provided ", "according ", "via ", "by ", "from "})
    if (rest.starts_with(word)) return true;
  return false;
}

/// Passes over ", as provided by the" up to the provider's name.
bool skip_link(Cursor& cursor) {
  const bool bracket = cursor.take("(");
  const bool punctuated =
      bracket || cursor.take_one_of({",", "–", "—", "- ", ";"});
  cursor.skip_space();
  if (!punctuated && !opens_link(cursor.rest())) return false;
  for (std::size_t words = 0; words < most_words_of_link; ++words) {
    if (cursor.at_upper_case()) return true;
    const std::size_t space = cursor.rest().find(' ');
    if (space == std::string_view::npos) return false;
    const std::string_view word = cursor.rest().substr(0, space);
    if (word.find_first_of(".:;") != std::string_view::npos) return false;
    cursor.skip(space);
    cursor.skip_space();
    const bool preposition = word == "by" || word == "in" || word == "via" ||
                             word == "from" || word == "to" || word == "of" ||
                             word == "through" || word == "on";
    if (preposition && !cursor.at_end()) {
      cursor.skip_space_and_emphasis();
      cursor.take("the ");
      return true;
    }
  }
  return false;
}

/// Whether the full stop at `i` belongs to initials: "U.S. News".
bool is_initial(std::string_view part, std::size_t i) {
  return i > 0 && part[i - 1] >= 'A' && part[i - 1] <= 'Z' &&
         (i == 1 || part[i - 2] == '.' || part[i - 2] == ' ');
}

/// Where the provider's name ends; the size of what follows is in `after`.
std::size_t find_provider_end(std::string_view part, std::size_t& after) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    const std::string_view rest = part.substr(i);
    const bool before_space = rest.size() == 1 || rest[1] == ' ' ||
                              rest[1] == '\n' || rest[1] == '*' ||
                              rest[1] == '"' || rest[1] == ')' ||
                              rest.substr(1).starts_with("”");
    if (rest.starts_with(" –") || rest.starts_with(" —")) return after = 4, i;
    if (rest.starts_with(" - ")) return after = 2, i;
    if (rest[0] == ')') {
      const bool closed = rest.size() > 1 && (rest[1] == '.' || rest[1] == ':');
      return after = closed ? 2 : 1, i;
    }
    if (rest[0] == '\n' || rest[0] == ';') return after = 1, i;
    if (rest[0] == ':' && before_space) return after = 1, i;
    if (rest[0] == '.' && before_space && !is_initial(part, i))
      return after = 1, i;
  }
  after = 0;
  return part.size();
}

/// Reads the provider, if one is named; leaves the cursor after it.
bool read_provider(std::string_view text, Cursor& cursor,
                   Narrative& narrative) {
  Cursor ahead = cursor;
  if (!skip_link(ahead)) return false;
  std::size_t after = 0;
  const std::size_t size = find_provider_end(ahead.rest(), after);
  if (size == 0 || !is_all_names(ahead.rest().substr(0, size))) return false;
  const std::uint32_t begin = ahead.position();
  ahead.skip(size);
  narrative.provider = trim(text, {begin, ahead.position()});
  while (narrative.provider.end > begin &&
         std::string_view("*_").find(text[narrative.provider.end - 1]) !=
             std::string_view::npos)
    --narrative.provider.end;
  ahead.skip(after);
  cursor = ahead;
  return true;
}

/// Passes over the "A" of "Narrative A:".
void skip_letter(Cursor& cursor) {
  const std::string_view rest = cursor.rest();
  if (rest.size() >= 2 && rest[1] == ':' &&
      (cursor.at_upper_case() || (rest[0] >= '0' && rest[0] <= '9')))
    cursor.skip(1);
}

}  // namespace

std::optional<Narrative> find_narrative(std::string_view text, Span paragraph,
                                        bool in_section) {
  const auto key = find_key_word(slice(text, paragraph));
  if (!key) return std::nullopt;
  Narrative narrative;
  const auto key_begin = paragraph.begin + static_cast<std::uint32_t>(*key);
  read_stance(text, {paragraph.begin, key_begin}, narrative);
  Cursor cursor(text, paragraph);
  cursor.skip(*key + key_word.size());
  if (!cursor.at_end() && cursor.rest()[0] == 's') return std::nullopt;
  cursor.skip_space_and_emphasis();
  const bool expected = in_section ||
                        narrative.stance != Narrative::Stance::other ||
                        count_words(slice(text, narrative.about)) <= 3;
  if (!expected) return std::nullopt;
  if (!read_provider(text, cursor, narrative)) {
    if (!in_section && narrative.stance == Narrative::Stance::other)
      return std::nullopt;
    skip_letter(cursor);
    if (!cursor.at_end() && !cursor.take_one_of({":", ".", "–", "—", "- "}))
      return std::nullopt;
  }
  const std::uint32_t head_end = cursor.position();
  narrative.heading = trim(text, {paragraph.begin, head_end});
  cursor.skip_space_and_emphasis();
  // Emphasis that closes around the heading belongs to it.
  if (slice(text, {head_end, cursor.position()}).find('*') !=
      std::string_view::npos)
    narrative.heading = trim(text, {paragraph.begin, cursor.position()});
  else
    cursor = Cursor(text, trim(text, {head_end, paragraph.end}));
  narrative.body = {cursor.position(), paragraph.end};
  return narrative;
}

}  // namespace demarche
