// What the gazetteer tells of a linked entity.

#include <algorithm>
#include <array>

#include "extractor/link_entities.h"

namespace demarche {
namespace {

/// The code of the actor: the country's for what is in one ("USALEG" is an
/// organisation of the USA, whose role the sector tells), else its own.
std::string_view code_of(const Concept& linked, const Ontology& ontology) {
  if (linked.country == ConceptId::none) return linked.actor_code;
  const std::string_view country = ontology[linked.country].actor_code;
  if (linked.actor_code.empty() || linked.actor_code.starts_with(country))
    return country;
  return linked.actor_code;
}

constexpr const char* governing = "GOV";
constexpr const char* former = "ELI";

bool is_of_state(const Tenure& tenure, const Ontology& ontology) {
  return ontology.is_a(ontology[tenure.of].type, ontology.find_class("State"));
}

/// Whether an office was held on a date, as far as the gazetteer is sure.
bool is_held(const Tenure& tenure, std::string_view date) {
  return !tenure.since.empty() && tenure.since <= date &&
         (tenure.until.empty() || date < tenure.until);
}

/// Of two offices held at once, whether the first says more of its holder: a
/// state's before a party's, then the later one.
bool precedes(const Tenure& a, const Tenure& b, const Ontology& ontology) {
  const bool of_state = is_of_state(a, ontology);
  if (of_state != is_of_state(b, ontology)) return of_state;
  return a.since > b.since;
}

std::string_view sector_of(const Tenure& tenure, const Ontology& ontology) {
  if (!tenure.sector.empty()) return tenure.sector;
  return is_of_state(tenure, ontology) ? governing : ontology[tenure.of].sector;
}

}  // namespace

const Tenure* tenure_on(std::string_view date, ConceptId holder,
                        const Ontology& ontology) {
  const Tenure* held = nullptr;
  for (const Tenure& tenure : ontology.tenures_of(holder)) {
    if (!is_held(tenure, date)) continue;
    if (held == nullptr || precedes(tenure, *held, ontology)) held = &tenure;
  }
  return held;
}

std::string_view sector_on(std::string_view date, ConceptId id,
                           const Ontology& ontology) {
  const std::string_view lasting = ontology[id].sector;
  if (date.empty()) return lasting;
  if (const Tenure* held = tenure_on(date, id, ontology))
    return sector_of(*held, ontology);
  const auto tenures = ontology.tenures_of(id);
  const bool has_left =
      std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) {
        return !tenure.until.empty() && tenure.until <= date;
      });
  const bool is_of_office = lasting.empty() || lasting == governing;
  return has_left && is_of_office ? former : lasting;
}

ConceptId state_behind(const Link& link, const Ontology& ontology,
                       std::string_view date) {
  constexpr std::array<std::string_view, 6> of_the_state = {
      "GOV", "MIL", "JUD", "LEG", "COP", "SPY"};
  const std::string_view sector = sector_on(date, link.concept_id, ontology);
  if (!ontology.is_a(link.type, ontology.find_class("Actor")) ||
      std::find(of_the_state.begin(), of_the_state.end(), sector) ==
          of_the_state.end())
    return ConceptId::none;
  // "Bol's mayor" does not act for the state.
  if (const Tenure* held = tenure_on(date, link.concept_id, ontology);
      held != nullptr &&
      ontology.is_a(ontology[held->of].type, ontology.find_class("Place")) &&
      !is_of_state(*held, ontology))
    return ConceptId::none;
  return ontology[link.concept_id].country;
}

void describe_entity(const Link& link, const Ontology& ontology, Entity* entity,
                     std::string_view date) {
  const Concept& linked = ontology[link.concept_id];
  const bool is_population = link.type != linked.type;
  entity->concept_id = link.concept_id;
  entity->matched_label = link.label;
  entity->type = link.type;
  entity->label = is_population ? link.label : linked.label;
  entity->actor_code = code_of(linked, ontology);
  const Tenure* held = tenure_on(date, link.concept_id, ontology);
  if (held != nullptr && !is_of_state(*held, ontology))
    entity->actor_code = code_of(ontology[held->of], ontology);
  entity->sector = is_population ? std::string_view()
                                 : sector_on(date, link.concept_id, ontology);
}

}  // namespace demarche
