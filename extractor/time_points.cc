#include "extractor/time_points.h"

#include <utility>

#include "extractor/time_cursor.h"
#include "extractor/time_words.h"

namespace demarche {
namespace {

class PointReader : private TimeCursor {
 public:
  using TimeCursor::TimeCursor;

  // A point in time, as exact as it is named.
  Match read(std::size_t at) const {
    for (const auto form :
         {&PointReader::iso, &PointReader::part_of, &PointReader::clock,
          &PointReader::month_date, &PointReader::day_date,
          &PointReader::weekday, &PointReader::deictic, &PointReader::relative,
          &PointReader::season, &PointReader::share_of_year,
          &PointReader::decade, &PointReader::century, &PointReader::year})
      if (Match match = (this->*form)(at)) return match;
    return std::nullopt;
  }

 private:
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
    Match match = read(next);
    if (!match && is(next, {"the"})) match = this_unit(next + 1);
    if (!match || match->kind != Kind::date) return std::nullopt;
    match->value = edtf_part(match->value, *part);
    return match;
  }

  /// "the year", "the month" as the current one.
  Match this_unit(std::size_t at) const {
    const auto unit = unit_named(text(at));
    if (!unit || *unit < TimeUnit::week || text(at).ends_with('s'))
      return std::nullopt;
    if (!anchor_.published) return made(at + 1, "");
    return made(at + 1, edtf_unit(*anchor_.published, 0, *unit));
  }

  // "10:30", "3 p.m.", "noon"
  Match clock(std::size_t at) const {
    if (const auto hour = hour_named(text(at)))
      return made(at + 1, *hour == 0 ? "T00:00" : "T12:00", Kind::time);
    std::string_view rest = text(at);
    auto hour = leading_digits(&rest);
    if (!hour) return std::nullopt;
    const bool colon = rest.starts_with(':');
    std::optional<int> minute = 0;
    if (colon || rest.starts_with('.')) {
      rest.remove_prefix(1);
      minute = leading_digits(&rest);
    }
    std::size_t end = at + 1;
    const bool glued = !rest.empty();
    if (!glued) rest = text(end);
    const bool before = rest == "am" || rest == "a.m." || rest == "a.m";
    const bool after = rest == "pm" || rest == "p.m." || rest == "p.m";
    if (before || after)
      end += glued ? 0 : 1;
    else if (!colon || glued)
      return std::nullopt;
    if (after && *hour < 12) *hour += 12;
    if (before && *hour == 12) *hour = 0;
    if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
    return made(end, time_of_day(*hour, *minute), Kind::time);
  }

