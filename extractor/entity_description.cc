#include "extractor/entity_description.h"

#include <map>
#include <string>

#include "extractor/link_entities.h"
#include "extractor/noun_phrase.h"
#include "extractor/owners.h"
#include "extractor/reference.h"

namespace demarche {
namespace {

class EntityDescriber {
 public:
  EntityDescriber(const std::vector<Tree>& trees,
                  const std::vector<Mention>& mentions,
                  const References& references, const MentionClusters& clusters,
                  const Ontology& ontology, std::vector<Entity>* entities)
      : trees_(trees),
        mentions_(mentions),
        references_(references),
        clusters_(clusters),
        ontology_(ontology),
        entities_(*entities) {}

  void describe() {
    for (std::uint32_t i = 0; i < entities_.size(); ++i) describe_one(i);
    for (Entity& entity : entities_) find_principal(&entity);
    // An owner may itself act for a state that was found after it.
    for (int pass = 0; pass < 2; ++pass)
      for (Entity& entity : entities_) inherit(&entity);
  }

 private:
  void describe_one(std::uint32_t i) {
    Entity& entity = entities_[i];
    const std::uint32_t first = index(entity.mentions.front());
    entity.type = clusters_[first].type;
    entity.label = label_of(entity);
    if (const Link* link = clusters_.link_of(first)) {
      describe_entity(*link, ontology_, &entity);
      if (entity.type == ontology_[link->concept_id].type)
        by_concept_.try_emplace(link->concept_id, EntityId{i});
    }
    if (entity.sector.empty() && !entity.concept_id)
      entity.sector = sector_of(entity);
  }

  /// The longest name, else the longest nominal, else the first pronoun.
  std::string label_of(const Entity& entity) const {
    const Mention* best = nullptr;
    const auto length = [](const Mention& mention) {
      return mention.span.end - mention.span.begin;
    };
    for (const MentionId id : entity.mentions) {
      const Mention& mention = mentions_[index(id)];
      if (best == nullptr || mention.kind < best->kind ||
          (mention.kind == best->kind && mention.kind != MentionKind::pronoun &&
           length(mention) > length(*best)))
        best = &mention;
    }
    return text_of(trees_[best->sentence].sentence(), best->first, best->end);
  }

  Denotation denotation_of(const Mention& mention) const {
    if (mention.kind != MentionKind::nominal) return {};
    return find_denotation(trees_[mention.sentence], mention.head, ontology_);
  }

  std::string sector_of(const Entity& entity) const {
    for (const MentionId id : entity.mentions) {
      const auto found = denotation_of(mentions_[index(id)]);
      if (found && !found.entry->sector.empty()) return found.entry->sector;
    }
    return {};
  }

  /// The state behind a linked entity, or the owner of a nominal.
  void find_principal(Entity* entity) {
    if (const Link* link = clusters_.link_of(index(entity->mentions.front()))) {
      const auto state = by_concept_.find(state_behind(*link, ontology_));
      if (state != by_concept_.end()) entity->acts_for = state->second;
      return;
    }
    if (ontology_.is_a(entity->type, clusters_.classes().state)) return;
    for (const MentionId id : entity->mentions) {
      const Mention& mention = mentions_[index(id)];
      if (const auto found = denotation_of(mention))
        if (take_owner(mention, found.entry->acts_for_state, entity)) return;
    }
    if (entity->mentions.size() > 0) take_owner_of_name(entity);
  }

  // "Chadian Army Council": a demonym inside a name.
  void take_owner_of_name(Entity* entity) {
    const Mention& name = mentions_[index(entity->mentions.front())];
    if (name.kind != MentionKind::name ||
        !ontology_.is_a(entity->type, clusters_.classes().organization))
      return;
    for (WordIndex word = name.first; word < name.end; ++word) {
      const auto inner = references_.mention_at(name.sentence, word);
      if (!inner || mentions_[index(*inner)].head == name.head) continue;
      const Entity& owner = entities_[owner_index(*inner)];
      if (!ontology_.is_a(owner.type, clusters_.classes().state)) continue;
      if (ontology_.is_a(entity->type, clusters_.classes().government_body))
        entity->acts_for = EntityId{owner_index(*inner)};
      entity->actor_code = owner.actor_code;
      return;
    }
  }

  std::uint32_t owner_index(MentionId mention) const {
    return index(*entity_of(mention));
  }

  bool take_owner(const Mention& mention, bool acts, Entity* entity) {
    const Tree& tree = trees_[mention.sentence];
    const auto owners = find_owners(tree, mention, references_);
    // "the Chadian and Malian presidents" act for no one state.
    if (mention.plural && owners.size() > 1 && owners[0].link == owners[1].link)
      return true;
    for (const Owner& owner : owners) {
      const auto id = entity_of(owner.mention);
      if (!id || &entities_[index(*id)] == entity) continue;
      const Entity& other = entities_[index(*id)];
      if (!ontology_.is_a(other.type, clusters_.classes().organization))
        continue;
      if (acts)
        entity->acts_for = *id;
      else
        entity->actor_code = other.actor_code;
      return true;
    }
    return false;
  }

  /// Passes on whom the principal acts for, and its code.
  void inherit(Entity* entity) {
    if (!entity->acts_for) return;
    const Entity& principal = entities_[index(*entity->acts_for)];
    if (principal.acts_for && &entities_[index(*principal.acts_for)] != entity)
      entity->acts_for = principal.acts_for;
    if (entity->actor_code.empty()) entity->actor_code = principal.actor_code;
  }

  std::optional<EntityId> entity_of(MentionId mention) const {
    const Mention& there = mentions_[index(mention)];
    return references_.entity_at(there.sentence, there.head);
  }

  const std::vector<Tree>& trees_;
  const std::vector<Mention>& mentions_;
  const References& references_;
  const MentionClusters& clusters_;
  const Ontology& ontology_;
  std::vector<Entity>& entities_;
  std::map<ConceptId, EntityId> by_concept_;
};

}  // namespace

void describe_entities(const std::vector<Tree>& trees,
                       const std::vector<Mention>& mentions,
                       const References& references,
                       const MentionClusters& clusters,
                       const Ontology& ontology,
                       std::vector<Entity>* entities) {
  EntityDescriber(trees, mentions, references, clusters, ontology, entities)
      .describe();
}

}  // namespace demarche
