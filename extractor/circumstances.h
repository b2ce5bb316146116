#ifndef DEMARCHE_EXTRACTOR_CIRCUMSTANCES_H_
#define DEMARCHE_EXTRACTOR_CIRCUMSTANCES_H_

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/sentence_view.h"

namespace demarche {

/// Events by sentence and trigger, light verbs included.
using EventIndex = std::map<std::pair<std::uint32_t, WordIndex>, EventId>;

/// Gives each time expression to the event that it belongs to: that of its noun
/// ("the 2020 war"), else the nearest trigger above it in its own clause.  Of
/// several an event keeps the one that tells most.
void attach_times(const Extraction& extraction,
                  const std::vector<SentenceView>& views,
                  const EventIndex& event_at, std::vector<Event>& events);

/// Marks what nouns tell of a day after the publication as yet to come: "her
/// visit next week".  Verbs say so by their tense.
void look_ahead(const Extraction& extraction,
                const std::vector<SentenceView>& views,
                std::vector<Event>& events);

/// The same for quantities, of which an event keeps all.
void attach_quantities(const Extraction& extraction,
                       const std::vector<SentenceView>& views,
                       const EventIndex& event_at, std::vector<Event>& events);

}  // namespace demarche

#endif
