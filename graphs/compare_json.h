#ifndef DEMARCHE_GRAPHS_COMPARE_JSON_H_
#define DEMARCHE_GRAPHS_COMPARE_JSON_H_

#include <span>
#include <string>

#include "graphs/compare.h"

namespace demarche {

/// A comparison as one JSON object with a line's end; docs/compare.md says what
/// each key holds.  Offsets are code points of the article's text.
std::string to_json(const Comparison& comparison,
                    std::span<const Extraction> articles,
                    const Ontology& ontology);

}  // namespace demarche

#endif
