#ifndef DEMARCHE_EXTRACTOR_TIME_WORDS_H_
#define DEMARCHE_EXTRACTOR_TIME_WORDS_H_

#include <optional>
#include <string_view>

#include "extractor/calendar.h"

namespace demarche {

// The English words of time expressions, all in lower case.  Each function
// gives nothing for another word.

/// 1 for "january", "jan", "jan."
std::optional<int> month_named(std::string_view word);
/// 0 for "monday", "mon.", 6 for "sunday".
std::optional<int> weekday_named(std::string_view word);
/// 21 for "spring" to 24 for "winter", as in EDTF.
std::optional<int> season_named(std::string_view word);
/// "day", "days", "yr".
std::optional<TimeUnit> unit_named(std::string_view word);
/// 0 for "today", −1 for "yesterday", 1 for "tomorrow".
std::optional<int> day_offset(std::string_view word);
/// −1 for "last", "past", "previous"; 0 for "this", "current"; 1 for "next",
/// "coming".
std::optional<int> direction_of(std::string_view word);
/// 0 for "early", "beginning", "start"; 1 for "mid"; 2 for "late", "end".
std::optional<int> part_named(std::string_view word);
/// The period of "daily", "weekly", "annually".
std::optional<TimeUnit> frequency_named(std::string_view word);
/// "morning", "evening", "night".
bool is_part_of_day(std::string_view word);
/// "few", "several", "many": a number that no value tells.
bool is_vague_number(std::string_view word);
/// "twenties" as 20, "nineties" as 90.
std::optional<int> decade_named(std::string_view word);
/// The hour of "noon" and "midnight".
std::optional<int> hour_named(std::string_view word);

}  // namespace demarche

#endif
