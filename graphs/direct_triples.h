#ifndef DEMARCHE_GRAPHS_DIRECT_TRIPLES_H_
#define DEMARCHE_GRAPHS_DIRECT_TRIPLES_H_

#include <variant>
#include <vector>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// The fillers of an event that stand on the two sides of event data.
struct Sides {
  std::vector<const Role*> sources;
  std::vector<const Role*> targets;
};

/// By `Property::side`, in the order of roles.  Partners are targets, but for
/// the first one where no other source is known.
Sides sides_of(const Event& event, const Ontology& ontology);

/// Who acts when `entity` acts: for Maria Zakharova, Russia; for Russia,
/// itself.  `Entity::acts_for` to its end.
EntityId represented(const Extraction& extraction, EntityId entity);

/// An event as one statement: Russia dm:accuses Armenia.
struct DirectTriple {
  using End = std::variant<EntityId, EventId>;
  End subject;
  PropertyId predicate = PropertyId::none;
  End object;
  /// Whether the text makes it plain that it is these two (`has_plain_ends`).
  bool is_plain = true;

  friend bool operator==(const DirectTriple&, const DirectTriple&) = default;
};

/// What a claimer of the event says who does to whom: each source with each
/// target, without repetition.  None where the event's class has no direct
/// relation, one side is not known, or what fills it is not of the kind that
/// the relation joins, and where neither has a name.  Towards another state,
/// persons and bodies stand for the state that they act for, unless `strict`;
/// at home they stand for themselves.
std::vector<DirectTriple> direct_triples(const Extraction& extraction,
                                         EventId event,
                                         const Ontology& ontology, bool strict);

/// Whether `claim` lets the plain direct triples of its event be asserted, or a
/// relation: the article itself is certain of it, and it is not in the future.
/// A relation is a likely one, between two who have names.
bool is_asserted(const Extraction& extraction, const Claim& claim);

}  // namespace demarche

#endif
