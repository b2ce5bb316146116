#ifndef DEMARCHE_EXTRACTOR_HOLIDAYS_H_
#define DEMARCHE_EXTRACTOR_HOLIDAYS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "extractor/calendar.h"
#include "extractor/text_tokens.h"
#include "ontology/ontology.h"

namespace demarche {

/// The day on which a holiday falls in a year.
std::optional<Day> holiday_in(const Holiday& holiday, int year);

/// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms).
std::optional<Day> easter_in(int year);

/// A holiday named by tokens [first, end).
struct HolidayMatch {
  const Holiday* holiday = nullptr;
  std::size_t end = 0;
};

/// The longest name of a holiday that begins at a token with a capital.
std::optional<HolidayMatch> match_holiday(const std::vector<TextToken>& tokens,
                                          std::size_t first,
                                          std::span<const Holiday> holidays);

}  // namespace demarche

#endif
