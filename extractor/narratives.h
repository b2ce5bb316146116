#ifndef DEMARCHE_EXTRACTOR_NARRATIVES_H_
#define DEMARCHE_EXTRACTOR_NARRATIVES_H_

#include <optional>
#include <string_view>

#include "extractor/article.h"

namespace demarche {

/// The narrative that a paragraph opens: "Pro-Russia narrative, as provided by
/// Tass. Russia has …".  Its body is the rest of the paragraph, which may be
/// empty; further paragraphs may follow.  `in_section` says that the paragraph
/// stands under "Narratives", where less is asked of the form.
std::optional<Narrative> find_narrative(std::string_view text, Span paragraph,
                                        bool in_section);

}  // namespace demarche

#endif
