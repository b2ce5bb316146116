#include "extractor/entity_description.h"

#include <map>
#include <string>

#include "extractor/link_entities.h"
#include "extractor/owners.h"
#include "extractor/phrase_sector.h"
#include "extractor/reference.h"

namespace demarche {
namespace {

class EntityDescriber {
 public:
  EntityDescriber(const std::vector<Tree>& trees,
                  const std::vector<Mention>& mentions,
                  const References& references, const MentionClusters& clusters,
                  const Ontology& ontology, std::string_view date,
                  std::vector<Entity>* entities)
      : trees_(trees),
        mentions_(mentions),
        references_(references),
        clusters_(clusters),
        ontology_(ontology),
        date_(date),
        entities_(*entities),
        owner_(entities->size()) {}

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
      describe_entity(*link, ontology_, &entity, date_);
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

  PhraseNoun noun_of(const Mention& mention) const {
    return find_phrase_noun(trees_[mention.sentence], mention, ontology_);
  }

  std::string sector_of(const Entity& entity) const {
    for (const MentionId id : entity.mentions) {
      const auto sector = noun_of(mentions_[index(id)]).sector();
      if (!sector.empty()) return std::string(sector);
    }
    return {};
  }

  /// The state behind a linked entity, or the owner of a nominal.
  void find_principal(Entity* entity) {
    if (const Link* link = clusters_.link_of(index(entity->mentions.front()))) {
      const auto state =
          by_concept_.find(state_behind(*link, ontology_, date_));
      if (state != by_concept_.end()) entity->acts_for = state->second;
      return;
    }
    if (ontology_.is_a(entity->type, clusters_.classes().state)) return;
    for (const MentionId id : entity->mentions)
      if (take_owner(mentions_[index(id)], entity)) return;
    take_owner_of_name(entity);
    for (const MentionId id : entity->mentions)
      if (entity->actor_code.empty()) take_place(mentions_[index(id)], entity);
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

  bool is(const Entity& entity, ClassId ancestor) const {
    return ontology_.is_a(entity.type, ancestor);
  }

  /// Whose the actor is by the words of its phrase.
  bool take_owner(const Mention& mention, Entity* entity) {
    const PhraseNoun noun = noun_of(mention);
    if (!noun.denotation) return false;
    Mention owned = mention;
    owned.head = noun.head;
    const auto owners =
        find_owners(trees_[mention.sentence], owned, references_);
    // "the Chadian and Malian presidents" act for no one state.
    if (mention.plural && owners.size() > 1 && owners[0].link == owners[1].link)
      return true;
    for (const Owner& owner : owners) {
      const auto id = entity_of(owner.mention);
      if (!id || &entities_[index(*id)] == entity) continue;
      if (belong_to(*id, noun.acts_for_state(), entity)) return true;
    }
    return false;
  }

  /// Whether `owner` says whose the entity is.
  bool belong_to(EntityId owner, bool acts, Entity* entity) {
    const Entity& other = entities_[index(owner)];
    const auto& classes = clusters_.classes();
    const bool is_body = is(other, classes.organization);
    if (is_body || is(other, classes.population_group))
      owner_[position(*entity)] = owner;
    // "the president's office" acts for whom the president acts for.
    const bool is_office =
        is(other, classes.person) && acts && !is(*entity, classes.person);
    if (acts && (is_body || is_office)) entity->acts_for = owner;
    if (!acts || !is_body) entity->actor_code = other.actor_code;
    return is_body || is_office || !entity->actor_code.empty();
  }

  /// The country of people and bodies that are only said to be somewhere:
  /// "protesters in Minsk", "a Mali-based group"; not of those whom another
  /// state may have sent there.
  void take_place(const Mention& mention, Entity* entity) {
    const PhraseNoun noun = noun_of(mention);
    if (mention.kind != MentionKind::nominal || noun.may_be_abroad()) return;
    for (const WordIndex place :
         find_places(trees_[mention.sentence], noun.head)) {
      const auto id = references_.entity_at(mention.sentence, place);
      if (!id || !is(entities_[index(*id)], clusters_.classes().place))
        continue;
      entity->actor_code = entities_[index(*id)].actor_code;
      if (!entity->actor_code.empty()) return;
    }
  }

  /// Passes on whom the principal acts for, and code and sector of those to
  /// whom the entity belongs.
  void inherit(Entity* entity) {
    if (const auto owner = owner_[position(*entity)]) {
      const Entity& other = entities_[index(*owner)];
      if (entity->actor_code.empty()) entity->actor_code = other.actor_code;
      if (takes_sector_of_owner(entity->sector, other.sector))
        entity->sector = other.sector;
    }
    if (!entity->acts_for) return;
    const Entity& principal = entities_[index(*entity->acts_for)];
    if (principal.acts_for && &entities_[index(*principal.acts_for)] != entity)
      entity->acts_for = principal.acts_for;
    if (entity->actor_code.empty()) entity->actor_code = principal.actor_code;
  }

  std::size_t position(const Entity& entity) const {
    return static_cast<std::size_t>(&entity - entities_.data());
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
  const std::string_view date_;
  std::vector<Entity>& entities_;
  std::vector<std::optional<EntityId>> owner_;  ///< By entity.
  std::map<ConceptId, EntityId> by_concept_;
};

}  // namespace

void describe_entities(const std::vector<Tree>& trees,
                       const std::vector<Mention>& mentions,
                       const References& references,
                       const MentionClusters& clusters,
                       const Ontology& ontology, std::string_view date,
                       std::vector<Entity>* entities) {
  EntityDescriber(trees, mentions, references, clusters, ontology, date,
                  entities)
      .describe();
}

}  // namespace demarche
