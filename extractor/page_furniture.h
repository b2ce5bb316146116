#ifndef DEMARCHE_EXTRACTOR_PAGE_FURNITURE_H_
#define DEMARCHE_EXTRACTOR_PAGE_FURNITURE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "extractor/span.h"

// What a page puts into the paragraphs of a story without being part of what
// they say.

namespace demarche {

/// The dateline before a story, with its dash: "WASHINGTON (AP) —", "OSLO,
/// March 8 -".  The rest of the paragraph goes on with a capital, a digit or a
/// quotation; otherwise "NATO — which" would be one.
std::optional<Span> find_dateline(std::string_view text, Span paragraph);

/// Headlines of other stories that a page runs into a name, with the fuller
/// name that it repeats for them: all between "Sen. Lopez" and "said" in
/// "Sen. Lopez Ada Maria LopezTalks fail againFerries stop MORE said".
std::vector<Span> find_linked_headlines(std::string_view text, Span paragraph);

}  // namespace demarche

#endif
