#ifndef DEMARCHE_EXTRACTOR_TIME_POINTS_H_
#define DEMARCHE_EXTRACTOR_TIME_POINTS_H_

#include <optional>
#include <vector>

#include "extractor/text_tokens.h"
#include "extractor/time_reader.h"

namespace demarche {

/// Reads a point in time that begins at a token, as exact as it is named:
/// "Dec. 12", "next Thursday", "the fall of 2020", "the 1990s", "3 p.m.".
std::optional<TimeMatch> match_time_point(const std::vector<TextToken>& tokens,
                                          std::size_t first,
                                          const TimeAnchor& anchor);

}  // namespace demarche

#endif
