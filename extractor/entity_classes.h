#ifndef DEMARCHE_EXTRACTOR_ENTITY_CLASSES_H_
#define DEMARCHE_EXTRACTOR_ENTITY_CLASSES_H_

#include "ontology/ontology.h"

namespace demarche {

/// The upper classes of entities, which rules of grammar ask about ("he" is a
/// person, "it" is none).  A class that the ontology lacks is
/// `ClassId::none`.
struct EntityClasses {
  explicit EntityClasses(const Ontology& ontology)
      : entity(ontology.find_class("Entity")),
        actor(ontology.find_class("Actor")),
        person(ontology.find_class("Person")),
        population_group(ontology.find_class("PopulationGroup")),
        organization(ontology.find_class("Organization")),
        state(ontology.find_class("State")),
        government_body(ontology.find_class("GovernmentBody")),
        place(ontology.find_class("Place")),
        facility(ontology.find_class("Facility")) {}

  ClassId entity, actor, person, population_group, organization, state,
      government_body, place, facility;
};

/// Whether one thing could be of both classes as far as they tell: one is
/// above the other, or one of them says nothing.
inline bool are_compatible(ClassId a, ClassId b, const Ontology& ontology) {
  if (a == ClassId::none || b == ClassId::none) return true;
  return ontology.is_a(a, b) || ontology.is_a(b, a);
}

}  // namespace demarche

#endif