  static std::string time_of_day(int hour, int minute) {
    const auto two = [](int number) {
      return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return "T" + two(hour) + ":" + two(minute);
  }

  /// Takes one or two digits from the front.
  static std::optional<int> leading_digits(std::string_view* text) {
    const auto length =
        std::min(text->find_first_not_of("0123456789"), text->size());
    const auto number = digits_of(text->substr(0, length), 1, 2);
    text->remove_prefix(length);
    return number;
  }

  /// A year after a date: ", 2020", "2020", "of 2020", "this year".
  std::pair<std::optional<int>, std::size_t> year_after(std::size_t at) const {
    std::size_t next = skip(at, {",", "of"});
    if (const auto year = digits_of(text(next), 4, 4);
        year && *year >= 1000 && *year < 2200)
      return {year, next + 1};
    next = skip(at, {"of"});
    const auto direction = direction_of(text(next));
    if (direction && is(next + 1, {"year"}) && anchor_.published)
      return {year_of(*anchor_.published) + *direction, next + 2};
    return {std::nullopt, at};
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
    const auto first = dated(year, month, day);
    if (!first) return made(end, "");
    if (!last) return made_day(end, *first);
    const auto second = make_day(year_of(*first), month, *last);
    if (!second || *second < *first) return made_day(end, *first);
    return made(end, edtf_interval(edtf_day(*first), edtf_day(*second)));
  }

  /// The day, of the year that fits where none is named.
  std::optional<Day> dated(std::optional<int> year, int month, int day) const {
    if (year) return make_day(*year, month, day);
    if (!anchor_.published) return std::nullopt;
    const int here = year_of(*anchor_.published);
    const auto same = make_day(here, month, day);
    if (same && anchor_.ahead && *same < *anchor_.published)
      return make_day(here + 1, month, day);
    if (same && !anchor_.ahead && *same > *anchor_.published)
      return make_day(here - 1, month, day);
    return same;
  }

  Match bare_month(int month, std::size_t end) const {
    if (!anchor_.published) return made(end, "");
    const int here = month_of(*anchor_.published);
    int year = year_of(*anchor_.published);
    if (anchor_.ahead && month < here) ++year;
    if (!anchor_.ahead && month > here) --year;
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
    if (!day) day = ordinal_of(text(next));
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    next = skip(next + 1, {"of"});
    const auto month = month_named(text(next));
    if (!month || !is_capital(next)) return std::nullopt;
    const auto [year, end] = year_after(skip(next + 1, {"."}));
    const auto date = dated(year, *month, *day);
    return date ? made_day(end, *date) : made(end, "");
  }

  // "Thursday", "next Thursday evening", "Thursday, Dec. 12"
  Match weekday(std::size_t at) const {
    const auto direction = direction_of(text(at));
    const std::size_t next = direction ? at + 1 : at;
    const auto weekday = weekday_named(text(next));
    if (!weekday || !is_capital(next)) return std::nullopt;
    std::size_t end = next + 1;
    const std::size_t after_comma = skip(end, {","});
    for (const auto form : {&PointReader::month_date, &PointReader::day_date})
      if (const Match date = (this->*form)(after_comma); date && date->day)
        return date;
    if (is_part_of_day(text(end))) ++end;
    if (!anchor_.published) return made(end, "");
    return made_day(end, weekday_near(*weekday, direction));
  }

  Day weekday_near(int weekday, std::optional<int> direction) const {
    const Day here = *anchor_.published;
    const int today = static_cast<int>(
        (std::chrono::weekday(here) - std::chrono::Monday).count());
    const int back = (today - weekday + 7) % 7;
    const bool ahead = !direction && anchor_.ahead;
    if (direction == 1 || ahead) {
      const int forward = (weekday - today + 7) % 7;
      return here + std::chrono::days(forward == 0 && !ahead ? 7 : forward);
    }
    if (direction == 0) return here + std::chrono::days(weekday - today);
    const bool strictly = direction == -1 && back == 0;
    return here - std::chrono::days(strictly ? 7 : back);
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
    const auto offset = day_offset(text(at));
    if (!offset) return std::nullopt;
    std::size_t end = at + 1;
    if (is_part_of_day(text(end))) ++end;
    return from_published(end, *offset);
  }

  // "last month", "this year", "next week", "earlier this month", "last May"
  Match relative(std::size_t at) const {
    std::size_t next = skip(at, {"earlier", "later", "the"});
    const auto direction = direction_of(text(next));
    if (!direction) return std::nullopt;
    if (is(next, {"past", "coming"}) && next == at) return std::nullopt;
    ++next;
    if (is_part_of_day(text(next))) return from_published(next + 1, *direction);
    if (const auto month = month_named(text(next)); month && is_capital(next))
      return relative_month(*month, *direction, next + 1);
    if (season_named(text(next))) return relative_season(next, *direction);
    const auto unit = unit_named(text(next));
    if (!unit || *unit < TimeUnit::day || text(next).ends_with('s') ||
        *unit == TimeUnit::half_year)
      return std::nullopt;
    if (!anchor_.published) return made(next + 1, "");
    if (*unit == TimeUnit::day) return from_published(next + 1, *direction);
    return made(next + 1, edtf_unit(*anchor_.published, *direction, *unit));
  }

  Match relative_month(int month, int direction, std::size_t end) const {
    if (!anchor_.published) return made(end, "");
    const int here = month_of(*anchor_.published);
    int year = year_of(*anchor_.published);
    if (direction < 0 && month >= here) --year;
    if (direction > 0 && month <= here) ++year;
    return made(end, edtf_month(year, month));
  }

  Match relative_season(std::size_t at, int direction) const {
    if (!anchor_.published) return made(at + 1, "");
    const int season = *season_named(text(at));
    const int first_month = 3 + 3 * (season - 21);
    const int here = month_of(*anchor_.published);
    int year = year_of(*anchor_.published);
    const bool begun = here >= first_month;
    const bool over = here >= first_month + 3;
    if (direction < 0 && !over) --year;
    if (direction > 0 && begun) ++year;
    if (direction == 0 && season == 24 && here < 3) --year;
    return made(at + 1, edtf_month(year, season));
  }

  // "the fall of 2020", "summer 2019", "in the spring"
  Match season(std::size_t at) const {
    const std::size_t next = skip(at, {"the"});
    const auto season = season_named(text(next));
    if (!season) return std::nullopt;
    const auto [year, end] = year_after(next + 1);
    if (year) return made(end, edtf_month(*year, *season));
    if (text(next) == "fall" || at == 0 || !is(at - 1, {"in", "since", "by"}))
      return std::nullopt;
    if (!anchor_.published) return made(next + 1, "");
    Match match = relative_season(next, anchor_.ahead ? 1 : -1);
    return match;
  }

  // "the first half of 2023", "the second quarter", "Q3 2021"
  Match share_of_year(std::size_t at) const {
    const std::size_t next = skip(at, {"the"});
    int code = 0;
    std::size_t end = next + 1;
    if (text(next).size() == 2 && text(next)[0] == 'q') {
      const auto quarter = digits_of(text(next).substr(1), 1, 1);
      if (quarter && *quarter >= 1 && *quarter <= 4) code = 32 + *quarter;
    } else if (const auto which = ordinal_of(text(next))) {
      end = next + 2;
      if (is(next + 1, {"quarter"}) && *which <= 4) code = 32 + *which;
      if (is(next + 1, {"half"}) && *which <= 2) code = 39 + *which;
    }
    if (code == 0) return std::nullopt;
    const auto [year, after] = year_after(end);
    if (!year) return std::nullopt;
    return made(after, edtf_month(*year, code));
  }

  // "the 1990s", "the nineties", "the late '80s"
  Match decade(std::size_t at) const {
    std::size_t next = skip(at, {"the"});
    const std::size_t after_part =
        part_named(text(next)) ? skip(next + 1, {"-"}) : next;
    const auto part = part_named(text(next));
    next = skip(after_part, {"'", "\u2019", "\u2018"});
    std::string_view word = text(next);
    while (!word.empty() && (word[0] == '\'' || word.starts_with("\u2019") ||
                             word.starts_with("\u2018")))
      word.remove_prefix(word[0] == '\'' ? 1 : 3);
    std::optional<int> year;
    std::size_t end = next + 1;
    if (word.ends_with("'s"))
      word.remove_suffix(2);
    else if (word.ends_with('s'))
      word.remove_suffix(1);
    else if (is(end, {"s", "'s", "\u2019s"}))
      ++end;
    else
      word = {};
    year = digits_of(word, 4, 4);
    if (!year || *year % 10 != 0) {
      year = digits_of(word, 2, 2);
      if (!year) year = decade_named(text(next));
      if (!year || *year % 10 != 0 || next == at) return std::nullopt;
      *year += *year >= 30 ? 1900 : 2000;
    }
    const std::string value =
        *year % 100 == 0 ? edtf_century(*year) : edtf_decade(*year);
    return made(end, part ? edtf_part(value, *part) : value);
  }

  // "the 20th century", "the early 21st century"
  Match century(std::size_t at) const {
    std::size_t next = skip(at, {"the"});
    const auto part = part_named(text(next));
    if (part) next = skip(next + 1, {"-"});
    const auto number = ordinal_of(text(next));
    next = skip(next + 1, {"-"});
    if (!number || *number > 30 || !is(next, {"century"})) return std::nullopt;
    const std::string value = edtf_century((*number - 1) * 100);
    return made(next + 1, part ? edtf_part(value, *part) : value);
  }

  // "2020", "about 1850": where a year may stand; see `find_times`.
  Match year(std::size_t at) const {
    const auto year = digits_of(text(at), 4, 4);
    if (!year || *year < 1000 || *year >= 2200) return std::nullopt;
    const bool about =
        at > 0 && is(at - 1, {"around", "about", "circa", "roughly"});
    return made(at + 1, edtf_year(*year) + (about ? "~" : ""));
  }
};

}  // namespace

std::optional<TimeMatch> match_time_point(const std::vector<TextToken>& tokens,
                                          std::size_t first,
                                          const TimeAnchor& anchor) {
  return PointReader(tokens, anchor).read(first);
}

}  // namespace demarche
