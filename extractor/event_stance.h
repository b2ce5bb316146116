#ifndef DEMARCHE_EXTRACTOR_EVENT_STANCE_H_
#define DEMARCHE_EXTRACTOR_EVENT_STANCE_H_

#include <vector>

#include "extractor/extraction.h"
#include "extractor/sentence_view.h"
#include "extractor/stance.h"
#include "extractor/triggers.h"

namespace demarche {

/// Gives an event the article's view of it: how sure, whether yet to come, and
/// whether somebody is only asked for it.  `stances` are those of the words of
/// its sentence; a light verb's counts before its noun's.
void judge_event(const Trigger& trigger, const SentenceView& view,
                 const std::vector<Stance>& stances, Event& event);

}  // namespace demarche

#endif
