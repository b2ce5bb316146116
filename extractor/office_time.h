#ifndef DEMARCHE_EXTRACTOR_OFFICE_TIME_H_
#define DEMARCHE_EXTRACTOR_OFFICE_TIME_H_

#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

// When somebody has an office.  Dates are of ISO 8601, or "" if not known.

/// Whether the gazetteer knows that a person had the office of these words, or
/// that of this body, and has it no more on the date.
bool has_left_office(ConceptId person, ConceptId body, std::string_view office,
                     std::string_view date, const Ontology& ontology);

/// Whether a sentence tells of a year that was over long before the date: who
/// is called a chairman in it ("In 1995 …") need not be one now.
bool tells_of_the_past(const std::vector<TimeExpression>& times,
                       std::uint32_t sentence, std::string_view date);

/// Makes less than certain that somebody has an office of which the article
/// says elsewhere that he had it.
void doubt_former_offices(const Ontology& ontology,
                          std::vector<Relation>* relations);

}  // namespace demarche

#endif
