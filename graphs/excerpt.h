#ifndef DEMARCHE_GRAPHS_EXCERPT_H_
#define DEMARCHE_GRAPHS_EXCERPT_H_

#include <compare>
#include <string>
#include <string_view>

#include "extractor/span.h"

namespace demarche {

/// The sentence that some words of a text stand in, in three pieces.
struct Excerpt {
  std::string before;
  std::string words;
  std::string after;

  friend auto operator<=>(const Excerpt&, const Excerpt&) = default;
};

/// The whole sentence.
std::string text_of(const Excerpt& excerpt);

/// The sentence around `words`, for people to read: it ends at line ends, at
/// the most after a few hundred characters, and where a full stop follows no
/// abbreviation.  Layers of sentences are not needed, since graphs that were
/// written have none.  Precondition: `words` lies inside the valid UTF-8.
Excerpt excerpt_around(std::string_view text, Span words);

}  // namespace demarche

#endif
