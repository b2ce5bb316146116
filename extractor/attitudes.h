#ifndef DEMARCHE_EXTRACTOR_ATTITUDES_H_
#define DEMARCHE_EXTRACTOR_ATTITUDES_H_

#include <vector>

#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/sentence_view.h"

namespace demarche {

/// Adds the attributions of an article that tell an attitude ("Peru supports
/// the treaty", "she wants to go") and have a named source.  They commit
/// nobody, so that no stance changes.  Cues that have an attribution already
/// get no second one.
void add_attitudes(const std::vector<SentenceView>& views,
                   const References& references,
                   std::vector<Attribution>& attributions);

/// Sets `within` and `depth`: an attribution lies within the shortest one
/// whose content holds its cue.
void nest_attributions(std::vector<Attribution>& attributions);

}  // namespace demarche

#endif
