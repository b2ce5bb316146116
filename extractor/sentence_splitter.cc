// Tokenises each passage, lets the model score every gap between tokens, and
// cuts where a score says so or a sentence grows too long:
//
//   He lives in the U.S. | “ It is far , ” she said . | Why ?

#include "extractor/sentence_splitter.h"

#include <algorithm>

#include "extractor/characters.h"
#include "extractor/page_furniture.h"

namespace demarche {

namespace {

// Tokens [first, end) of a passage.
struct TokenRange {
  std::size_t first = 0, end = 0;
};

// Whether the last token of a sentence lends it its full stop: "U.S.", "etc.",
// but not "..." and not a sentence that is one initial.
bool lends_stop(std::string_view form) {
  if (form.size() < 2 || !form.ends_with('.')) return false;
  return character_at(form, previous_character(form, form.size() - 1))
      .is_word();
}

// Parts the full stop from the last token.
void part_last_stop(Sentence& sentence, std::string_view text) {
  Token& token = sentence.tokens.back();
  if (sentence.tokens.size() < 2 || token.end - token.first != 1 ||
      !lends_stop(slice(text, token.span))) {
    return;
  }
  const Span stop{token.span.end - 1, token.span.end};
  --token.span.end;
  sentence.words.back().span = token.span;
  sentence.words.back().form.pop_back();
  const WordIndex first = token.end;
  sentence.tokens.push_back({stop, first, first + 1});
  sentence.words.emplace_back().span = stop;
  sentence.words.back().form = ".";
}

Sentence build_sentence(std::string_view text, const Tokens& tokens,
                        TokenRange range) {
  Sentence sentence;
  const WordIndex base = tokens.tokens[range.first].first;
  for (std::size_t t = range.first; t < range.end; ++t) {
    Token token = tokens.tokens[t];
    for (WordIndex i = token.first; i < token.end; ++i) {
      Word& word = sentence.words.emplace_back();
      word.span = tokens.words[i];
      word.form = slice(text, word.span);
    }
    token.first -= base;
    token.end -= base;
    sentence.tokens.push_back(token);
  }
  part_last_stop(sentence, text);
  sentence.span = {sentence.tokens.front().span.begin,
                   sentence.tokens.back().span.end};
  return sentence;
}

// The tokens of a passage without headlines of other stories.
Tokens tokens_of(const Article& article, Span passage,
                 const TokenLists& lists) {
  Tokens all;
  const auto add = [&](Span part) {
    if (part.begin >= part.end) return;
    const Tokens some = tokenize(article.text, part, lists);
    const auto base = static_cast<WordIndex>(all.words.size());
    for (Token token : some.tokens) {
      token.first += base;
      token.end += base;
      all.tokens.push_back(token);
    }
    all.words.insert(all.words.end(), some.words.begin(), some.words.end());
  };
  std::uint32_t begin = passage.begin;
  for (const Span links : find_linked_headlines(article.text, passage)) {
    add({begin, links.begin});
    begin = links.end;
  }
  add({begin, passage.end});
  return all;
}

std::size_t words_in(const Tokens& tokens, TokenRange range) {
  return tokens.tokens[range.end - 1].end - tokens.tokens[range.first].first;
}

// The end of the longest piece to cut from the beginning of `range`: after the
// token of its second half that the model likes best.
std::size_t forced_end(const Tokens& tokens, const std::vector<float>& scores,
                       TokenRange range) {
  std::size_t limit = range.first + 1;
  while (limit < range.end &&
         words_in(tokens, {range.first, limit + 1}) < longest_sentence) {
    ++limit;
  }
  const std::size_t half = range.first + (limit - range.first) / 2;
  const auto begin = scores.begin();
  const auto best =
      std::max_element(begin + static_cast<std::ptrdiff_t>(half),
                       begin + static_cast<std::ptrdiff_t>(limit));
  return static_cast<std::size_t>(best - begin) + 1;
}

// Whether a token begins with a character of this set.
bool begins_with(std::string_view form, std::u32string_view set) {
  return !form.empty() &&
         set.find(character_at(form, 0).code) != std::u32string_view::npos;
}

// Whether the model must not end a sentence between two tokens, since what is
// said would part from who says it: after the colon in «He said: “Go!”», before
// "she" in «“Go!” she said».
bool keeps_together(std::string_view text, const Token& before,
                    const Token& after) {
  const auto mark = slice(text, before.span);
  const auto next = slice(text, after.span);
  if (mark == ":" || mark == ",") return begins_with(next, U"\"“‘«");
  return before.span.end < after.span.begin && begins_with(mark, U"\"”’»") &&
         is_lower(character_at(next, 0).code);
}

// Whether the score of a token ends a sentence.  It must be sure of itself
// where nothing but a word stands there.
bool ends_sentence(std::string_view text, const Token& token, float score) {
  const auto last = previous_character(text, token.span.end);
  return score > (character_at(text, last).is_word() ? 1.0F : 0.0F);
}

std::vector<TokenRange> find_ranges(const Tokens& tokens,
                                    const std::vector<float>& scores,
                                    std::string_view text) {
  std::vector<TokenRange> ranges;
  const std::size_t size = tokens.tokens.size();
  std::size_t first = 0;
  for (std::size_t t = 0; t < size; ++t) {
    if (t + 1 < size &&
        (!ends_sentence(text, tokens.tokens[t], scores[t]) ||
         keeps_together(text, tokens.tokens[t], tokens.tokens[t + 1]))) {
      continue;
    }
    while (words_in(tokens, {first, t + 1}) >= longest_sentence) {
      const std::size_t end = forced_end(tokens, scores, {first, t + 1});
      ranges.push_back({first, end});
      first = end;
    }
    ranges.push_back({first, t + 1});
    first = t + 1;
  }
  return ranges;
}

}  // namespace

std::vector<Sentence> split_sentences(const Article& article,
                                      const BoundaryModel& model) {
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < article.passages.size(); ++i) {
    const Tokens tokens =
        tokens_of(article, article.passages[i].span, model.lists);
    const auto scores = boundary_scores(article.text, tokens.tokens, model);
    for (const TokenRange range : find_ranges(tokens, scores, article.text)) {
      sentences.push_back(build_sentence(article.text, tokens, range));
      sentences.back().passage = static_cast<std::uint32_t>(i);
    }
  }
  return sentences;
}

Sentence make_sentence(std::string_view text, Span part,
                       const TokenLists& lists) {
  const Tokens tokens = tokenize(text, part, lists);
  if (tokens.tokens.empty()) return {};
  return build_sentence(text, tokens, {0, tokens.tokens.size()});
}

}  // namespace demarche
