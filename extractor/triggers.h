#ifndef DEMARCHE_EXTRACTOR_TRIGGERS_H_
#define DEMARCHE_EXTRACTOR_TRIGGERS_H_

#include <optional>
#include <vector>

#include "extractor/reference.h"
#include "extractor/sentence_view.h"

namespace demarche {

/// A word that evokes an event, and how.
struct Trigger {
  WordIndex word = 0;
  const Meaning* meaning = nullptr;  ///< Null: a frame without an event type.
  /// The light verb that an event noun leans on: "held" of "held talks".
  std::optional<WordIndex> light_verb;
  /// Whether the light verb's subject is who the event is done to: "faces".
  bool undergone = false;
};

/// The triggers of a sentence by word: words with an event in the lexicon
/// whose conditions hold, and the remaining predicates.
///
/// Nouns inside names of persons, places and organisations evoke nothing,
/// nor do nouns that only modify another ("peace talks", "war crimes").
std::vector<Trigger> find_triggers(const SentenceView& view,
                                   std::uint32_t sentence,
                                   const References& references,
                                   const std::vector<Mention>& mentions,
                                   const Ontology& ontology);

}  // namespace demarche

#endif
