#include "graphs/entity_iri.h"

#include "graphs/statement_check.h"

namespace demarche {

bool is_shared(const Entity& entity, const Ontology& ontology) {
  return entity.concept_id && ontology[*entity.concept_id].type == entity.type;
}

Span first_mention(const Extraction& extraction, const Entity& entity) {
  return entity.mentions.empty()
             ? Span{}
             : extraction.mentions[index(entity.mentions.front())].span;
}

std::string entity_iri(const Extraction& extraction, EntityId id,
                       const Ontology& ontology, const Offsets& offsets) {
  const auto& entity = extraction.entities[index(id)];
  if (is_shared(entity, ontology)) return ontology[*entity.concept_id].iri;
  return escape_iri(extraction.article.iri) + "#entity=" +
         print(offsets.code_points(first_mention(extraction, entity)));
}

}  // namespace demarche
