#include "extractor/time_points.h"

#include <tuple>
#include <utility>

#include "extractor/holidays.h"
#include "extractor/time_clock.h"
#include "extractor/time_cursor.h"
#include "extractor/time_periods.h"
#include "extractor/time_words.h"

namespace demarche {
namespace {

class PointReader : private TimeCursor {
 public:
  using TimeCursor::TimeCursor;

  /// A point in time, as exact as it is named; day and clock as one.
  Match read(std::size_t at) const {
    if (Match match = match_clock(tokens_, at, anchor_))
      return with_day(*match);
    Match match = read_date(at);
    return match ? with_clock(*match) : match;
  }

  Match read_date(std::size_t at) const {
    for (const auto form :
         {&PointReader::iso, &PointReader::part_of, &PointReader::part_of_day,
          &PointReader::holiday, &PointReader::month_date,
          &PointReader::day_range, &PointReader::day_date,
          &PointReader::weekday, &PointReader::deictic, &PointReader::relative,
          &PointReader::whole_unit})
      if (Match match = (this->*form)(at)) return match;
    return match_period(tokens_, at, anchor_);
  }

 private:
  // "4 p.m. on Wednesday", "noon Sunday"
  Match with_day(const TimeMatch& clock) const {
    const Match day = read_date(skip(skip(clock.end, {","}), {"on", "of"}));
    return day && day->kind == Kind::date ? joined(*day, clock, day->end)
                                          : Match(clock);
  }

  // "Wednesday at 4 p.m."
  Match with_clock(const TimeMatch& date) const {
    const std::size_t next =
        skip(skip(date.end, {","}), {"at", "around", "about"});
    if (next == date.end && hour_named(text(next))) return date;
    const Match clock = match_clock(tokens_, next, anchor_);
    return clock && date.kind == Kind::date ? joined(date, *clock, clock->end)
                                            : Match(date);
  }

  /// Day and clock where the former is a day, else what comes first.
  Match joined(const TimeMatch& date, const TimeMatch& clock,
               std::size_t end) const {
    if (date.day)
      return made(end, joined_clock(*date.day, clock.value), Kind::time,
                  date.day);
    if (!anchor_.published && date.value.empty())
      return made(end, clock.value, Kind::time);
    return date.end < clock.end ? date : clock;
  }

  Match iso(std::size_t at) const {
    // The hyphens have cut it: 2023 - 01 - 12.
    if (!is(at + 1, {"-"}) || !is(at + 3, {"-"})) return std::nullopt;
    const auto year = digits_of(text(at), 4, 4);
    const auto month = digits_of(text(at + 2), 2, 2);
    const auto day = digits_of(text(at + 4), 2, 2);
    if (!year || !month || !day) return std::nullopt;
    const auto date = make_day(*year, *month, *day);
    return date ? made_day(at + 5, *date) : std::nullopt;
  }

  // "early 2023", "mid-March", "the end of last year"
  Match part_of(std::size_t at) const {
    std::size_t next = skip(at, {"the"});
    const auto part = part_named(text(next));
    if (!part) return std::nullopt;
    const bool noun = !is(next, {"early", "mid", "late"});
    next = skip(next + 1, {"-"});
    if (noun && !is(next, {"of"})) return std::nullopt;
    next = noun ? next + 1 : skip(next, {"in", "on"});
    Match match = read_date(next);
    if (!match && is(next, {"the"})) match = this_unit(next + 1);
    if (!match || match->kind != Kind::date) return std::nullopt;
    match->value = edtf_part(match->value, *part);
    return match;
  }

  // "the night of September 21", "the eve of Nov. 3"
  Match part_of_day(std::size_t at) const {
    const std::size_t next = skip(at, {"the"});
    const bool eve = is(next, {"eve"});
    if ((!eve && !is_part_of_day(text(next))) || !is(next + 1, {"of"}))
      return std::nullopt;
    const Match match = read_date(next + 2);
    if (!match || !match->day) return std::nullopt;
    return made_day(match->end, *match->day - std::chrono::days(eve));
  }

