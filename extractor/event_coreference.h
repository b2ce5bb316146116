#ifndef DEMARCHE_EXTRACTOR_EVENT_COREFERENCE_H_
#define DEMARCHE_EXTRACTOR_EVENT_COREFERENCE_H_

#include <vector>

#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/sentence_view.h"
#include "extractor/stance.h"

namespace demarche {

/// The events of `extraction` with those that are one made one: the first
/// mention, with the triggers of the others as further evidence.
///
/// A definite noun ("the withdrawal", "Friday's attack") looks back for an
/// event of its class, or of one that such a noun may stand for, whose roles,
/// time, place and quantities do not speak against it; what the noun phrase
/// itself tells must have been told before.  Two accounts with one's own
/// actors (a lede and its bullet) are one if nothing differs and a date or the
/// head of the article ties them.  In doubt events stay apart.
///
/// What another claimer says of an event adds nothing to it, so that no claim
/// becomes a fact by being joined; `add_claims` gives him a claim of his own.
/// Ids of events are those of the result, in the order of first mentions.
/// Time is linear in the events: each is compared with a bounded number.
std::vector<Event> join_events(const Extraction& extraction,
                               const std::vector<SentenceView>& views,
                               const References& references,
                               const Attributed& attributed,
                               const Ontology& ontology);

}  // namespace demarche

#endif
