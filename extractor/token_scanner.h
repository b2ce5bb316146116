#ifndef DEMARCHE_EXTRACTOR_TOKEN_SCANNER_H_
#define DEMARCHE_EXTRACTOR_TOKEN_SCANNER_H_

#include <cstdint>
#include <string_view>

#include "extractor/span.h"
#include "extractor/tokenizer.h"

namespace demarche {

/// A run of text without white space, which tokens are found in.
struct Chunk {
  std::string_view text;  ///< The whole text.
  Span span;
  const TokenLists& lists;

  /// The byte at `position`; NUL outside of the chunk.
  char at(std::size_t position) const {
    return position >= span.begin && position < span.end ? text[position]
                                                         : '\0';
  }
};

// Each function tells where the token ends that begins at `begin`, a position
// inside of `chunk`; all but the first two answer `begin` where there is no
// token of their kind.  They look at most a bounded way beyond the end.

/// A word or number with what belongs to it: "U.S.", "5:00", "O'Brien's".
std::uint32_t end_of_word(const Chunk& chunk, std::uint32_t begin);

/// Punctuation: one character, or a run such as "...", "?!", "---".
std::uint32_t end_of_punctuation(const Chunk& chunk, std::uint32_t begin);

/// A web or mail address.
std::uint32_t end_of_address(const Chunk& chunk, std::uint32_t begin);

/// Groups of digits: "11/28/2000", "713-853-3989", "2001-05-06", "9/11".
std::uint32_t end_of_digit_groups(const Chunk& chunk, std::uint32_t begin);

/// ":-)".
std::uint32_t end_of_emoticon(const Chunk& chunk, std::uint32_t begin);

}  // namespace demarche

#endif