  // "Christmas Day", "Easter Sunday 2019", "Christmas Eve night"
  Match holiday(std::size_t at) const {
    if (at >= tokens_.size()) return std::nullopt;
    const auto named = match_holiday(tokens_, at, anchor_.holidays);
    if (!named) return std::nullopt;
    const auto [year, end] = year_after(named->end);
    const auto day =
        year ? holiday_in(*named->holiday, *year)
             : chosen([&](int in) { return holiday_in(*named->holiday, in); });
    return day ? made_day(end, *day) : made(end, "");
  }

  // "the year" as the current one, where the words before it say so: "the
  // course of the year", "throughout the week"
  Match whole_unit(std::size_t at) const {
    if (!is(at, {"the"}) || at == 0) return std::nullopt;
    const bool share =
        at > 1 && is(at - 1, {"of"}) &&
        is(at - 2, {"course", "rest", "remainder", "most", "much", "half"});
    if (!share && !is(at - 1, {"throughout"})) return std::nullopt;
    return this_unit(at + 1);
  }

  /// "the year", "the month" as the current one.
  Match this_unit(std::size_t at) const {
    const auto unit = unit_named(text(at));
    if (!unit || *unit < TimeUnit::week || text(at).ends_with('s'))
      return std::nullopt;
    if (!anchor_.published) return made(at + 1, "");
    return made(at + 1, edtf_unit(*anchor_.published, 0, *unit));
  }

  // "Dec. 12, 2020", "December 12-15", "December 2020", "December"
  Match month_date(std::size_t at) const {
    const auto month = month_named(text(at));
    if (!month || !is_capital(at)) return std::nullopt;
    const bool stop = is(at + 1, {"."}) && digits_of(text(at + 2), 1, 2);
    const std::size_t after = at + (stop ? 2 : 1);
    auto day = digits_of(text(after), 1, 2);
    if (!day) day = ordinal_of(text(after));
    if (day && *day >= 1 && *day <= 31 && !text(after).starts_with("0"))
      return days_of(*month, *day, after + 1);
    const auto [year, end] = year_after(after);
    if (year) return made(end, edtf_month(*year, *month));
    if (!is_surely_month(at)) return std::nullopt;
    return bare_month(*month, end);
  }

  Match days_of(int month, int day, std::size_t at) const {
    const auto last =
        is(at, {"-"}) ? digits_of(text(at + 1), 1, 2) : std::nullopt;
    const auto [year, end] = year_after(last ? at + 2 : at);
    return days(year, month, day, last.value_or(day), end);
  }

  Match days(std::optional<int> year, int month, int first, int last,
             std::size_t end) const {
    const auto begin = dated(year, month, first);
    if (!begin) return made(end, "");
    const auto finish = make_day(year_of(*begin), month, last);
    if (!finish || *finish <= *begin) return made_day(end, *begin);
    return made(end, edtf_interval(edtf_day(*begin), edtf_day(*finish)));
  }

  // "5-8 June", "(from) 10 to 14 November", "(between) 3 and 5 May"
  Match day_range(std::size_t at) const {
    const auto first = digits_of(text(at), 1, 2);
    const bool joined =
        is(at + 1, {"-"}) ||
        (at > 0 && is(at - 1, {"from"}) && is(at + 1, {"to", "until"})) ||
        (at > 0 && is(at - 1, {"between"}) && is(at + 1, {"and"}));
    const auto last = digits_of(text(at + 2), 1, 2);
    const auto month = month_named(text(at + 3));
    if (!first || !joined || !last || !month || !is_capital(at + 3) ||
        *first < 1 || *first >= *last || *last > 31)
      return std::nullopt;
    const auto [year, end] = year_after(at + 4);
    return days(year, *month, *first, *last, end);
  }

