#ifndef DEMARCHE_EXTRACTOR_EVENT_MATCH_H_
#define DEMARCHE_EXTRACTOR_EVENT_MATCH_H_

#include "extractor/extraction.h"
#include "extractor/span.h"

namespace demarche {

/// Compares what an article says of two of its events.  What only one of them
/// tells speaks neither for nor against their being one.
class EventMatch {
 public:
  /// Both must outlive it.
  EventMatch(const Extraction& extraction, const Ontology& ontology)
      : extraction_(extraction), ontology_(ontology) {}

  /// Whether one class is the other or below it.
  bool is_same_class(ClassId one, ClassId other) const;
  /// The same, or a noun for `later` may stand for `earlier` (dm:referredToAs).
  bool may_refer(ClassId later, ClassId earlier) const;

  /// Whether both have a filler for a role or side, a time, a place or a
  /// quantity of one unit, and none agrees.
  bool contradict(const Event& one, const Event& other) const;

  /// Whether every role, time and quantity of `later` that the text tells
  /// within `words` is one of `earlier`.
  bool repeats(const Event& later, const Event& earlier, Span words) const;

  /// Whether `later` has a role, time, place or quantity that `earlier` lacks.
  bool adds(const Event& later, const Event& earlier) const;

  /// Whether both name the same actors on both sides, and nothing else that
  /// differs: enough for two accounts of one event.
  bool is_same_act(const Event& one, const Event& other) const;

  /// Whether both have a time, and it may be the same.
  bool is_same_time(const Event& one, const Event& other) const;

  bool has_role(const Event& event, const Role& role) const;

 private:
  bool is_same(const Filler& one, const Filler& other) const;
  bool is_same(QuantityId one, QuantityId other) const;
  bool is_same(TimeId one, TimeId other) const;
  bool may_share(const Role& one, const Role& other) const;
  bool has_place(const Event& event, EntityId place) const;
  bool has_quantity(const Event& event, QuantityId quantity) const;
  bool is_named(EntityId id) const;
  bool agree_on_side(const Event& one, const Event& other,
                     Property::Side side) const;
  EntityId actor_behind(EntityId id) const;

  const Extraction& extraction_;
  const Ontology& ontology_;
};

}  // namespace demarche

#endif
