#include "graphs/event_category.h"

#include <algorithm>

namespace demarche {
namespace {

bool is_negative(Factuality factuality) {
  return factuality == Factuality::certain_negative ||
         factuality == Factuality::probable_negative ||
         factuality == Factuality::possible_negative;
}

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

/// A mere possibility counts where somebody would do it, or it would be done to
/// somebody: not in "to avoid war", "in order to leave".
bool is_move(const Event& event, const Ontology& ontology) {
  if (event.factuality != Factuality::unknown) return true;
  return is_actor_on(event, ontology);
}

}  // namespace

const std::string& category_of(const Event& event, const Ontology& ontology) {
  static const std::string none;
  if (event.type == ClassId::none || !is_move(event, ontology)) return none;
  const Class& type = ontology[event.type];
  if (is_negative(event.factuality) && type.refused_as != ClassId::none)
    return ontology[type.refused_as].plover;
  if (event.future && !is_negative(event.factuality) &&
      type.planned_as != ClassId::none)
    return ontology[type.planned_as].plover;
  return type.plover;
}

}  // namespace demarche
