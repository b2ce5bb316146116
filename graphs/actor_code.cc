#include "graphs/actor_code.h"

#include <algorithm>

#include "extractor/gazetteer_names.h"
#include "graphs/direct_triples.h"

namespace demarche {

bool names_seat(const Entity& entity, std::string_view words,
                const Ontology& ontology) {
  const auto matches = find_written_label(words, ontology);
  const auto is_seat = [&](const LabelMatch& match) {
    return match.kind == LabelKind::metonym &&
           match.concept_id == entity.concept_id;
  };
  return std::any_of(matches.begin(), matches.end(), is_seat);
}

ActorCode actor_code(const Extraction& extraction, EntityId id,
                     std::string_view words, const Ontology& ontology) {
  const Entity& entity = extraction.entities[index(id)];
  const Entity& behind =
      extraction.entities[index(represented(extraction, id))];
  const ClassId state = ontology.find_class("State");
  if (entity.concept_id && entity.sector.empty() &&
      ontology.is_a(entity.type, state))
    return {entity.actor_code,
            names_seat(entity, words, ontology) ? "GOV" : ""};
  return {entity.actor_code.empty() ? behind.actor_code : entity.actor_code,
          entity.sector.empty() ? behind.sector : entity.sector};
}

}  // namespace demarche
