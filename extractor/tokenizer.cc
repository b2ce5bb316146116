// Cuts a text into chunks at white space, each chunk into tokens from left to
// right, and each token into words.

#include "extractor/tokenizer.h"

#include <algorithm>
#include <utility>

#include "extractor/characters.h"
#include "extractor/token_scanner.h"

namespace demarche {

namespace {

constexpr std::uint32_t longest_contraction = 64;

// Whether the letters after an apostrophe are a word of their own.
bool is_clitic(std::string_view lower) {
  return lower == "s" || lower == "m" || lower == "d" || lower == "ll" ||
         lower == "ve" || lower == "re";
}

// Where the last word of a multiword token begins: 2 for "don't", 3 for
// "she'd"; 0 where it is one word.
std::size_t begin_of_clitic(std::string_view token) {
  std::size_t mark = token.size();
  while (mark > 0) {
    mark = previous_character(token, mark);
    if (is_apostrophe(character_at(token, mark).code)) break;
    if (token.size() - mark > 2) return 0;
  }
  if (mark == 0) return 0;
  const auto after = mark + character_at(token, mark).size;
  const std::string suffix = lower_ascii(token.substr(after));
  if (suffix == "t" && (token[mark - 1] | 0x20) == 'n') return mark - 1;
  if (!is_clitic(suffix)) return 0;
  const auto stem = token.substr(0, mark);
  const bool has_letter = std::any_of(stem.begin(), stem.end(), [](char c) {
    return (c < '0' || c > '9') && c != '\'';
  });
  return has_letter ? mark : 0;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const TokenLists& lists)
      : text_(text), lists_(lists) {}

  void add_chunk(Span span);
  Tokens take() { return std::move(tokens_); }

 private:
  void add_token(Span span);
  void add_word_token(const Chunk& chunk, Span span);
  std::uint32_t add_possessive(const Chunk& chunk, Span word);
  bool begins_word(const Chunk& chunk, std::uint32_t at) const;
  bool begins_elision(const Chunk& chunk, std::uint32_t at,
                      std::uint32_t after) const;
  void mark_quote(const Chunk& chunk, Span token);

