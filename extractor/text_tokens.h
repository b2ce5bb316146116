#ifndef DEMARCHE_EXTRACTOR_TEXT_TOKENS_H_
#define DEMARCHE_EXTRACTOR_TEXT_TOKENS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"

namespace demarche {

/// A piece of a word as the readers of times and quantities see it: words are
/// cut at hyphens and dashes, so that "six-week" and "six - week" look alike.
struct TextToken {
  std::string form;
  std::string text;  ///< The form in lower case; every dash is "-".
  Span span;
  WordIndex word = 0;
  /// A hyphen or dash; `text` is "-".
  bool dash = false;
};

std::vector<TextToken> text_tokens(const Sentence& sentence);

/// A number in tokens [first, end): "6.5K", "two dozen", "1.2 million".
struct NumberMatch {
  double value = 0;
  std::size_t end = 0;
  bool plural = false;  ///< "dozens", "tens of thousands": at least `value`.
  bool in_digits = false;
};

/// The longest number that begins at token `first`.  Ordinals are none.
std::optional<NumberMatch> match_number(const std::vector<TextToken>& tokens,
                                        std::size_t first);

/// A share that begins at token `first`, in percent: "a third", "half", "two
/// thirds", "one in five".  `plural` is set for those that nothing else can
/// be; the others need a look at what follows ("a third party").
std::optional<NumberMatch> match_share(const std::vector<TextToken>& tokens,
                                       std::size_t first);

/// 12 for "12th", 3 for "third"; nothing else.
std::optional<int> ordinal_of(std::string_view text);

/// The digits as a number, if the text has nothing but `least` to `most` of
/// them.
std::optional<int> digits_of(std::string_view text, std::size_t least,
                             std::size_t most);

}  // namespace demarche

#endif
