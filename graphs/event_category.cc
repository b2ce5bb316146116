#include "graphs/event_category.h"

namespace demarche {
namespace {

bool is_negative(Factuality factuality) {
  return factuality == Factuality::certain_negative ||
         factuality == Factuality::probable_negative ||
         factuality == Factuality::possible_negative;
}

}  // namespace

const std::string& category_of(const Event& event, const Ontology& ontology) {
  static const std::string none;
  if (event.type == ClassId::none) return none;
  // What another is asked to do has not been done; but whoever orders an
  // inquiry is behind it.
  if (event.requested && event.initiators.empty()) return none;
  const Class& type = ontology[event.type];
  if (is_negative(event.factuality) && type.refused_as != ClassId::none)
    return ontology[type.refused_as].plover;
  if (event.future && !is_negative(event.factuality) &&
      type.planned_as != ClassId::none)
    return ontology[type.planned_as].plover;
  return type.plover;
}

}  // namespace demarche