  /// The day, of the year that fits where none is named.
  std::optional<Day> dated(std::optional<int> year, int month, int day) const {
    if (year) return make_day(*year, month, day);
    return chosen([&](int in) { return make_day(in, month, day); });
  }

  Match bare_month(int month, std::size_t end) const {
    if (!anchor_.published) return made(end, "");
    const int year = year_of_period(month, month_of(*anchor_.published), 12);
    return made(end, edtf_month(year, month));
  }

  /// "May" and "March" are months only where a date may stand.
  bool is_surely_month(std::size_t at) const {
    if (!is(at, {"may", "march", "mar", "jan", "jun", "sep", "dec", "august"}))
      return true;
    return at > 0 &&
           is(at - 1, {"in",    "since",  "until",   "till",   "by",   "last",
                       "next",  "this",   "of",      "early",  "late", "mid",
                       "from",  "for",    "to",      "-",      "and",  "before",
                       "after", "during", "through", "between"});
  }

  // "12 December 2020", "the 12th of December"
  Match day_date(std::size_t at) const {
    std::size_t next = skip(at, {"the"});
    auto day = digits_of(text(next), 1, 2);
    std::size_t after = next + 1;
    if (!day) std::tie(day, after) = ordinal_at(next);
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    next = skip(after, {"of"});
    const auto month = month_named(text(next));
    if (!month || !is_capital(next)) return std::nullopt;
    const auto [year, end] = year_after(next + 1);
    const auto date = dated(year, *month, *day);
    return date ? made_day(end, *date) : made(end, "");
  }

  // "Thursday", "next Thursday evening", "Thursday, Dec. 12", "Thursday of
  // last week"
  Match weekday(std::size_t at) const {
    std::size_t next = at;
    if (is(at, {"this"}) && is(at + 1, {"past", "last", "coming"})) ++next;
    const auto direction = direction_of(text(next));
    if (direction) ++next;
    const auto weekday = weekday_named(text(next));
    if (!weekday || !is_capital(next)) return std::nullopt;
    if (Match date = dated_weekday(*weekday, next + 1)) return date;
    std::size_t end = next + 1;
    if (is_part_of_day(text(end))) ++end;
    const std::size_t week = skip(end, {"of"});
    const auto which = direction_of(text(week));
    const bool of_week = which && is(week + 1, {"week"});
    if (of_week) end = week + 2;
    if (!anchor_.published) return made(end, "");
    if (of_week)
      return made_day(end,
                      *anchor_.published +
                          std::chrono::days(*weekday - today() + 7 * *which));
    return made_day(end, weekday_near(*weekday, direction));
  }

  /// A date after a weekday; without a year it is of one in which it falls on
  /// that weekday.
  Match dated_weekday(int weekday, std::size_t at) const {
    const std::size_t next = skip(at, {","});
    for (const auto form : {&PointReader::month_date, &PointReader::day_date}) {
      Match date = (this->*form)(next);
      if (!date || !date->day) continue;
      const bool has_year = year_after(date->end - 1).first.has_value();
      if (has_year) return date;
      for (const int later : {0, 1, -1, 2, -2})
        if (const Day day = add_units(*date->day, later, TimeUnit::year);
            weekday_of(day) == weekday)
          return made_day(date->end, day);
      return date;
    }
    return std::nullopt;
  }

  int today() const { return weekday_of(*anchor_.published); }

  Day weekday_near(int weekday, std::optional<int> direction) const {
    const Day here = *anchor_.published;
    const int back = (today() - weekday + 7) % 7;
    const int forward = (weekday - today() + 7) % 7;
    if (direction == 1)
      return here + std::chrono::days(forward == 0 ? 7 : forward);
    if (direction == 0) return here + std::chrono::days(weekday - today());
    if (direction == -1) return here - std::chrono::days(back == 0 ? 7 : back);
    const bool ahead = anchor_.look == Look::ahead ||
                       (anchor_.look == Look::near && forward <= 2);
    return ahead ? here + std::chrono::days(forward)
                 : here - std::chrono::days(back);
  }

