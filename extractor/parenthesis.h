#ifndef DEMARCHE_EXTRACTOR_PARENTHESIS_H_
#define DEMARCHE_EXTRACTOR_PARENTHESIS_H_

#include <optional>

#include "extractor/sentence_view.h"

namespace demarche {

/// A clause that only tells who says the sentence around it: words [first,
/// end), from the word after one comma to the word before the next.
struct Parenthesis {
  WordIndex cue = 0;
  WordIndex first = 0;
  WordIndex end = 0;
};

/// "Qatar, the envoys said, hosted the talks": a verb of saying or thinking
/// between two commas with nothing but its subject and adverbials, by the
/// order of words alone, since trees are often wrong there.
std::optional<Parenthesis> find_parenthesis(const SentenceView& view);

}  // namespace demarche

#endif
