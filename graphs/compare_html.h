#ifndef DEMARCHE_GRAPHS_COMPARE_HTML_H_
#define DEMARCHE_GRAPHS_COMPARE_HTML_H_

#include <span>
#include <string>

#include "graphs/compare.h"

namespace demarche {

/// A comparison as one HTML page, a column for each side, with the sentences
/// and their triggers marked.  The page has no script and asks the network for
/// nothing, and whatever stands in an article is text in it.
std::string to_html(const Comparison& comparison,
                    std::span<const Extraction> articles,
                    const Ontology& ontology);

/// `text` as HTML shows it.
std::string escape_html(std::string_view text);

}  // namespace demarche

#endif
