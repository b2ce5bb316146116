#ifndef DEMARCHE_GRAPHS_EVENT_ACTORS_H_
#define DEMARCHE_GRAPHS_EVENT_ACTORS_H_

#include <string>
#include <vector>

#include "extractor/extraction.h"
#include "graphs/actor_code.h"
#include "ontology/ontology.h"

namespace demarche {

/// Who is mentioned in each sentence of an article.
struct SentenceMentions {
  explicit SentenceMentions(const Extraction& extraction);

  std::vector<std::vector<MentionId>> of_sentence;
  std::vector<EntityId> entity_of;  ///< By mention.
  std::string home;  ///< The code of the country that the article is about.
};

/// An actor on a side of event data.
struct EventActor {
  EntityId entity{};
  Span words;      ///< Those that refer to it here.
  ActorCode code;  ///< Of one without a name, at need that of its country here.
};

/// The two sides of an event in event data.
struct EventActors {
  std::vector<EventActor> sources, targets;
};

/// Who fills the roles of the two sides, of those that may act.  One alone whom
/// somebody else meets is the target.
///
/// Event data wants both sides.  Where no role has one, and it is not all but
/// certain that nobody stands there, it is a guess: somebody of another country
/// than the other side's; no triple is ever made from it.
EventActors event_actors(const Extraction& extraction, const Event& event,
                         const SentenceMentions& mentions,
                         const Ontology& ontology);

}  // namespace demarche

#endif
