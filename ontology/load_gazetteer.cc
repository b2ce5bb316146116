// Fills the concepts and tenures of gazetteer/*.ttl and their labels.

#include "ontology/error.h"
#include "ontology/ontology_loader.h"
#include "ontology/vocabulary.h"

namespace demarche {

void OntologyLoader::add_label(const Statement& statement, ConceptId id,
                               LabelKind kind) {
  std::vector<LabelMatch>& matches =
      ontology_.labels_[normal_label(text_of(statement.object))];
  for (const LabelMatch& match : matches)
    if (match.concept_id == id && match.kind == kind) return;
  matches.push_back({id, kind});
}

void OntologyLoader::load_concept(const Description& description) {
  const ConceptId id = concepts_.at(description.subject);
  Concept& loaded = ontology_.concepts_[static_cast<std::size_t>(id)];
  ConceptId housed = ConceptId::none;  // Whose seat this place is.
  for (const Statement& statement : description.statements) {
    const SordNode* predicate = statement.predicate;
    if (predicate == terms_.type) {
      if (statement.object != terms_.skos_concept &&
          loaded.type == ClassId::none)
        loaded.type = class_of(statement);
    } else if (predicate == terms_.pref_label) {
      loaded.label = text_of(statement.object);
      add_label(statement, id, LabelKind::name);
    } else if (predicate == terms_.alt_label) {
      add_label(statement, id, LabelKind::name);
    } else if (predicate == terms_.adjective) {
      add_label(statement, id, LabelKind::adjective);
    } else if (predicate == terms_.people) {
      add_label(statement, id, LabelKind::people);
    } else if (predicate == terms_.actor_code) {
      loaded.actor_code = text_of(statement.object);
    } else if (predicate == terms_.sector) {
      loaded.sector = text_of(statement.object);
    } else if (predicate == terms_.country) {
      loaded.country = concept_of(statement);
    } else if (predicate == terms_.metonym_of) {
      housed = concept_of(statement);
    } else if (predicate == terms_.exact_match) {
      loaded.wikidata = text_of(statement.object);
    }
  }
  if (housed == ConceptId::none) return;
  for (const Statement& statement : description.statements)
    if (statement.predicate == terms_.pref_label ||
        statement.predicate == terms_.alt_label)
      add_label(statement, housed, LabelKind::metonym);
}

void OntologyLoader::load_tenure(const Description& description) {
  Tenure& tenure = ontology_.tenures_.emplace_back();
  for (const Statement& statement : description.statements) {
    const SordNode* predicate = statement.predicate;
    if (predicate == terms_.holder)
      tenure.holder = concept_of(statement);
    else if (predicate == terms_.of)
      tenure.of = concept_of(statement);
    else if (predicate == terms_.office)
      tenure.office = text_of(statement.object);
    else if (predicate == terms_.sector)
      tenure.sector = text_of(statement.object);
    else if (predicate == terms_.since)
      tenure.since = text_of(statement.object);
    else if (predicate == terms_.until)
      tenure.until = text_of(statement.object);
  }
  const Statement& first = description.statements.front();
  if (tenure.holder == ConceptId::none || tenure.of == ConceptId::none)
    fail(first, "a tenure needs dm:holder and dm:of");
}

}  // namespace demarche
