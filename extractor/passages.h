#ifndef DEMARCHE_EXTRACTOR_PASSAGES_H_
#define DEMARCHE_EXTRACTOR_PASSAGES_H_

#include <span>
#include <string_view>
#include <vector>

#include "extractor/article.h"
#include "extractor/lines.h"

namespace demarche {

/// The passages of an ordinary article, in text order.  `title` is the title
/// that is known from elsewhere, or empty: a first paragraph that equals it is
/// the headline however it looks.
std::vector<Passage> find_passages(std::string_view text,
                                   std::span<const Paragraph> paragraphs,
                                   std::string_view title);

/// Appends one paragraph as a passage of this kind, and the credit at its end
/// as one of its own.
void add_passage(std::string_view text, Span paragraph, PassageKind kind,
                 std::vector<Passage>& passages);

}  // namespace demarche

#endif
