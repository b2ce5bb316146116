// Fills the concepts, tenures and holidays of gazetteer/*.ttl and their labels.

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "ontology/error.h"
#include "ontology/ontology_loader.h"
#include "ontology/vocabulary.h"

namespace demarche {

void OntologyLoader::add_label(const Statement& statement, ConceptId id,
                               LabelKind kind) {
  std::vector<LabelMatch>& matches =
      labels_[keep(normal_label(text_of(statement.object)))];
  for (const LabelMatch& match : matches)
    if (match.concept_id == id && match.kind == kind) return;
  matches.push_back({id, kind});
}

void OntologyLoader::index_labels() {
  add_in_order(labels_, ontology_.labels_);
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

namespace {

constexpr std::array<std::string_view, 7> weekdays = {
    "Monday", "Tuesday",  "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday"};

/// A label in lower case, with plain apostrophes and no spaces.
std::string squeezed(std::string_view label) {
  std::string result;
  for (const char letter : normal_label(label))
    if (letter != ' ')
      result += 'A' <= letter && letter <= 'Z' ? static_cast<char>(letter + 32)
                                               : letter;
  return result;
}

int number_in(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

void OntologyLoader::load_holiday(const Description& description) {
  Holiday holiday;
  bool dated = false;
  for (const Statement& statement : description.statements) {
    const SordNode* predicate = statement.predicate;
    const std::string text(text_of(statement.object));
    if (predicate == terms_.pref_label || predicate == terms_.alt_label) {
      holiday.labels.push_back(keep(squeezed(text)));
    } else if (predicate == terms_.month_day) {
      if (text.size() == 7) holiday.month = number_in(text.substr(2, 2));
      if (text.size() == 7) holiday.day = number_in(text.substr(5));
      dated = holiday.month >= 1 && holiday.month <= 12 && holiday.day >= 1;
      if (!dated) fail(statement, "'" + text + "' is no --MM-DD");
    } else if (predicate == terms_.first_weekday) {
      const auto found = std::find(weekdays.begin(), weekdays.end(), text);
      if (found == weekdays.end())
        fail(statement, "'" + text + "' is no weekday");
      holiday.weekday = static_cast<int>(found - weekdays.begin());
    } else if (predicate == terms_.days_after_easter) {
      holiday.days_after_easter = number_in(text);
      dated = true;
    }
  }
  if (!dated)
    fail(description.statements.front(),
         "a holiday needs dm:monthDay or dm:daysAfterEaster");
  ontology_.holidays_.push_back(std::move(holiday));
}

}  // namespace demarche
