#include "extractor/doubtful_pronouns.h"

#include <algorithm>

#include "extractor/reference.h"

namespace demarche {

bool may_be_another(const Mention& pronoun, EntityId own,
                    std::optional<EntityId> other,
                    const std::vector<Mention>& mentions,
                    const std::vector<Entity>& entities,
                    const Ontology& ontology) {
  const ClassId person = ontology.find_class("Person");
  const ClassId own_type = entities[index(own)].type;
  if (own_type == ClassId::none || !ontology.is_a(own_type, person))
    return own_type == ClassId::none ||
           ontology.is_a(own_type, ontology.find_class("State"));
  const auto is_near = [&](MentionId id) {
    const Mention& mention = mentions[index(id)];
    return mention.kind != MentionKind::pronoun &&
           mention.sentence + 1 >= pronoun.sentence &&
           mention.span.begin < pronoun.span.begin;
  };
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    const Entity& entity = entities[i];
    if (EntityId{i} == own || other == EntityId{i} ||
        entity.type == ClassId::none || !ontology.is_a(entity.type, person) ||
        !has_name(entity, mentions))
      continue;
    if (std::any_of(entity.mentions.begin(), entity.mentions.end(), is_near))
      return true;
  }
  return false;
}

}  // namespace demarche
