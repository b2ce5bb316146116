#include "extractor/office_time.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

/// The year that a date or value of EDTF begins with; 0 for none.
int year_of(std::string_view value) {
  int year = 0;
  for (const char c : value.substr(0, 4)) {
    if (c < '0' || c > '9') return 0;
    year = 10 * year + (c - '0');
  }
  return year;
}

}  // namespace

bool has_left_office(ConceptId person, ConceptId body, std::string_view office,
                     std::string_view date, const Ontology& ontology) {
  if (date.empty()) return false;
  const std::string words = to_lower(office);
  // "the chief of staff", who was a minister of the same state before.
  const bool has_many =
      ontology.is_a(ontology[body].type, ontology.find_class("State"));
  bool left = false;
  for (const Tenure& tenure : ontology.tenures_of(person)) {
    const bool named =
        !words.empty() && to_lower(tenure.office).starts_with(words);
    if (!named && (tenure.of != body || (has_many && !words.empty()))) continue;
    if (tenure.until.empty() || tenure.until > date) return false;
    left = true;
  }
  return left;
}

bool has_known_office(ConceptId person, ConceptId body, std::string_view office,
                      std::string_view date, const Ontology& ontology) {
  const std::string words = to_lower(office);
  const auto tenures = ontology.tenures_of(person);
  return !words.empty() &&
         std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) {
           return tenure.of == body &&
                  to_lower(tenure.office).starts_with(words) &&
                  (date.empty() || tenure.since <= date) &&
                  (tenure.until.empty() || tenure.until > date);
         });
}

bool tells_of_the_past(const std::vector<TimeExpression>& times,
                       std::uint32_t sentence, std::string_view date) {
  constexpr int first_year = 1000, long_ago = 2;
  const int now = year_of(date);
  return now > 0 &&
         std::any_of(times.begin(), times.end(), [&](const auto& time) {
           const int then = year_of(time.value);
           return time.sentence == sentence && then > first_year &&
                  then + long_ago <= now && !time.value.ends_with("/..");
         });
}

std::optional<TimeId> open_since(const std::vector<TimeExpression>& times,
                                 std::uint32_t sentence, const Tree& tree,
                                 WordIndex clause) {
  auto time = std::lower_bound(
      times.begin(), times.end(), sentence,
      [](const TimeExpression& a, std::uint32_t b) { return a.sentence < b; });
  for (; time != times.end() && time->sentence == sentence; ++time)
    if (time->value.ends_with("/..") && tree[time->head].head == clause)
      return TimeId{static_cast<std::uint32_t>(time - times.begin())};
  return std::nullopt;
}

void drop_repeated(std::vector<Relation>* relations) {
  std::set<std::tuple<EntityId, PropertyId, EntityId, Factuality>> known;
  std::erase_if(*relations, [&](const Relation& relation) {
    return !known
                .insert({relation.subject, relation.property, relation.object,
                         relation.factuality})
                .second;
  });
}

void doubt_former_offices(const Ontology& ontology,
                          std::vector<Relation>* relations) {
  const PropertyId held = ontology.find_property("formerlyHeldOffice");
  const PropertyId holds = ontology.find_property("holdsOffice");
  std::set<std::pair<EntityId, EntityId>> former;
  for (const Relation& relation : *relations)
    if (relation.property == held)
      former.insert({relation.subject, relation.object});
  for (Relation& relation : *relations)
    if (relation.property == holds &&
        relation.factuality == Factuality::certain_positive &&
        former.contains({relation.subject, relation.object}))
      relation.factuality = Factuality::probable_positive;
}

}  // namespace demarche
