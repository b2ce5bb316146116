#include "extractor/time_reader.h"

#include <cstdlib>

#include "extractor/time_cursor.h"
#include "extractor/time_points.h"
#include "extractor/time_words.h"

namespace demarche {
namespace {

class TimeReader : private TimeCursor {
 public:
  using TimeCursor::TimeCursor;

  /// Intervals, which are made of points, first.
  Match read(std::size_t at) const {
    for (const auto form :
         {&TimeReader::interval, &TimeReader::counted, &TimeReader::point,
          &TimeReader::frequency, &TimeReader::duration})
      if (Match match = (this->*form)(at)) {
        match->first = at;
        return match;
      }
    return std::nullopt;
  }

 private:
  Match point(std::size_t at) const {
    return match_time_point(tokens_, at, anchor_);
  }

  // "since 2020", "from 2018 to 2020", "between May and July", "2018-2020"
  Match interval(std::size_t at) const {
    if (is(at, {"since"})) return open(at + 1, false);
    if (is(at, {"until", "till"})) return open(at + 1, true);
    if (is(at, {"before"})) return open_absolute(at + 1, true);
    if (is(at, {"after"})) return open_absolute(at + 1, false);
    if (is(at, {"from"})) {
      const Match match =
          closed(at + 1, {"to", "until", "till", "through", "-"});
      return match ? match : from(at + 1);
    }
    if (is(at, {"between"})) return closed(at + 1, {"and"});
    return closed(at, {"-", "through"});
  }

  // "from 1998 onwards"
  Match from(std::size_t at) const {
    Match match = point(at);
    if (!match || match->value.empty() ||
        !is(match->end, {"on", "onward", "onwards"}))
      return std::nullopt;
    match->value = first_of(match->value) + "/..";
    ++match->end;
    return match;
  }

  Match open(std::size_t at, bool backwards) const {
    Match match = counted(at);
    if (!match) match = point(at);
    if (!match || match->kind == Kind::time) return std::nullopt;
    if (!match->value.empty())
      match->value = backwards ? "../" + last_of(match->value)
                               : first_of(match->value) + "/..";
    match->kind = Kind::date;
    return match;
  }

  /// Only with dates that stand by themselves: "before the fall of 2020".
  Match open_absolute(std::size_t at, bool backwards) const {
    return point(at) ? open(at, backwards) : std::nullopt;
  }

  Match closed(std::size_t at,
               std::initializer_list<std::string_view> between) const {
    const Match begin = point(at);
    if (!begin || begin->kind != Kind::date || !is(begin->end, between))
      return std::nullopt;
    if (const Match short_end = short_year(*begin)) return short_end;
    Match end = point(begin->end + 1);
    if (!end || end->kind != Kind::date) return std::nullopt;
    if (begin->value.empty() || end->value.empty()) return made(end->end, "");
    return made(end->end, edtf_interval(with_year_of(begin->value, end->value),
                                        last_of(end->value)));
  }

  /// "2018-19"
  Match short_year(const TimeMatch& begin) const {
    const auto ending = digits_of(text(begin.end + 1), 2, 2);
    const auto year = digits_of(begin.value, 4, 4);
    if (!ending || !year || !is(begin.end, {"-"})) return std::nullopt;
    const int end = *year / 100 * 100 + *ending;
    if (end <= *year) return std::nullopt;
    return made(begin.end + 2, edtf_interval(begin.value, edtf_year(end)));
  }

  static std::string first_of(const std::string& value) {
    return value.substr(0, value.find('/'));
  }
  static std::string last_of(const std::string& value) {
    const auto slash = value.find('/');
    return slash == std::string::npos ? value : value.substr(slash + 1);
  }
  /// The begin of "between May and July 2019" is of the end's year.
  static std::string with_year_of(const std::string& begin,
                                  const std::string& end) {
    std::string first = first_of(begin);
    const std::string last = last_of(end);
    if (first.size() >= 7 && last.size() >= 7 && last < first)
      first.replace(0, 4, last, 0, 4);
    return first;
  }

