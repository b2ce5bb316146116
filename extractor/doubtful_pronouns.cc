#include "extractor/doubtful_pronouns.h"

#include <algorithm>

namespace demarche {

bool may_be_another(const Mention& pronoun, EntityId own,
                    std::optional<EntityId> other,
                    const std::vector<Mention>& mentions,
                    const std::vector<Entity>& entities,
                    const Ontology& ontology) {
  const ClassId person = ontology.find_class("Person");
  const auto is_near = [&](MentionId id) {
    const Mention& mention = mentions[index(id)];
    return mention.kind == MentionKind::name &&
           mention.sentence + 1 >= pronoun.sentence &&
           mention.span.begin < pronoun.span.begin;
  };
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    const Entity& entity = entities[i];
    if (EntityId{i} == own || other == EntityId{i} ||
        entity.type == ClassId::none || !ontology.is_a(entity.type, person))
      continue;
    if (std::any_of(entity.mentions.begin(), entity.mentions.end(), is_near))
      return true;
  }
  return false;
}

}  // namespace demarche
