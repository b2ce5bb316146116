#ifndef DEMARCHE_GRAPHS_COMPARE_WORDS_H_
#define DEMARCHE_GRAPHS_COMPARE_WORDS_H_

#include <span>
#include <string>

#include "graphs/compare.h"

namespace demarche {

/// A claim for people: "Kenya, withdrawal, talks".
std::string summary_of(const ComparedClaim& compared, const Ontology& ontology);

/// Who says it, the outermost first, and how sure the last one is: "Daily
/// Nation: the government: not"; "" for what an article is certain of.
std::string voice_of(const ComparedClaim& compared);

/// A sentence in three pieces, its white space made plain: what is before the
/// trigger, the trigger, what is after it.
struct MarkedSentence {
  std::string before, words, after;
};
MarkedSentence marked_sentence(const ComparedClaim& compared,
                               std::span<const Extraction> articles);

/// A comparison as lines of text for a terminal, at most `width` wide.
std::string to_text(const Comparison& comparison,
                    std::span<const Extraction> articles,
                    const Ontology& ontology, std::size_t width = 100);

}  // namespace demarche

#endif
