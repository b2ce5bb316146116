#include "extractor/event_match.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "extractor/noun_phrase.h"
#include "extractor/reference.h"
#include "ontology/sort_unique.h"

namespace demarche {
namespace {

using Side = Property::Side;

bool is_on(Side role, Side side) {
  return role == side || role == Side::partner;
}

}  // namespace

bool EventMatch::is_same_class(ClassId one, ClassId other) const {
  return ontology_.is_a(one, other) || ontology_.is_a(other, one);
}

bool EventMatch::may_refer(ClassId later, ClassId earlier) const {
  if (is_same_class(later, earlier)) return true;
  const auto& names = ontology_[earlier].referred_to_as;
  return std::any_of(names.begin(), names.end(),
                     [&](ClassId name) { return ontology_.is_a(later, name); });
}

/// The state or body at the end of "acts for": Russia for its troops.
EntityId EventMatch::actor_behind(EntityId id) const {
  constexpr int longest_chain = 8;
  for (int steps = 0; steps < longest_chain; ++steps) {
    const auto& next = extraction_.entities[index(id)].acts_for;
    if (!next) break;
    id = *next;
  }
  return id;
}

/// Times may be told more or less exactly: 2023-01 and 2023-01-09.
bool EventMatch::is_same(TimeId one, TimeId other) const {
  const std::string_view a = extraction_.times[index(one)].value;
  const std::string_view b = extraction_.times[index(other)].value;
  return !a.empty() && !b.empty() && (a.starts_with(b) || b.starts_with(a));
}

bool EventMatch::is_same(QuantityId one, QuantityId other) const {
  return extraction_.quantities[index(one)].value ==
         extraction_.quantities[index(other)].value;
}

bool EventMatch::is_same(const Filler& one, const Filler& other) const {
  if (one == other) return true;
  if (one.index() != other.index()) return false;
  if (const auto* entity = std::get_if<EntityId>(&one))
    return actor_behind(*entity) == actor_behind(std::get<EntityId>(other));
  if (const auto* time = std::get_if<TimeId>(&one))
    return is_same(*time, std::get<TimeId>(other));
  if (const auto* number = std::get_if<QuantityId>(&one))
    return is_same(*number, std::get<QuantityId>(other));
  const auto words = [&](const Filler& filler) {
    const auto* event = std::get_if<EventId>(&filler);
    return to_lower(slice(extraction_.article.text,
                          event != nullptr
                              ? extraction_.events[index(*event)].span
                              : std::get<Span>(filler)));
  };
  return words(one) == words(other);
}

/// Whether two roles are one, or stand on one side of their events.
bool EventMatch::may_share(const Role& one, const Role& other) const {
  if (one.property == PropertyId::none || other.property == PropertyId::none)
    return one.label == other.label;
  if (one.property == other.property) return true;
  const Side a = ontology_[one.property].side,
             b = ontology_[other.property].side;
  return a != Side::neither && b != Side::neither &&
         (a == b || a == Side::partner || b == Side::partner);
}

bool EventMatch::has_role(const Event& event, const Role& role) const {
  return std::any_of(
      event.roles.begin(), event.roles.end(), [&](const Role& own) {
        return may_share(own, role) && is_same(own.filler, role.filler);
      });
}

bool EventMatch::has_place(const Event& event, EntityId place) const {
  return std::find(event.places.begin(), event.places.end(), place) !=
             event.places.end() ||
         std::any_of(
             event.roles.begin(), event.roles.end(),
             [&](const Role& role) { return role.filler == Filler(place); });
}

bool EventMatch::has_quantity(const Event& event, QuantityId quantity) const {
  return std::any_of(event.quantities.begin(), event.quantities.end(),
                     [&](QuantityId own) { return is_same(own, quantity); });
}

bool EventMatch::is_same_time(const Event& one, const Event& other) const {
  return one.time && other.time && is_same(*one.time, *other.time);
}

bool EventMatch::contradict(const Event& one, const Event& other) const {
  if (one.time && other.time && !is_same(*one.time, *other.time)) return true;
  for (const Role& role : one.roles) {
    const bool is_told =
        std::any_of(other.roles.begin(), other.roles.end(),
                    [&](const Role& own) { return may_share(own, role); });
    if (is_told && !has_role(other, role)) return true;
  }
  if (!one.places.empty() && !other.places.empty() &&
      std::none_of(one.places.begin(), one.places.end(),
                   [&](EntityId place) { return has_place(other, place); }))
    return true;
  const auto unit = [&](QuantityId id) -> const std::string& {
    return extraction_.quantities[index(id)].unit;
  };
  for (const QuantityId a : one.quantities)
    for (const QuantityId b : other.quantities)
      if (unit(a) == unit(b) && !is_same(a, b)) return true;
  return false;
}

bool EventMatch::repeats(const Event& later, const Event& earlier,
                         Span words) const {
  for (const Role& role : later.roles)
    if (contains(words, role.evidence) && !has_role(earlier, role))
      return false;
  if (later.time &&
      contains(words, extraction_.times[index(*later.time)].span) &&
      !is_same_time(later, earlier))
    return false;
  return std::all_of(
      later.quantities.begin(), later.quantities.end(), [&](QuantityId id) {
        return !contains(words, extraction_.quantities[index(id)].span) ||
               has_quantity(earlier, id);
      });
}

bool EventMatch::adds(const Event& later, const Event& earlier) const {
  const auto lacks = [&](const auto& list, const auto& has) {
    return std::any_of(list.begin(), list.end(),
                       [&](const auto& one) { return !has(one); });
  };
  return (later.time && !earlier.time) ||
         lacks(later.roles,
               [&](const Role& role) { return has_role(earlier, role); }) ||
         lacks(later.places,
               [&](EntityId place) { return has_place(earlier, place); }) ||
         lacks(later.quantities,
               [&](QuantityId id) { return has_quantity(earlier, id); });
}

/// Whether it is known by name, so that two mentions of it are of one.
bool EventMatch::is_named(EntityId id) const {
  const Entity& entity = extraction_.entities[index(actor_behind(id))];
  return entity.concept_id || has_name(entity, extraction_.mentions);
}

bool EventMatch::agree_on_side(const Event& one, const Event& other,
                               Property::Side side) const {
  const auto actors = [&](const Event& event) {
    std::vector<EntityId> all;
    for (const Role& role : event.roles) {
      const auto* entity = std::get_if<EntityId>(&role.filler);
      if (entity != nullptr && role.property != PropertyId::none &&
          is_on(ontology_[role.property].side, side))
        all.push_back(actor_behind(*entity));
    }
    sort_unique(all);
    return all;
  };
  const auto own = actors(one);
  return !own.empty() && own == actors(other) &&
         std::any_of(own.begin(), own.end(),
                     [&](EntityId id) { return is_named(id); });
}

bool EventMatch::is_same_act(const Event& one, const Event& other) const {
  if (!agree_on_side(one, other, Side::source) ||
      !agree_on_side(one, other, Side::target) || contradict(one, other) ||
      contradict(other, one))
    return false;
  // Partners stand on both sides: two of them make a meeting.
  const auto partners = [&](const Event& event) {
    return std::count_if(
        event.roles.begin(), event.roles.end(), [&](const Role& role) {
          return role.property != PropertyId::none &&
                 ontology_[role.property].side == Side::partner;
        });
  };
  const auto together = std::min(partners(one), partners(other));
  return together == 0 || together > 1;
}

}  // namespace demarche
