#include "graphs/direct_triples.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "extractor/reference.h"
#include "graphs/actor_code.h"
#include "graphs/plain_ends.h"

namespace demarche {
namespace {

using End = DirectTriple::End;

std::optional<End> end_of(const Role& role) {
  if (const auto* entity = std::get_if<EntityId>(&role.filler)) return *entity;
  if (const auto* event = std::get_if<EventId>(&role.filler)) return *event;
  return std::nullopt;
}

/// Whether an entity has a name or is known to the gazetteer.
bool is_named(const Extraction& extraction, EntityId id) {
  const auto& entity = extraction.entities[index(id)];
  return entity.concept_id || has_name(entity, extraction.mentions);
}

/// The state that `entity` is, acts for or is at home in, or the organisation
/// that it is, by its code; or "".
std::string_view country_of(const Extraction& extraction, EntityId entity,
                            const Ontology& ontology) {
  const auto& actor =
      extraction.entities[index(represented(extraction, entity))];
  if (actor.concept_id) {
    const ConceptId country = ontology[*actor.concept_id].country;
    if (country != ConceptId::none) return ontology[country].actor_code;
  }
  return actor.actor_code;
}

/// Whether the two belong to different states or organisations, as far as is
/// known of both.
bool are_foreign(const Extraction& extraction, EntityId a, EntityId b,
                 const Ontology& ontology) {
  const auto one = country_of(extraction, a, ontology);
  const auto other = country_of(extraction, b, ontology);
  return !one.empty() && !other.empty() && one != other;
}

/// Whether the role's words name a state by its seat of government.
bool is_seat(const Extraction& extraction, const Role& role,
             const Ontology& ontology) {
  const auto* id = std::get_if<EntityId>(&role.filler);
  if (id == nullptr) return false;
  const auto& entity = extraction.entities[index(*id)];
  return entity.concept_id &&
         std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [&](MentionId one) {
                       const auto& mention = extraction.mentions[index(one)];
                       return contains(mention.span, role.evidence) &&
                              names_seat(
                                  entity,
                                  slice(extraction.article.text, mention.span),
                                  ontology);
                     });
}

/// "Congress criticized the Kremlin": abroad, a seat of government stands for
/// its state, but at home only for the government, which is not the state.
bool are_at_home(const Extraction& extraction, const Role& source,
                 const Role& target, const Ontology& ontology) {
  const auto* one = std::get_if<EntityId>(&source.filler);
  const auto* other = std::get_if<EntityId>(&target.filler);
  return one != nullptr && other != nullptr &&
         !are_foreign(extraction, *one, *other, ontology) &&
         (is_seat(extraction, source, ontology) ||
          is_seat(extraction, target, ontology));
}

/// The triple with states in place of who acts for them, where it goes from
/// one state to another.  At home, parts of a state stand for themselves: a
/// senator who sues his president is no state, and does not sue one.  So do
/// two persons who meet or praise each other, who travels, and who is shot or
/// jailed.
DirectTriple for_states(const Extraction& extraction, ClassId event,
                        const DirectTriple& triple, const Ontology& ontology) {
  const auto* subject = std::get_if<EntityId>(&triple.subject);
  const auto* object = std::get_if<EntityId>(&triple.object);
  if (subject == nullptr || object == nullptr ||
      !are_foreign(extraction, *subject, *object, ontology))
    return triple;
  const auto person = ontology.find_class("Person");
  const auto is_person = [&](EntityId id) {
    return ontology.is_a(extraction.entities[index(id)].type, person);
  };
  const bool travels = ontology.is_a(event, ontology.find_class("Visit"));
  if (is_person(*subject) && (travels || is_person(*object))) return triple;
  const auto people = ontology.find_class("PopulationGroup");
  const bool is_suffered =
      (is_person(*object) ||
       ontology.is_a(extraction.entities[index(*object)].type, people)) &&
      (ontology.is_a(event, ontology.find_class("Assault")) ||
       ontology.is_a(event, ontology.find_class("Coerce")));
  return {represented(extraction, *subject), triple.predicate,
          is_suffered ? *object : represented(extraction, *object),
          triple.is_plain};
}

/// Whether the text names it, or calls it by more than a pronoun.
bool is_spoken_of(const Extraction& extraction, const Entity& entity) {
  if (entity.concept_id) return true;
  return std::any_of(
      entity.mentions.begin(), entity.mentions.end(), [&](MentionId mention) {
        return extraction.mentions[index(mention)].kind != MentionKind::pronoun;
      });
}

/// Whether somebody known takes part: of two whom the text does not name, no
/// more is known outside it than that they are two.
bool is_known(const Extraction& extraction, const End& from, const End& to) {
  const auto* subject = std::get_if<EntityId>(&from);
  const auto* object = std::get_if<EntityId>(&to);
  return (subject != nullptr && is_named(extraction, *subject)) ||
         (object != nullptr && is_named(extraction, *object));
}

/// Whether `end` is of the kind that the relation joins.  Of a thing whose
/// kind is not known, nothing is stated that only an actor can do.
bool fits(const Extraction& extraction, const End& end, ClassId wanted,
          const Ontology& ontology) {
  const auto anything = ontology.find_class("Entity");
  const bool is_any = wanted == ClassId::none || wanted == anything;
  const auto* id = std::get_if<EntityId>(&end);
  if (id == nullptr) return is_any;
  const auto& entity = extraction.entities[index(*id)];
  return is_spoken_of(extraction, entity) &&
         (is_any || ontology.is_a(entity.type, wanted));
}

bool is_in_gazetteer(const Extraction& extraction, const Role& role) {
  const auto* id = std::get_if<EntityId>(&role.filler);
  return id != nullptr && extraction.entities[index(*id)].concept_id;
}

/// Whether event and ends together are likely enough to be right that it may be
/// said of them outside the text.  Of two in the gazetteer less is enough.
bool is_likely(const Extraction& extraction, const Event& event,
               const Role& source, const Role& target) {
  constexpr double least_confidence = .75, least_of_two_known = .6;
  const bool known = is_in_gazetteer(extraction, source) &&
                     is_in_gazetteer(extraction, target);
  return event.confidence * source.confidence * target.confidence >=
         (known ? least_of_two_known : least_confidence);
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
  const auto domain = ontology[predicate].domain;
  const auto range = ontology[predicate].range;
  const auto sides = sides_of(event, ontology);
  std::set<std::pair<End, End>> seen;
  for (const auto* source : sides.sources) {
    for (const auto* target : sides.targets) {
      const auto from = end_of(*source), to = end_of(*target);
      if (!from || !std::holds_alternative<EntityId>(*from) || !to) continue;
      if (!fits(extraction, *from, domain, ontology) ||
          !fits(extraction, *to, range, ontology))
        continue;
      auto triple = DirectTriple{
          *from, predicate, *to,
          is_likely(extraction, event, *source, *target) &&
              !are_at_home(extraction, *source, *target, ontology) &&
              has_plain_ends(extraction, event, *source, *target, ontology)};
      if (!strict)
        triple = for_states(extraction, event.type, triple, ontology);
      if (triple.subject == triple.object ||
          !is_known(extraction, triple.subject, triple.object))
        continue;
      if (seen.emplace(triple.subject, triple.object).second)
        triples.push_back(triple);
    }
  }
  return triples;
}

bool is_asserted(const Extraction& extraction, const Claim& claim) {
  constexpr double least_relation = .8;
  if (claim.depth != 0 || claim.attribution ||
      claim.factuality != Factuality::certain_positive)
    return false;
  if (const auto* number = std::get_if<std::uint32_t>(&claim.about)) {
    const auto& relation = extraction.relations[*number];
    return relation.confidence >= least_relation &&
           relation.factuality == Factuality::certain_positive &&
           is_named(extraction, relation.subject) &&
           is_named(extraction, relation.object);
  }
  const auto& event = extraction.events[index(std::get<EventId>(claim.about))];
  return event.factuality == Factuality::certain_positive && !event.future;
}

}  // namespace demarche
