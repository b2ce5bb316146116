#include "extractor/entity_description.h"

#include <algorithm>
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
    if (entity.sector.empty() &&
        (!entity.concept_id || is_told_by_words(*entity.concept_id)))
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

  /// A person of whom the gazetteer has no sector and no office.
  bool is_little_known(ConceptId id) const {
    return ontology_.is_a(ontology_[id].type, clusters_.classes().person) &&
           ontology_[id].sector.empty() && ontology_.tenures_of(id).empty();
  }

  /// Of whom the article's words tell more than the gazetteer: one whom it
  /// knows little of, or whose offices no date of the article tells apart.
  bool is_told_by_words(ConceptId id) const {
    return is_little_known(id) ||
           (date_.empty() && ontology_[id].sector.empty() &&
            ontology_.is_a(ontology_[id].type, clusters_.classes().person));
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
      if (!is_told_by_words(link->concept_id)) return;
    }
    if (ontology_.is_a(entity->type, clusters_.classes().state)) return;
    for (const MentionId id : entity->mentions)
      if (take_owner(mentions_[index(id)], entity)) return;
    take_owner_of_name(entity);
    for (const MentionId id : entity->mentions)
      if (entity->actor_code.empty()) take_place(mentions_[index(id)], entity);
  }

  // "Chadian Army Council", "Goma Chamber of Trade": a country, a demonym or
  // a place inside a name.
  void take_owner_of_name(Entity* entity) {
    const Mention& name = mentions_[index(entity->mentions.front())];
    if (name.kind != MentionKind::name ||
        (!is(*entity, clusters_.classes().organization) &&
         !is(*entity, clusters_.classes().population_group)))
      return;
    const ConceptId country =
        country_in_name(trees_[name.sentence].sentence(), name, ontology_);
    if (country == ConceptId::none) return take_nationality(name, entity);
    entity->actor_code = ontology_[country].actor_code;
    const auto state = by_concept_.find(country);
    if (is(*entity, clusters_.classes().government_body) &&
        state != by_concept_.end())
      entity->acts_for = state->second;
  }

  /// "the Chadian [Human Rights League]": a demonym before the name.
  void take_nationality(const Mention& name, Entity* entity) {
    for (const Owner& owner :
         find_owners(trees_[name.sentence], name, references_)) {
      const auto id = entity_of(owner.mention);
      if (owner.link == Owner::Link::adjective && id &&
          is(entities_[index(*id)], clusters_.classes().state))
        entity->actor_code = entities_[index(*id)].actor_code;
    }
  }

  bool is(const Entity& entity, ClassId ancestor) const {
    return ontology_.is_a(entity.type, ancestor);
  }

  /// Whose the actor is by the words of its phrase.
  bool take_owner(const Mention& mention, Entity* entity) {
    const PhraseNoun noun = noun_of(mention);
    if (!noun.denotation) return false;
    const auto owners = owners_of(mention, noun);
    // "the Chadian and Malian presidents" act for no one state.
    if (mention.plural && owners.size() > 1 && owners[0].link == owners[1].link)
      return true;
    // A name that nobody knows may be none: whoever is known goes first.
    for (const bool is_known : {true, false})
      for (const Owner& owner : owners) {
        const auto id = entity_of(owner.mention);
        if (!id || &entities_[index(*id)] == entity ||
            is_known_owner(owner.mention) != is_known)
          continue;
        if (belong_to(*id, noun.acts_for_state(), entity)) return true;
      }
    return false;
  }

  /// Of the noun, then of the words before it in its entry: "Chadian" in "the
  /// Chadian community leader" may hang on either.
  std::vector<Owner> owners_of(const Mention& mention,
                               const PhraseNoun& noun) const {
    Mention owned = mention;
    owned.head = noun.head;
    auto owners = find_owners(trees_[mention.sentence], owned, references_);
    const WordRange entry = noun.denotation.words;
    for (owned.head = entry.first; owned.head < noun.head; ++owned.head)
      for (const Owner& owner :
           find_owners(trees_[mention.sentence], owned, references_))
        if (std::none_of(owners.begin(), owners.end(), [&](const Owner& known) {
              return known.mention == owner.mention;
            }))
          owners.push_back(owner);
    return owners;
  }

  bool is_known_owner(MentionId mention) const {
    return mentions_[index(mention)].kind != MentionKind::name ||
           clusters_.link_of(index(mention)) != nullptr;
  }

  /// Whether `owner` says whose the entity is.
  bool belong_to(EntityId owner, bool acts, Entity* entity) {
    const Entity& other = entities_[index(owner)];
    const auto& classes = clusters_.classes();
    const bool is_body = is(other, classes.organization);
    const bool is_actor = is(*entity, classes.actor);
    // "the president's office" acts for whom the president acts for.
    const bool is_office = acts && !is_actor && is(other, classes.person);
    if (is_office || (acts && is_body && is_actor)) entity->acts_for = owner;
    if (!entity->acts_for) entity->actor_code = other.actor_code;
    owner_[position(*entity)] = owner;
    return is_body || is(other, classes.person) || !entity->actor_code.empty();
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
      const bool is_office =
          entity->acts_for && !is(*entity, clusters_.classes().actor);
      if ((is_office || !is(other, clusters_.classes().person)) &&
          takes_sector_of_owner(entity->sector, other.sector))
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
