#ifndef DEMARCHE_GRAPHS_ACTOR_CODE_H_
#define DEMARCHE_GRAPHS_ACTOR_CODE_H_

#include <string>
#include <string_view>

#include "extractor/extraction.h"

namespace demarche {

/// An actor as event data codes it.
struct ActorCode {
  std::string code;    ///< Country (ISO 3166 alpha-3) or organisation; or "".
  std::string sector;  ///< PLOVER's: "GOV", "MIL"; or "".

  friend bool operator==(const ActorCode&, const ActorCode&) = default;
};

/// The code of an entity: what is known of itself, else of whom it acts for.
/// `words` refer to it here: a capital or seat that stands for its government
/// ("Yerevan said") is GOV.
ActorCode actor_code(const Extraction& extraction, EntityId entity,
                     std::string_view words, const Ontology& ontology);

/// Whether `words` are those of a seat of government that stands for the
/// state ("the Kremlin").
bool names_seat(const Entity& entity, std::string_view words,
                const Ontology& ontology);

}  // namespace demarche

#endif
