#ifndef DEMARCHE_EXTRACTOR_QUANTITIES_H_
#define DEMARCHE_EXTRACTOR_QUANTITIES_H_

#include <vector>

#include "extractor/analysis.h"
#include "extractor/article.h"
#include "extractor/extraction.h"

namespace demarche {

/// The numbers of an article with what they count, in text order.  `head` is
/// the word that is counted, or the number where nothing is.
///
/// Numbers inside `times` (dates, durations) and inside names are left out.
/// Of a range ("200 to 300 people") the lower end is the value, at least.
std::vector<Quantity> find_quantities(const Article& article,
                                      const Analysis& analysis,
                                      const std::vector<TimeExpression>& times);

}  // namespace demarche

#endif
