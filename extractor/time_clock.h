#ifndef DEMARCHE_EXTRACTOR_TIME_CLOCK_H_
#define DEMARCHE_EXTRACTOR_TIME_CLOCK_H_

#include <optional>
#include <vector>

#include "extractor/time_reader.h"

namespace demarche {

/// Reads a time of day from the clock at a token, with its time zone: "10:30",
/// "3 p.m. EST", "noon", "02:00 GMT", "9 p.m. local time".  The value is
/// "T15:00-05:00".
std::optional<TimeMatch> match_clock(const std::vector<TextToken>& tokens,
                                     std::size_t first,
                                     const TimeAnchor& anchor);

/// A day and a clock time as one: "2020-02-05T16:00:00"; the day alone where
/// that is midnight, which may be either end of it.
std::string joined_clock(Day day, const std::string& clock);

}  // namespace demarche

#endif
