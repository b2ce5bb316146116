#ifndef DEMARCHE_EXTRACTOR_LAYOUT_H_
#define DEMARCHE_EXTRACTOR_LAYOUT_H_

#include <optional>
#include <string_view>

#include "extractor/lines.h"
#include "extractor/span.h"

// What single paragraphs give away by their form alone: the conventions of
// newspapers and agencies for credits, source lines and section heads.

namespace demarche {

/// The credit at the end of a paragraph, with its brackets: "[File: Ada
/// Lopez/AP]", "(Photo by Ada Lopez)", "Photo: Ada Lopez".  It may be the whole
/// paragraph.
std::optional<Span> find_credit(std::string_view text, Span paragraph);

/// The label before a picture's caption: "Image caption,".
std::optional<Span> find_caption_label(std::string_view text, Span paragraph);

/// What a source line names, without "Sources:" and the final stop: "Source:
/// News Agencies".  Nothing if the paragraph is not one.
std::optional<Span> find_named_sources(std::string_view text, Span paragraph);

/// Whether a paragraph is so short and unlike a sentence that it may be the
/// head of what follows: "Growing tensions".
bool looks_like_heading(std::string_view text, Span paragraph);

/// Whether it may be the title of an article, were it the first paragraph.
bool looks_like_headline(std::string_view text, Span paragraph);

/// Whether a paragraph is this title of a section, with or without article,
/// colon and emphasis: "FACTS", "The Facts:", "**Facts**" for "facts".
bool is_section_title(std::string_view text, Span paragraph,
                      std::string_view title);

/// Whether a text is names only, "Ada Lopez/AFP", "The Sun and the Moon": at
/// most ten words, each with a capital, a digit or a sign first, unless it is
/// one of the few that stand between names.
bool is_all_names(std::string_view text);

/// Whether `text` begins with `prefix`, which is in lower case, in any case.
bool starts_with_any_case(std::string_view text, std::string_view prefix);

}  // namespace demarche

#endif
