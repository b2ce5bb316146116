#ifndef DEMARCHE_EXTRACTOR_TIME_PERIODS_H_
#define DEMARCHE_EXTRACTOR_TIME_PERIODS_H_

#include <optional>
#include <vector>

#include "extractor/time_reader.h"

namespace demarche {

/// Reads the season, quarter, half-year, year, decade or century that begins
/// at a token.
std::optional<TimeMatch> match_period(const std::vector<TextToken>& tokens,
                                      std::size_t first,
                                      const TimeAnchor& anchor);

/// The season "last summer" with the season's name at `at`; direction as in
/// `direction_of`.
std::optional<TimeMatch> relative_season(const std::vector<TextToken>& tokens,
                                         std::size_t at, int direction,
                                         const TimeAnchor& anchor);

}  // namespace demarche

#endif
