// What the gazetteer tells of a linked entity.

#include <algorithm>
#include <array>

#include "extractor/link_entities.h"

namespace demarche {
namespace {

/// The code of the actor: the country's for what is in one ("USALEG" is an
/// organisation of the USA, whose role the sector tells), else its own.
std::string code_of(const Concept& linked, const Ontology& ontology) {
  if (linked.country == ConceptId::none) return linked.actor_code;
  const std::string& country = ontology[linked.country].actor_code;
  if (linked.actor_code.empty() || linked.actor_code.starts_with(country))
    return country;
  return linked.actor_code;
}

}  // namespace

ConceptId state_behind(const Link& link, const Ontology& ontology) {
  constexpr std::array<std::string_view, 6> of_the_state = {
      "GOV", "MIL", "JUD", "LEG", "COP", "SPY"};
  const Concept& linked = ontology[link.concept_id];
  if (!ontology.is_a(link.type, ontology.find_class("Actor")) ||
      std::find(of_the_state.begin(), of_the_state.end(), linked.sector) ==
          of_the_state.end())
    return ConceptId::none;
  return linked.country;
}

void describe_entity(const Link& link, const Ontology& ontology,
                     Entity* entity) {
  const Concept& linked = ontology[link.concept_id];
  const bool is_population = link.type != linked.type;
  entity->concept_id = link.concept_id;
  entity->matched_label = link.label;
  entity->type = link.type;
  entity->label = is_population ? link.label : linked.label;
  entity->actor_code = code_of(linked, ontology);
  entity->sector = is_population ? "" : linked.sector;
}

}  // namespace demarche