  // "yesterday", "the day before yesterday", "the same day"
  Match deictic(std::size_t at) const {
    if (is(at, {"the"}) && is(at + 1, {"day"}) &&
        is(at + 2, {"before", "after"}))
      if (const auto offset = day_offset(text(at + 3)); offset && *offset != 0)
        return from_published(at + 4, *offset * 2);
    const std::size_t next = skip(at, {"the"});
    if (is(next, {"same", "that"}) && is(next + 1, {"day"}))
      return anchor_.mentioned ? made_day(next + 2, *anchor_.mentioned)
                               : made(next + 2, "");
    if (is(at, {"the"}) && is(at + 1, {"weekend"})) return weekend(at + 2);
    if (is(at, {"overnight"})) return overnight(at + 1);
    const auto offset = day_offset(text(at));
    if (!offset) return std::nullopt;
    std::size_t end = at + 1;
    if (is_part_of_day(text(end))) ++end;
    return from_published(end, *offset);
  }

  Match overnight(std::size_t end) const {
    if (!anchor_.published) return made(end, "");
    return made(
        end, edtf_interval(edtf_day(*anchor_.published - std::chrono::days(1)),
                           edtf_day(*anchor_.published)));
  }

  /// The last one or the coming one, as the clause speaks of it.
  Match weekend(std::size_t end) const {
    if (!anchor_.published) return made(end, "");
    const bool over = anchor_.look == Look::near
                          ? today() < 3
                          : anchor_.look == Look::back && today() < 5;
    return made(
        end, edtf_unit(*anchor_.published, over ? -1 : 0, TimeUnit::weekend));
  }

  // "last month", "this year", "next week", "earlier this month", "last May"
  Match relative(std::size_t at) const {
    if (is(at, {"earlier", "later"}) && is(at + 1, {"in"}) &&
        is(at + 2, {"the"}))
      return this_unit(at + 3);
    std::size_t next = skip(at, {"earlier", "later", "the"});
    if (is(next, {"this"}) && is(next + 1, {"past", "last", "coming"}))
      ++next;
    else if (is(at, {"earlier", "later"}) && next == at + 1)
      if (Match day = later_that_day(skip(next, {"on"}))) return day;
    const auto direction = direction_of(text(next));
    if (!direction) return std::nullopt;
    if (is(next, {"past", "coming"}) && next == at) return std::nullopt;
    ++next;
    if (is_part_of_day(text(next))) return from_published(next + 1, *direction);
    if (const auto month = month_named(text(next)); month && is_capital(next))
      return relative_month(*month, *direction, next + 1);
    if (season_named(text(next)))
      return relative_season(tokens_, next, *direction, anchor_);
    const auto unit = unit_named(text(next));
    if (!unit || *unit < TimeUnit::day || text(next).ends_with('s') ||
        *unit == TimeUnit::half_year ||
        (is(at, {"the"}) && is(next + 1, {"of"})))
      return std::nullopt;
    if (!anchor_.published) return made(next + 1, "");
    if (*unit == TimeUnit::day) return from_published(next + 1, *direction);
    return made(next + 1, edtf_unit(*anchor_.published, *direction, *unit));
  }

  // "earlier Thursday", "later today"
  Match later_that_day(std::size_t at) const {
    const Match weekday_match = weekday(at);
    return weekday_match ? weekday_match : deictic(at);
  }

  Match relative_month(int month, int direction, std::size_t end) const {
    if (!anchor_.published) return made(end, "");
    const int here = month_of(*anchor_.published);
    int year = year_of(*anchor_.published);
    if (direction < 0 && month >= here) --year;
    if (direction > 0 && month <= here) ++year;
    return made(end, edtf_month(year, month));
  }
};

}  // namespace

std::optional<TimeMatch> match_time_point(const std::vector<TextToken>& tokens,
                                          std::size_t first,
                                          const TimeAnchor& anchor) {
  return PointReader(tokens, anchor).read(first);
}

}  // namespace demarche
