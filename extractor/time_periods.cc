#include "extractor/time_periods.h"

#include <utility>

#include "extractor/time_cursor.h"

namespace demarche {
namespace {

constexpr std::chrono::days one_day{1};

class PeriodReader : private TimeCursor {
 public:
  using TimeCursor::TimeCursor;

  Match read(std::size_t at) const {
    for (const auto form : {&PeriodReader::season, &PeriodReader::share_of_year,
                            &PeriodReader::nth_part, &PeriodReader::decade,
                            &PeriodReader::century, &PeriodReader::year})
      if (Match match = (this->*form)(at)) return match;
    return std::nullopt;
  }

 private:
  // "the fall of 2020", "summer 2019", "in the spring"
  Match season(std::size_t at) const {
    const std::size_t next = skip(at, {"the"});
    const auto season = season_named(text(next));
    if (!season) return std::nullopt;
    const auto [year, end] = year_after(next + 1);
    if (year) return made(end, edtf_month(*year, *season));
    if (text(next) == "fall" || at == 0 || !is(at - 1, {"in", "since", "by"}))
      return std::nullopt;
    return relative(next, anchor_.look == Look::ahead ? 1 : -1);
  }

 public:
  Match relative(std::size_t at, int direction) const {
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

 private:
  // "the first half of 2023", "Q3 2021", "the third quarter"
  Match share_of_year(std::size_t at) const {
    const std::size_t next = skip(at, {"the"});
    const auto [code, end] = share_named(next);
    if (code == 0) return std::nullopt;
    const auto [year, after] = year_after(end);
    if (year) return made(after, edtf_month(*year, code));
    if (next == at || code > 36 || at == 0 || is(end, {"of"}) ||
        !is(at - 1, {"in", "for", "during", "over"}))
      return std::nullopt;
    if (!anchor_.published) return made(end, "");
    const int here = (month_of(*anchor_.published) + 2) / 3;
    return made(end, edtf_month(year_of_period(code - 32, here, 4), code));
  }

  /// EDTF's code of a quarter or half-year, or 0, and where its name ends.
  std::pair<int, std::size_t> share_named(std::size_t at) const {
    if (text(at).size() == 2 && text(at)[0] == 'q') {
      const auto quarter = digits_of(text(at).substr(1), 1, 1);
      if (quarter && *quarter >= 1 && *quarter <= 4)
        return {32 + *quarter, at + 1};
    }
    const bool quarter = is(at + 1, {"quarter"}), half = is(at + 1, {"half"});
    auto which = ordinal_of(text(at));
    if (is(at, {"last", "final"})) which = quarter ? 4 : 2;
    if (which && quarter && *which <= 4) return {32 + *which, at + 2};
    if (which && half && *which <= 2) return {39 + *which, at + 2};
    return {0, at};
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
    const std::string value = *year % 100 == 0 && *year != 2000
                                  ? edtf_century(*year)
                                  : edtf_decade(*year);
    return made(end, part ? edtf_part(value, *part) : value);
  }

  // "the 20th century", "the early 21st century"
  Match century(std::size_t at) const {
    std::size_t next = skip(at, {"the"});
    const auto part = part_named(text(next));
    if (part) next = skip(next + 1, {"-"});
    const auto [number, end] = ordinal_at(next);
    next = skip(end, {"-"});
    if (!number || *number > 30 || !is(next, {"century"})) return std::nullopt;
    const std::string value = edtf_century((*number - 1) * 100);
    return made(next + 1, part ? edtf_part(value, *part) : value);
  }

  // "2020", "the year 2020", "fiscal 2020", "about 1850": where a year may
  // stand; see `find_times`.
  Match year(std::size_t at) const {
    std::size_t next = is(at, {"the"}) && is(at + 1, {"year"}) ? at + 2 : at;
    if (is(at, {"fiscal"})) next = skip(at + 1, {"year"});
    if (is(at, {"fy"})) next = at + 1;
    const auto year = digits_of(text(next), 4, 4);
    if (!year || *year < 1000 || *year >= 2200) return std::nullopt;
    const bool about =
        at > 0 && is(at - 1, {"around", "about", "circa", "roughly"});
    return made(next + 1, edtf_year(*year) + (about ? "~" : ""));
  }

  // "the last week of October", "the first Tuesday in May"
  Match nth_part(std::size_t at) const {
    const std::size_t next = skip(at, {"the"});
    const auto which =
        is(next, {"last", "final"}) ? std::optional(0) : ordinal_of(text(next));
    const auto weekday = weekday_named(text(next + 1));
    const bool week = is(next + 1, {"week"}), day = is(next + 1, {"day"});
    if (!which || *which > 5 || !(week || day || weekday) ||
        !is(next + 2, {"of", "in"}))
      return std::nullopt;
    const std::size_t name = next + 3;
    const auto month = month_named(text(name));
    if (!month || !is_capital(name)) return std::nullopt;
    auto [year, end] = year_after(name + 1);
    if (!year && !anchor_.published) return made(end, "");
    if (!year) year = year_of_period(*month, month_of(*anchor_.published), 12);
    const auto first = make_day(*year, *month, 1);
    if (!first) return std::nullopt;
    const Day last = add_units(*first, 1, TimeUnit::month) - one_day;
    if (week) {
      const Day begin = *which == 0 ? last - 6 * one_day
                                    : *first + 7 * (*which - 1) * one_day;
      const Day finish = std::min(begin + 6 * one_day, last);
      return made(end, edtf_interval(edtf_day(begin), edtf_day(finish)));
    }
    if (day)
      return made_day(end,
                      *which == 0 ? last : *first + (*which - 1) * one_day);
    if (*which == 0)
      return made_day(end,
                      last - (weekday_of(last) - *weekday + 7) % 7 * one_day);
    return made_day(end, *first + ((*weekday - weekday_of(*first) + 7) % 7 +
                                   7 * (*which - 1)) *
                                      one_day);
  }
};

}  // namespace

std::optional<TimeMatch> match_period(const std::vector<TextToken>& tokens,
                                      std::size_t first,
                                      const TimeAnchor& anchor) {
  return PeriodReader(tokens, anchor).read(first);
}

std::optional<TimeMatch> relative_season(const std::vector<TextToken>& tokens,
                                         std::size_t at, int direction,
                                         const TimeAnchor& anchor) {
  return PeriodReader(tokens, anchor).relative(at, direction);
}

}  // namespace demarche
