#include "extractor/relation_ends.h"

#include <algorithm>

#include "extractor/cut_names.h"
#include "extractor/doubtful_pronouns.h"

namespace demarche {

RelationEnds::RelationEnds(std::uint32_t sentence, const Tree& tree,
                           const std::vector<Mention>& mentions,
                           const std::vector<Entity>& entities,
                           const References& references,
                           const Ontology& ontology,
                           std::vector<Relation>* relations)
    : sentence_(sentence),
      tree_(tree),
      mentions_(mentions),
      entities_(entities),
      references_(references),
      ontology_(ontology),
      classes_(ontology),
      relations_(*relations) {}

bool RelationEnds::is_a(EntityId id, ClassId wanted) const {
  const ClassId type = entities_[index(id)].type;
  return type != ClassId::none && wanted != ClassId::none &&
         ontology_.is_a(type, wanted);
}

bool RelationEnds::fits(EntityId id, ClassId wanted) const {
  const ClassId type = entities_[index(id)].type;
  if (wanted == ClassId::none || wanted == classes_.entity) return true;
  if (type == ClassId::none || type == classes_.entity) return false;
  return are_compatible(type, wanted, ontology_);
}

bool RelationEnds::is_named(EntityId id) const {
  return has_name(entities_[index(id)], mentions_);
}

bool RelationEnds::is_doubtful(WordIndex word) const {
  const auto mention = references_.mention_at(sentence_, word);
  if (mention && mentions_[index(*mention)].kind == MentionKind::nominal)
    return is_named(*entity_at(word)) && !is_named_within(*mention) &&
           (is_a(*entity_at(word), classes_.person) ||
            is_a(*entity_at(word), ontology_.find_class("PoliticalParty")));
  return mention && mentions_[index(*mention)].kind == MentionKind::pronoun &&
         may_be_another(mentions_[index(*mention)], *entity_at(word),
                        std::nullopt, mentions_, entities_, ontology_);
}

/// "the city of Bol"
bool RelationEnds::is_named_within(MentionId nominal) const {
  constexpr std::uint32_t gap = 4;  // " of ", ", "
  const Mention& outer = mentions_[index(nominal)];
  const auto& mentions = entities_[index(*entity_at(outer.head))].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](MentionId id) {
    const Mention& name = mentions_[index(id)];
    return name.kind == MentionKind::name && name.sentence == outer.sentence &&
           name.span.begin <= outer.span.end + gap &&
           outer.span.begin <= name.span.end + gap;
  });
}

/// "officials", of whom nothing lasting is said.
bool RelationEnds::is_anonymous_crowd(EntityId id) const {
  const auto& mentions = entities_[index(id)].mentions;
  return !is_named(id) &&
         std::any_of(mentions.begin(), mentions.end(), [&](MentionId one) {
           return mentions_[index(one)].plural;
         });
}

/// "it", of which the text says nothing else.
bool RelationEnds::is_mere_pronoun(EntityId id) const {
  const auto& mentions = entities_[index(id)].mentions;
  return std::all_of(mentions.begin(), mentions.end(), [&](MentionId one) {
    return mentions_[index(one)].kind == MentionKind::pronoun;
  });
}

bool RelationEnds::is_cut(WordIndex word, EntityId id) const {
  const auto mention = references_.mention_at(sentence_, word);
  return mention && is_cut_name(tree_, mentions_[index(*mention)],
                                entities_[index(id)], ontology_);
}

void RelationEnds::add(WordIndex subject, WordIndex object, Relation relation) {
  const auto one = entity_at(subject);
  const auto other = entity_at(object);
  const Property& property = ontology_[relation.property];
  if (!one || !other || *one == *other || is_mere_pronoun(*one) ||
      is_mere_pronoun(*other) || !fits(*one, property.domain) ||
      !fits(*other, property.range) || is_anonymous_crowd(*one) ||
      is_cut(subject, *one) || is_cut(object, *other))
    return;
  relation.subject = *one;
  relation.object = *other;
  relation.sentence = sentence_;
  relation.subject_word = subject;
  relation.object_word = object;
  relations_.push_back(std::move(relation));
}

}  // namespace demarche
