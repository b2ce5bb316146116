#ifndef DEMARCHE_EXTRACTOR_ROLE_FILLER_H_
#define DEMARCHE_EXTRACTOR_ROLE_FILLER_H_

#include <vector>

#include "extractor/circumstances.h"
#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/sentence_view.h"
#include "extractor/triggers.h"

namespace demarche {

/// What the roles of an event are looked for in.
struct RoleSources {
  const Extraction& extraction;  ///< Up to quantities.
  const std::vector<SentenceView>& views;
  const References& references;
  const Ontology& ontology;
  const std::vector<Event>& events;  ///< With their triggers, at least.
  const EventIndex& event_at;
  const std::vector<std::vector<TimeId>>& times_in;  ///< By sentence.
};

/// Gives an event its roles and initiators.  The trigger's lexical entry says
/// which slot fills which role; a predicate without an entry keeps its
/// PropBank roles.
void fill_roles(const RoleSources& in, const Trigger& trigger, Event& event);

}  // namespace demarche

#endif
