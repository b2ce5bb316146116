#ifndef DEMARCHE_EXTRACTOR_SENTENCE_VIEW_H_
#define DEMARCHE_EXTRACTOR_SENTENCE_VIEW_H_

#include <optional>
#include <vector>

#include "extractor/meanings.h"
#include "extractor/tree.h"

namespace demarche {

/// A sentence as the stages above the analysis look at it: its tree, and what
/// its words mean.  Refers to the sentence and to the ontology.
struct SentenceView {
  Tree tree;
  std::vector<std::vector<Meaning>> meanings;

  Effect effect(WordIndex word) const { return effect_of(meanings[word]); }
  /// Whether that effect is on clauses alone.
  bool is_clausal(WordIndex word) const;
  bool is_light(WordIndex word) const;
  /// "of" of "in the words of Chad" at "words": a phrase that reports, whose
  /// last word hangs on whoever speaks.
  std::optional<WordIndex> cue_of_phrase(WordIndex noun) const;
  /// The meaning by which a word tells somebody's attitude, or null.
  const Meaning* attitude(WordIndex word) const;
};

/// One view a sentence, in order.
std::vector<SentenceView> view_sentences(const Analysis& analysis,
                                         const Ontology& ontology);

}  // namespace demarche

#endif
