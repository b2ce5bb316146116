#ifndef DEMARCHE_EXTRACTOR_TIME_READER_H_
#define DEMARCHE_EXTRACTOR_TIME_READER_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extractor/calendar.h"
#include "extractor/extraction.h"
#include "extractor/text_tokens.h"
#include "ontology/ontology.h"

namespace demarche {

/// On which side of the publication a time without year or week lies.
enum class Look { back, near, ahead };

/// What a time expression is counted from.
struct TimeAnchor {
  std::optional<Day> published;  ///< "last week" is counted from here.
  /// The last day, month or year named, by its first day: "two days later".
  std::optional<Day> mentioned;
  TimeUnit grain = TimeUnit::day;  ///< Which of these it is.
  Look look = Look::back;          ///< As the clause speaks of it.
  std::span<const Holiday> holidays;
};

/// A time expression in tokens [first, end).
struct TimeMatch {
  std::size_t first = 0;
  std::size_t end = 0;
  TimeExpression::Kind kind = TimeExpression::Kind::date;
  std::string value;
  std::optional<Day> day;  ///< The day, where it is one.
};

/// Reads the longest time expression that begins at a token: a grammar of
/// dates, one function for each form, tried from the most to the least
/// particular.
std::optional<TimeMatch> match_time(const std::vector<TextToken>& tokens,
                                    std::size_t first,
                                    const TimeAnchor& anchor);

}  // namespace demarche

#endif