  std::string_view text_;
  const TokenLists& lists_;
  Tokens tokens_;
  bool open_quote_ = false;  // A single quote is open: s' may close it.
};

void Tokenizer::add_token(Span span) {
  const auto first = static_cast<WordIndex>(tokens_.words.size());
  tokens_.words.push_back(span);
  tokens_.tokens.push_back({span, first, first + 1});
}

// Adds a token with its words; "couldn't've" has three.
void Tokenizer::add_word_token(const Chunk& chunk, Span span) {
  std::vector<std::uint32_t> cuts;
  const auto token = slice(chunk.text, span);
  if (token.size() <= longest_contraction) {
    const auto found = lists_.contractions.find(lower_ascii(token));
    if (found != lists_.contractions.end()) {
      cuts = found->second;
    } else {
      std::size_t end = token.size();
      while (cuts.size() < 3) {
        const auto cut = begin_of_clitic(token.substr(0, end));
        if (cut == 0) break;
        cuts.insert(cuts.begin(), static_cast<std::uint32_t>(cut));
        end = cut;
      }
    }
  }
  const auto first = static_cast<WordIndex>(tokens_.words.size());
  std::uint32_t begin = span.begin;
  for (const auto cut : cuts) {
    tokens_.words.push_back({begin, span.begin + cut});
    begin = span.begin + cut;
  }
  tokens_.words.push_back({begin, span.end});
  const auto end = static_cast<WordIndex>(tokens_.words.size());
  tokens_.tokens.push_back({span, first, end});
}

// "workers'": adds the multiword token and returns its end, or the end of
// `word` where the apostrophe is none of the word's.
std::uint32_t Tokenizer::add_possessive(const Chunk& chunk, Span word) {
  if (word.end >= chunk.span.end || open_quote_) return word.end;
  const Character mark = character_at(text_, word.end);
  const auto end = word.end + mark.size;
  if ((mark.code != '\'' && mark.code != 0x2019) ||
      (text_[word.end - 1] | 0x20) != 's' || word.end - word.begin < 2) {
    return word.end;
  }
  if (end < chunk.span.end) {
    const Character after = character_at(text_, end);
    if (after.is_word() || is_apostrophe(after.code)) return word.end;
  }
  const auto first = static_cast<WordIndex>(tokens_.words.size());
  tokens_.words.push_back(word);
  tokens_.words.push_back({word.end, end});
  tokens_.tokens.push_back({{word.begin, end}, first, first + 2});
  return end;
}

// "'90s", and listed words such as "'em".
bool Tokenizer::begins_elision(const Chunk& chunk, std::uint32_t at,
                               std::uint32_t after) const {
  const auto is_digit = [&](std::uint32_t position) {
    return chunk.at(position) >= '0' && chunk.at(position) <= '9';
  };
  if (is_digit(after) && is_digit(after + 1) && !is_digit(after + 2)) {
    return true;
  }
  constexpr std::uint32_t longest = 8;
  std::uint32_t end = after;
  while (end < chunk.span.end && end - at < longest &&
         character_at(text_, end).is_word()) {
    end += character_at(text_, end).size;
  }
  const auto lower = lower_ascii(text_.substr(at, end - at));
  return is_clitic(std::string_view(lower).substr(after - at)) ||
         std::binary_search(lists_.abbreviations.begin(),
                            lists_.abbreviations.end(), lower);
}

// Words begin with their letters, and "#" or "@" of tags, the sign or point of
// numbers, "'" of "'90s".
bool Tokenizer::begins_word(const Chunk& chunk, std::uint32_t at) const {
  const Character here = character_at(text_, at);
  if (here.is_word()) return true;
  const auto next = at + here.size;
  if (next >= chunk.span.end) return false;
  const Character after = character_at(text_, next);
  if (here.code == '#' || here.code == '@') {
    return after.kind == CharacterKind::letter;
  }
  const bool is_first =
      at == chunk.span.begin ||
      !character_at(text_, previous_character(text_, at)).is_word();
  if (here.code == '.' || here.code == '+') {
    return is_first && after.kind == CharacterKind::digit;
  }
  return (here.code == '\'' || here.code == 0x2019) && is_first &&
         begins_elision(chunk, at, next);
}

void Tokenizer::mark_quote(const Chunk& chunk, Span token) {
  const char32_t code = character_at(text_, token.begin).code;
  if (!is_apostrophe(code) || code == 0xB4) return;
  const bool opens =
      code == 0x2018 ||
      (code != 0x2019 && token.end < chunk.span.end &&
       (token.begin == chunk.span.begin ||
        !character_at(text_, previous_character(text_, token.begin))
             .is_word()));
  open_quote_ = opens;
}

void Tokenizer::add_chunk(Span span) {
  const Chunk chunk{text_, span, lists_};
  std::uint32_t at = span.begin;
  while (at < span.end) {
    std::uint32_t end = end_of_address(chunk, at);
    if (end == at) end = end_of_digit_groups(chunk, at);
    if (end == at) end = end_of_emoticon(chunk, at);
    if (end > at) {
      add_token({at, end});
    } else if (begins_word(chunk, at)) {
      end = end_of_word(chunk, at);
      const auto possessive = add_possessive(chunk, {at, end});
      if (possessive == end) add_word_token(chunk, {at, end});
      end = possessive;
    } else {
      end = end_of_punctuation(chunk, at);
      mark_quote(chunk, {at, end});
      add_token({at, end});
    }
    at = end;
  }
}

}  // namespace

TokenLists make_token_lists(std::vector<std::string> abbreviations,
                            std::vector<std::string> prefixes,
                            std::vector<std::string> units,
                            const std::vector<std::string>& contractions) {
  TokenLists lists{
      std::move(abbreviations), std::move(prefixes), std::move(units), {}};
  std::sort(lists.abbreviations.begin(), lists.abbreviations.end());
  std::sort(lists.prefixes.begin(), lists.prefixes.end());
  std::sort(lists.units.begin(), lists.units.end());
  for (const std::string& line : contractions) {
    std::string joined;
    std::vector<std::uint32_t> cuts;
    for (const char c : line) {
      if (c != ' ') {
        joined += c;
      } else if (!joined.empty()) {
        cuts.push_back(static_cast<std::uint32_t>(joined.size()));
      }
    }
    lists.contractions[joined] = cuts;
  }
  return lists;
}

Tokens tokenize(std::string_view text, Span part, const TokenLists& lists) {
  Tokenizer tokenizer(text, lists);
  std::uint32_t at = part.begin;
  while (at < part.end) {
    const Character here = character_at(text, at);
    if (here.kind == CharacterKind::space) {
      at += here.size;
      continue;
    }
    const std::uint32_t begin = at;
    while (at < part.end) {
      const Character inside = character_at(text, at);
      if (inside.kind == CharacterKind::space) break;
      at = std::min(at + inside.size, part.end);
    }
    tokenizer.add_chunk({begin, at});
  }
  return tokenizer.take();
}

}  // namespace demarche
