#ifndef DEMARCHE_EXTRACTOR_SENTENCE_SPLITTER_H_
#define DEMARCHE_EXTRACTOR_SENTENCE_SPLITTER_H_

#include <vector>

#include "extractor/analysis.h"
#include "extractor/article.h"
#include "extractor/boundary_model.h"

namespace demarche {

/// A sentence has at most this many words; a longer one is cut where the model
/// comes nearest to an end.
inline constexpr std::size_t longest_sentence = 256;

/// The sentences of an article's passages in text order, with tokens and the
/// spans and forms of words, nothing else yet.
///
/// Every passage ends a sentence.  A full stop that both abbreviates and ends
/// a sentence ("in the U.S.") becomes a token of its own, as in the English
/// Web Treebank.  Sentences begin and end with a token, hold each of the
/// passage's tokens once, and have at least one.
std::vector<Sentence> split_sentences(const Article& article,
                                      const BoundaryModel& model);

/// One sentence, without asking where others end: for text that is known to
/// be one, or lies between passages.
Sentence make_sentence(std::string_view text, Span part,
                       const TokenLists& lists);

}  // namespace demarche

#endif
