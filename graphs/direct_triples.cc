#include "graphs/direct_triples.h"

#include <optional>
#include <set>
#include <utility>

namespace demarche {
namespace {

using End = DirectTriple::End;

std::optional<End> end_of(const Role& role) {
  if (const auto* entity = std::get_if<EntityId>(&role.filler)) return *entity;
  if (const auto* event = std::get_if<EventId>(&role.filler)) return *event;
  return std::nullopt;
}

End represented_end(const Extraction& extraction, const End& end) {
  const auto* entity = std::get_if<EntityId>(&end);
  return entity ? End{represented(extraction, *entity)} : end;
}

/// The triple with states in place of who acts for them; but whom a state's
/// own people deploy, dismiss or accuse stands for himself.
DirectTriple for_states(const Extraction& extraction,
                        const DirectTriple& triple) {
  const auto subject = represented_end(extraction, triple.subject);
  const auto object = represented_end(extraction, triple.object);
  if (subject != object) return {subject, triple.predicate, object};
  if (subject != triple.object)
    return {subject, triple.predicate, triple.object};
  return triple;
}

}  // namespace

Sides sides_of(const Event& event, const Ontology& ontology) {
  Sides sides;
  std::vector<const Role*> partners;
  for (const auto& role : event.roles) {
    if (role.property == PropertyId::none) continue;
    const auto side = ontology[role.property].side;
    if (side == Property::Side::source) sides.sources.push_back(&role);
    if (side == Property::Side::target) sides.targets.push_back(&role);
    if (side == Property::Side::partner) partners.push_back(&role);
  }
  auto partner = partners.begin();
  if (sides.sources.empty() && partner != partners.end())
    sides.sources.push_back(*partner++);
  sides.targets.insert(sides.targets.end(), partner, partners.end());
  return sides;
}

EntityId represented(const Extraction& extraction, EntityId entity) {
  // Bounded, since two entities may be said to act for each other.
  for (std::size_t steps = extraction.entities.size(); steps > 0; --steps) {
    const auto& next = extraction.entities[index(entity)].acts_for;
    if (!next) break;
    entity = *next;
  }
  return entity;
}

std::vector<DirectTriple> direct_triples(const Extraction& extraction,
                                         EventId id, const Ontology& ontology,
                                         bool strict) {
  std::vector<DirectTriple> triples;
  const auto& event = extraction.events[index(id)];
  if (event.type == ClassId::none) return triples;
  const auto predicate = ontology[event.type].direct_relation;
  if (predicate == PropertyId::none) return triples;
  const auto sides = sides_of(event, ontology);
  std::set<std::pair<End, End>> seen;
  for (const auto* source : sides.sources) {
    for (const auto* target : sides.targets) {
      const auto from = end_of(*source), to = end_of(*target);
      if (!from || !std::holds_alternative<EntityId>(*from) || !to) continue;
      auto triple = DirectTriple{*from, predicate, *to};
      if (!strict) triple = for_states(extraction, triple);
      if (triple.subject == triple.object) continue;
      if (seen.emplace(triple.subject, triple.object).second)
        triples.push_back(triple);
    }
  }
  return triples;
}

bool is_asserted(const Extraction& extraction, const Claim& claim) {
  if (claim.depth != 0 || claim.attribution ||
      claim.factuality != Factuality::certain_positive)
    return false;
  if (const auto* relation = std::get_if<std::uint32_t>(&claim.about))
    return extraction.relations[*relation].factuality ==
           Factuality::certain_positive;
  const auto& event = extraction.events[index(std::get<EventId>(claim.about))];
  return event.factuality == Factuality::certain_positive && !event.future;
}

}  // namespace demarche
