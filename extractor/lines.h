#ifndef DEMARCHE_EXTRACTOR_LINES_H_
#define DEMARCHE_EXTRACTOR_LINES_H_

#include <string_view>
#include <vector>

#include "extractor/span.h"

namespace demarche {

/// What stands before the first word of a line.
enum class Mark {
  none,
  bullet,  ///< "-", "•", "*": an item of a list.
  hashes   ///< "##": a section head in Markdown.
};

/// A paragraph as the line ends of a text divide it, before anything is known
/// of its meaning.  The span is without the mark and without white space at
/// either end, and never empty.
struct Paragraph {
  Span span;
  Mark mark = Mark::none;
  bool after_blank = false;  ///< An empty line stands before it.
};

/// The paragraphs of a text: its lines, except that the lines of a text
/// that was wrapped at a fixed width are joined again.
std::vector<Paragraph> find_paragraphs(std::string_view text);

/// Whether the text ends like a sentence: with ".", "!", "?" or "…",
/// followed by nothing but closing quotes and brackets.
bool ends_like_sentence(std::string_view text);

/// The number of words, as white space divides them.
std::size_t count_words(std::string_view text);

}  // namespace demarche

#endif
