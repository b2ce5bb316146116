#ifndef DEMARCHE_EXTRACTOR_DIGEST_H_
#define DEMARCHE_EXTRACTOR_DIGEST_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extractor/article.h"
#include "extractor/lines.h"

// A digest is a story put together from several outlets: headline, lede,
// "Facts" in bullets, "Sources: A, B, and C.", and "Narratives", each opened by
// "Pro-X narrative, as provided by Y."

namespace demarche {

/// Whether the paragraphs have the sections of a digest.
bool looks_like_digest(std::string_view text,
                       std::span<const Paragraph> paragraphs);

/// Fills the passages, sources and narratives of an article from its text,
/// as a digest.  Sections that are missing are just empty.
void read_digest(std::span<const Paragraph> paragraphs, Article& article);

/// The names in "A, B, and C", in order.
std::vector<Span> split_names(std::string_view text, Span list);

}  // namespace demarche

#endif
