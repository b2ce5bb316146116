#ifndef DEMARCHE_EXTRACTOR_OFFICE_TIME_H_
#define DEMARCHE_EXTRACTOR_OFFICE_TIME_H_

#include <optional>
#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

// When somebody has an office or a relation holds.  Dates are of ISO 8601, or
// "" if not known.

/// Whether the gazetteer knows that a person had the office of these words, or
/// that of this body, and has it no more on the date.
bool has_left_office(ConceptId person, ConceptId body, std::string_view office,
                     std::string_view date, const Ontology& ontology);

/// Whether the gazetteer knows that a person has the office of these words, of
/// this body, on the date.
bool has_known_office(ConceptId person, ConceptId body, std::string_view office,
                      std::string_view date, const Ontology& ontology);

/// Whether a sentence tells of a year that was over long before the date: who
/// is called a chairman in it ("In 1995 …") need not be one now.
bool tells_of_the_past(const std::vector<TimeExpression>& times,
                       std::uint32_t sentence, std::string_view date);

/// The time that a clause says something to hold since, if it has one.
std::optional<TimeId> open_since(const std::vector<TimeExpression>& times,
                                 std::uint32_t sentence, const Tree& tree,
                                 WordIndex clause);

/// Each relation once, where it is first stated so.
void drop_repeated(std::vector<Relation>* relations);

/// Makes less than certain that somebody has an office of which the article
/// says elsewhere that he had it.
void doubt_former_offices(const Ontology& ontology,
                          std::vector<Relation>* relations);

}  // namespace demarche

#endif
