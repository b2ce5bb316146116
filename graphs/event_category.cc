#include "graphs/event_category.h"

#include <algorithm>

#include "extractor/stance.h"

namespace demarche {
namespace {

bool is_actor_on(const Event& event, const Ontology& ontology) {
  using Side = Property::Side;
  return std::any_of(event.roles.begin(), event.roles.end(),
                     [&](const Role& role) {
                       if (role.property == PropertyId::none ||
                           !std::holds_alternative<EntityId>(role.filler))
                         return false;
                       const auto side = ontology[role.property].side;
                       return side == Side::source || side == Side::partner ||
                              side == Side::target;
                     });
}

/// What nobody stands by counts where somebody would do it, or it would be done
/// to somebody: not in "to avoid war", "in order to leave".
bool is_move(const Extraction& extraction, EventId id,
             const Ontology& ontology) {
  const auto stands = [&](const Claim& claim) {
    const auto* event = std::get_if<EventId>(&claim.about);
    return event != nullptr && *event == id &&
           claim.factuality != Factuality::unknown;
  };
  return is_actor_on(extraction.events[index(id)], ontology) ||
         std::any_of(extraction.claims.begin(), extraction.claims.end(),
                     stands);
}

}  // namespace

std::string_view category_of(const Extraction& extraction, EventId id,
                             const Ontology& ontology) {
  const Event& event = extraction.events[index(id)];
  if (event.type == ClassId::none || !is_move(extraction, id, ontology))
    return "";
  // What another is asked to do has not been done; but whoever orders an
  // inquiry is behind it.
  if (event.requested && event.initiators.empty()) return "";
  const Class& type = ontology[event.type];
  if (is_negative(event.factuality) && type.refused_as != ClassId::none)
    return ontology[type.refused_as].plover;
  if (event.future && !is_negative(event.factuality) &&
      type.planned_as != ClassId::none)
    return ontology[type.planned_as].plover;
  return type.plover;
}

}  // namespace demarche