  // A number of units and where to count them from: "two weeks ago", "the
  // past six months", "three days later".
  Match counted(std::size_t at) const {
    if (Match match = span_of_past(at)) return match;
    const auto [count, unit, end] = amount(at);
    if (end == 0) return vaguely_counted(at);
    std::optional<Day> origin;
    int sign = -1;
    if (is(end, {"ago"})) {
      origin = anchor_.published;
    } else if (is(end, {"earlier", "previously", "before"})) {
      origin = anchor_.mentioned;
    } else if (is(end, {"later", "after", "afterwards", "afterward"})) {
      origin = anchor_.mentioned;
      sign = 1;
    } else if (is(end, {"from"}) && is(end + 1, {"now", "today"})) {
      return count_from(anchor_.published, count, unit, end + 2);
    } else {
      return std::nullopt;
    }
    // "a month after the war": counted from what no date tells.
    if (is(end, {"after", "before"})) return made(end + 1, "");
    return count_from(origin, sign * count, unit, end + 1);
  }

  // "weeks ago"
  Match vaguely_counted(std::size_t at) const {
    if (!unit_named(text(at)) || !text(at).ends_with('s') ||
        !is(at + 1, {"ago", "earlier", "later", "after", "before"}))
      return std::nullopt;
    return made(at + 2, "");
  }

  Match count_from(std::optional<Day> origin, double count, TimeUnit unit,
                   std::size_t end) const {
    if (!origin || count == 0 || !(std::abs(count) < 3000) ||
        count != static_cast<int>(count))
      return made(end, "");
    const int whole = static_cast<int>(count);
    if (unit >= TimeUnit::year && std::abs(whole) > 150) return made(end, "");
    if (unit < TimeUnit::day) return made_day(end, *origin);
    const Day there = add_units(*origin, whole, unit);
    if (unit == TimeUnit::day) return made_day(end, there);
    // As exact as the unit: "two years ago" names a year.
    const TimeUnit grain = unit == TimeUnit::decade ? TimeUnit::year : unit;
    return made(end, edtf_unit(there, 0, grain));
  }

  // "the past month", "the last six weeks", "the next few days"
  Match span_of_past(std::size_t at) const {
    const bool article = is(at, {"the", "these"});
    const std::size_t word = skip(at, {"the", "these"});
    const auto direction = direction_of(text(word));
    const bool recent = is(word, {"recent"});
    if ((!direction || *direction == 0) && !recent) return std::nullopt;
    const auto [count, unit, end] = amount(word + 1);
    if (end == 0) {
      const auto alone = unit_named(text(word + 1));
      const bool many = text(word + 1).ends_with('s');
      if (!alone || (!article && !many) || (recent && !many))
        return std::nullopt;
      if (article && *alone == TimeUnit::day && !many)
        return beside_mentioned(*direction, word + 2);
      return span_from_here(many ? 0 : 1, *alone, direction.value_or(-1),
                            word + 2);
    }
    return span_from_here(count, unit, direction.value_or(-1), end);
  }

  // "the next day"
  Match beside_mentioned(int offset, std::size_t end) const {
    if (!anchor_.mentioned) return made(end, "");
    return made_day(end, *anchor_.mentioned + std::chrono::days(offset));
  }

  Match span_from_here(double count, TimeUnit unit, int direction,
                       std::size_t end) const {
    const int whole = count < 1000 ? static_cast<int>(count) : 0;
    if (whole == 0 || (unit >= TimeUnit::year && whole > 150) ||
        !anchor_.published || unit < TimeUnit::day)
      return made(end, "");
    const Day other = add_units(*anchor_.published, direction * whole, unit);
    const std::string here = edtf_day(*anchor_.published);
    return made(end, direction < 0 ? edtf_interval(edtf_day(other), here)
                                   : edtf_interval(here, edtf_day(other)));
  }

  struct Amount {
    double count = 0;
    TimeUnit unit = TimeUnit::day;
    std::size_t end = 0;  ///< 0: none.
  };

