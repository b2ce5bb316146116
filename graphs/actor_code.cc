#include "graphs/actor_code.h"

#include "graphs/direct_triples.h"

namespace demarche {

ActorCode actor_code(const Extraction& extraction, EntityId id) {
  const Entity& entity = extraction.entities[index(id)];
  const Entity& behind =
      extraction.entities[index(represented(extraction, id))];
  return {entity.actor_code.empty() ? behind.actor_code : entity.actor_code,
          entity.sector.empty() ? behind.sector : entity.sector};
}

}  // namespace demarche
