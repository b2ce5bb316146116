#ifndef DEMARCHE_EXTRACTOR_TIMES_H_
#define DEMARCHE_EXTRACTOR_TIMES_H_

#include <span>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/article.h"
#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// The time expressions of an article, in text order, not overlapping, with
/// what they denote in EDTF (ISO 8601-2) or as an ISO 8601 duration.
///
/// Relative ones are counted from the day of `article.metadata.published`: a
/// weekday or month without a year is the last one up to that day, or the
/// next one where the sentence looks ahead.  Without that day their value is
/// empty.  The span holds no preposition except "since", "until" and the
/// like, which open an interval ("since 2020": 2020/..).
std::vector<TimeExpression> find_times(const Article& article,
                                       const Analysis& analysis,
                                       std::span<const Holiday> holidays = {});

}  // namespace demarche

#endif
