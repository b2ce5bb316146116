#ifndef DEMARCHE_GRAPHS_COMPARE_WORDS_H_
#define DEMARCHE_GRAPHS_COMPARE_WORDS_H_

#include <span>
#include <string>

#include "graphs/compare.h"
#include "graphs/excerpt.h"

namespace demarche {

/// A claim for people: "Kenya, withdrawal, talks".
std::string summary_of(const ComparedClaim& compared, const Ontology& ontology);

/// Who says it, the outermost first, and how sure the last one is: "Daily
/// Nation: the government: not"; "" for what an article is certain of.
std::string voice_of(const ComparedClaim& compared);

/// Its sentence, with white space made plain.
Excerpt marked_sentence(const ComparedClaim& compared,
                        std::span<const Extraction> articles);

/// A comparison as lines of text for a terminal, at most `width` wide.
std::string to_text(const Comparison& comparison,
                    std::span<const Extraction> articles,
                    const Ontology& ontology, std::size_t width = 100);

}  // namespace demarche

#endif