  /// "six weeks", "a year and a half", "several days" (count 0).
  Amount amount(std::size_t at) const {
    Amount amount;
    std::size_t next = at;
    if (const auto number = match_number(tokens_, at)) {
      amount.count = number->plural ? 0 : number->value;
      next = skip(number->end, {"of"});
      if (digits_of(text(at), 4, 4) && number->end == at + 1) return {};
    } else if (is(at, {"a", "an"}) && is_vague_number(text(at + 1))) {
      next = at + 2;
    } else if (is_vague_number(text(at))) {
      next = at + 1;
    } else if (is(at, {"a", "an"})) {
      amount.count = 1;
      next = at + 1;
    } else if (is(at, {"half"})) {
      amount.count = 0.5;
      next = skip(at + 1, {"a", "an"});
    } else {
      return {};
    }
    next = skip(next, {"-"});
    next = skip(next, {"full", "more", "consecutive", "straight", "long"});
    const auto unit = unit_named(text(next));
    if (!unit || is_age(next + 1) || is(next, {"quarter", "season"}) ||
        (is(at, {"a"}) && is(next, {"second"})))
      return {};
    if (is(at, {"a", "an"}) && is(next + 1, {"-"})) return {};
    amount.unit = *unit;
    amount.end = next + 1;
    if (is(next + 1, {"and"}) && is(next + 2, {"a"}) &&
        is(next + 3, {"half"})) {
      amount.count += 0.5;
      amount.end = next + 4;
    }
    return amount;
  }

  /// "35 years old", "a 35-year-old"
  bool is_age(std::size_t at) const {
    return is(skip(at, {"-"}), {"old", "olds"});
  }

  Match duration(std::size_t at) const {
    const auto [count, unit, end] = amount(at);
    if (end != 0)
      return made(end, count == 0 ? "" : iso_duration(count, unit),
                  Kind::duration);
    // "month-long", "decades of", "decades-old"
    const auto alone = unit_named(text(at));
    if (alone && is(at + 1, {"-"}) && is(at + 2, {"long"}))
      return made(at + 3, iso_duration(1, *alone), Kind::duration);
    if (alone && *alone >= TimeUnit::hour && text(at).ends_with('s') &&
        *alone != TimeUnit::quarter && !is(at, {"nights", "weekends"}) &&
        !is(at + 1, {"-"}) && !is_number_before(at))
      return made(at + 1, "", Kind::duration);
    return std::nullopt;
  }

  bool is_number_before(std::size_t at) const {
    return at > 0 && match_number(tokens_, at - 1).has_value();
  }

  // "every Friday", "twice a week", "daily"
  Match frequency(std::size_t at) const {
    if (const auto unit = frequency_named(text(at)))
      return made(at + 1, iso_duration(1, *unit), Kind::set);
    if (!is(at, {"every", "each", "per"})) return std::nullopt;
    const std::size_t next = skip(at + 1, {"single", "other"});
    if (weekday_named(text(next)))
      return made(next + 1, iso_duration(1, TimeUnit::week), Kind::set);
    if (is(next, {"morning", "evening", "night", "afternoon"}))
      return made(next + 1, iso_duration(1, TimeUnit::day), Kind::set);
    if (month_named(text(next)) && is_capital(next))
      return made(next + 1, iso_duration(1, TimeUnit::year), Kind::set);
    if (const auto unit = unit_named(text(next)))
      return made(
          next + 1,
          iso_duration(next > at + 1 && is(at + 1, {"other"}) ? 2 : 1, *unit),
          Kind::set);
    if (const auto [count, unit, end] = amount(next); end != 0)
      return made(end, count == 0 ? "" : iso_duration(count, unit), Kind::set);
    return std::nullopt;
  }
};

}  // namespace

std::optional<TimeMatch> match_time(const std::vector<TextToken>& tokens,
                                    std::size_t first,
                                    const TimeAnchor& anchor) {
  return TimeReader(tokens, anchor).read(first);
}

}  // namespace demarche
