#ifndef DEMARCHE_EXTRACTOR_RELATION_ENDS_H_
#define DEMARCHE_EXTRACTOR_RELATION_ENDS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "extractor/entity_classes.h"
#include "extractor/extraction.h"
#include "extractor/reference.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// What may stand at the ends of the standing relations of one sentence, and
/// the relations found so far.  Refers to the layers of its article.
class RelationEnds {
 public:
  RelationEnds(std::uint32_t sentence, const Tree& tree,
               const std::vector<Mention>& mentions,
               const std::vector<Entity>& entities,
               const References& references, const Ontology& ontology,
               std::vector<Relation>* relations);

  std::uint32_t sentence() const { return sentence_; }
  const References& references() const { return references_; }
  const Mention& mention(MentionId id) const { return mentions_[index(id)]; }
  const Entity& entity(EntityId id) const { return entities_[index(id)]; }
  std::optional<EntityId> entity_at(WordIndex word) const {
    return references_.entity_at(sentence_, word);
  }
  const EntityClasses& classes() const { return classes_; }

  /// Whether the entity is of a class; of none if it has no class.
  bool is_a(EntityId id, ClassId wanted) const;
  /// Whether it may be of a class, which is the domain or range of a
  /// property, as far as its own class tells.
  bool fits(EntityId id, ClassId wanted) const;
  bool is_named(EntityId id) const;
  /// Whether a word is a pronoun ("his") that, for all that is named before
  /// it in its sentence and the one before, may stand for another person, or
  /// a noun ("the candidate") for what has its name elsewhere.
  bool is_doubtful(WordIndex word) const;

  /// The relation between what two words refer to, if both ends fit it and
  /// lasting things are known of them.
  void add(WordIndex subject, WordIndex object, Relation relation);

 private:
  bool is_named_within(MentionId nominal) const;
  bool is_anonymous_crowd(EntityId id) const;
  bool is_mere_pronoun(EntityId id) const;
  bool is_cut(WordIndex word, EntityId id) const;

  std::uint32_t sentence_;
  const Tree& tree_;
  const std::vector<Mention>& mentions_;
  const std::vector<Entity>& entities_;
  const References& references_;
  const Ontology& ontology_;
  EntityClasses classes_;
  std::vector<Relation>& relations_;
};

}  // namespace demarche

#endif
