#include "extractor/time_reader.h"

#include <cmath>
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
    for (const auto form : {&TimeReader::interval, &TimeReader::counted,
                            &TimeReader::point, &TimeReader::frequency,
                            &TimeReader::the_day_after, &TimeReader::duration})
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
  /// A point on another side than the clause lies on.
  Match point(std::size_t at, Look look) const {
    TimeAnchor anchor = anchor_;
    anchor.look = look;
    return match_time_point(tokens_, at, anchor);
  }

  // "since 2020", "from 2018 to 2020", "between May and July", "2018-2020"
  Match interval(std::size_t at) const {
    if (is(at, {"since"})) return open(at + 1, false, Look::back);
    if (is(at, {"until", "till"})) return open(at + 1, true, until());
    if (is(at, {"before"})) return open_absolute(at + 1, true, anchor_.look);
    if (is(at, {"after"})) return open_absolute(at + 1, false, anchor_.look);
    if (is(at, {"through"})) return open_absolute(at + 1, true, until());
    if (is(at, {"from"})) {
      const Match match =
          closed(at + 1, {"to", "until", "till", "through", "-"});
      if (match) return match;
      const Match days = days_of_month(at + 1);
      return days ? days : from(at + 1);
    }
    if (is(at, {"between"})) {
      const Match match = closed(at + 1, {"and"});
      return match ? match : days_of_month(at + 1);
    }
    return closed(at, {"-", "through"});
  }

  // "(from) 10 to 14 November": one point to `point`
  Match days_of_month(std::size_t at) const {
    Match match = digits_of(text(at), 1, 2) && !is(at + 1, {"-"})
                      ? point(at)
                      : std::nullopt;
    return match && match->value.find('/') != std::string::npos ? match
                                                                : std::nullopt;
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

  /// What something goes on until is rather yet to come.
  Look until() const {
    return anchor_.look == Look::near ? Look::ahead : anchor_.look;
  }

  Match open(std::size_t at, bool backwards, Look look) const {
    Match match = counted(at);
    if (!match) match = point(at, look);
    if (!match || match->kind == Kind::time) return std::nullopt;
    if (!match->value.empty())
      match->value = backwards ? "../" + last_of(match->value)
                               : first_of(match->value) + "/..";
    match->kind = Kind::date;
    return match;
  }

  /// Only with dates that stand by themselves: "before the fall of 2020".
  Match open_absolute(std::size_t at, bool backwards, Look look) const {
    return point(at) ? open(at, backwards, look) : std::nullopt;
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
      // "more than two years ago": when, nobody says.
      Match match = count_from(anchor_.published, -count, unit, end + 1);
      if (match && !match->value.empty() && is_more_than(at))
        match->value = "../" + match->value;
      return match;
    } else if (is(end, {"earlier", "previously", "before", "prior"})) {
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
    if (is(end, {"after", "before"})) {
      const Match match = point(end + 1, Look::near);
      return match && match->day && count != 0
                 ? count_from(match->day, sign * count, unit, match->end)
                 : made(end + 1, "");
    }
    if (unit < anchor_.grain) return made(end + 1, "");
    return count_from(origin, sign * count, unit, end + 1);
  }

  bool is_more_than(std::size_t at) const {
    return (at > 0 && is(at - 1, {"over"})) ||
           (at > 1 && is(at - 1, {"than"}) && is(at - 2, {"more"}));
  }

  // "the day after the vote": counted from what no date tells
  Match the_day_after(std::size_t at) const {
    const auto unit = unit_named(text(at + 1));
    if (!is(at, {"the"}) || !unit || *unit < TimeUnit::day ||
        text(at + 1).ends_with('s') || !is(at + 2, {"after", "before"}))
      return std::nullopt;
    const int sign = is(at + 2, {"after"}) ? 1 : -1;
    if (const Match match = point(at + 3, Look::near); match && match->day)
      return count_from(match->day, sign, *unit, match->end);
    return made(at + 3, "");
  }

  // "weeks ago"
  Match vaguely_counted(std::size_t at) const {
    if (!unit_named(text(at)) || !text(at).ends_with('s')) return std::nullopt;
    if (is(at + 1, {"ago", "earlier", "later", "after", "before"}))
      return made(at + 2, "");
    if (is(at + 1, {"from"}) && is(at + 2, {"now", "today"}))
      return made(at + 3, "");
    return std::nullopt;
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
    if (is(word, {"previous", "preceding", "following"}))
      return article ? beside_mentioned(*direction, word + 1) : std::nullopt;
    const auto [count, unit, end] = amount(word + 1);
    if (end == 0) {
      const auto alone = unit_named(text(word + 1));
      const bool many = text(word + 1).ends_with('s');
      if (!alone || (!article && !many) || (recent && !many) ||
          (!many && is(word + 2, {"of"})))
        return std::nullopt;
      if (article && *alone == TimeUnit::day && !many)
        return beside_mentioned(*direction, word + 1);
      return span_from_here(many ? 0 : 1, *alone, direction.value_or(-1),
                            word + 2);
    }
    return span_from_here(count, unit, direction.value_or(-1), end);
  }

  // "the next day", "the following week", "the previous month", from the
  // unit on: counted from the day named before
  Match beside_mentioned(int offset, std::size_t at) const {
    const auto unit = unit_named(text(at));
    if (!unit || *unit < TimeUnit::day || text(at).ends_with('s'))
      return std::nullopt;
    if (!anchor_.mentioned || *unit < anchor_.grain) return made(at + 1, "");
    if (*unit == TimeUnit::day)
      return made_day(at + 1, *anchor_.mentioned + std::chrono::days(offset));
    return made(at + 1, edtf_unit(*anchor_.mentioned, offset, *unit));
  }

  Match span_from_here(double count, TimeUnit unit, int direction,
                       std::size_t end) const {
    if (unit == TimeUnit::hour && count > 0 && std::fmod(count, 24) == 0)
      return span_from_here(count / 24, TimeUnit::day, direction, end);
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
    } else if (is(at, {"a", "an", "another"})) {
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
      return made(std::max(end, after_long(end)),
                  count == 0 ? "" : iso_duration(count, unit), Kind::duration);
    // "month-long", "decades of", "decades-old"
    const auto alone = unit_named(text(at));
    if (const std::size_t long_end = after_long(at + 1); alone && long_end)
      return made(long_end,
                  text(at).ends_with('s') ? "" : iso_duration(1, *alone),
                  Kind::duration);
    if (alone && *alone >= TimeUnit::hour && text(at).ends_with('s') &&
        *alone != TimeUnit::quarter && !is(at, {"nights", "weekends"}) &&
        !is(at + 1, {"-"}) && !is_number_before(at))
      return made(at + 1, "", Kind::duration);
    return std::nullopt;
  }

  /// Where "-long" ends; 0 if it does not follow.
  std::size_t after_long(std::size_t at) const {
    return is(at, {"-"}) && is(at + 1, {"long"}) ? at + 2 : 0;
  }

  bool is_number_before(std::size_t at) const {
    return at > 0 && match_number(tokens_, at - 1).has_value();
  }

  // "every Friday", "twice a week", "daily", "on Thursdays"
  Match frequency(std::size_t at) const {
    if (const auto unit = frequency_named(text(at)))
      return repeated(at + 1, 1, *unit);
    if (const auto unit = plural_day(at)) {
      const bool part =
          is_part_of_day(text(at + 1)) && text(at + 1).ends_with('s');
      return repeated(at + (part ? 2 : 1), 1, *unit);
    }
    if (const std::size_t rate = after_times(at)) {
      if (Match match = is(rate, {"a", "an"}) ? per_unit(rate) : each(rate))
        return match;
    }
    if (is(at, {"a", "an"}) && is_counted_before(at)) return per_unit(at);
    return each(at);
  }

  static Match repeated(std::size_t end, double count, TimeUnit unit) {
    const std::string period = iso_duration(count, unit);
    return made(end, count == 0 || period.empty() ? "" : "R/" + period,
                Kind::set);
  }

  /// The period of "Thursdays", "weekends" and "weekdays".
  std::optional<TimeUnit> plural_day(std::size_t at) const {
    std::string_view word = text(at);
    if (!word.ends_with('s')) return std::nullopt;
    word.remove_suffix(1);
    if (is(at, {"weekends", "weekdays"}) && at > 0 && is(at - 1, {"on", "at"}))
      return TimeUnit::week;
    if (weekday_named(word) && is_capital(at) && word.ends_with("day"))
      return TimeUnit::week;
    return std::nullopt;
  }

  /// Where "once", "twice" or "five times" ends; 0 if it does not begin here.
  std::size_t after_times(std::size_t at) const {
    if (is(at, {"once", "twice", "thrice"})) return at + 1;
    const auto number = match_number(tokens_, at);
    const std::size_t end = number                      ? number->end
                            : is_vague_number(text(at)) ? at + 1
                                                        : 0;
    return end != 0 && is(end, {"times"}) ? end + 1 : 0;
  }

  // "a week" of "twice a week", "$5 a week"
  Match per_unit(std::size_t at) const {
    const auto unit = unit_named(text(at + 1));
    if (!unit || text(at + 1).ends_with('s')) return std::nullopt;
    return repeated(at + 2, 1, *unit);
  }

  /// Whether an amount stands before: "$1 | a month", "80 shells | a day".
  bool is_counted_before(std::size_t at) const {
    const auto number_ends = [&](std::size_t end) {
      for (std::size_t back = 1; back <= 3 && back <= end; ++back)
        if (const auto number = match_number(tokens_, end - back);
            number && number->end == end)
          return true;
      return false;
    };
    if (at == 0) return false;
    return number_ends(at) || is(at - 1, {"percent", "%"}) ||
           (text(at - 1).ends_with('s') && number_ends(at - 1));
  }

  // "every two weeks", "each day", "per year", "every other Friday"
  Match each(std::size_t at) const {
    if (!is(at, {"every", "each", "per"})) return std::nullopt;
    const bool other = is(at + 1, {"other", "second"});
    const double count = other ? 2 : 1;
    const std::size_t next = skip(at + 1, {"single", "other", "second"});
    if (weekday_named(text(next)))
      return repeated(next + 1, count, TimeUnit::week);
    if (is_part_of_day(text(next)))
      return repeated(next + 1, count, TimeUnit::day);
    if ((month_named(text(next)) && is_capital(next)) ||
        season_named(text(next)))
      return repeated(next + 1, count, TimeUnit::year);
    if (const auto unit = unit_named(text(next));
        unit && !text(next).ends_with('s'))
      return repeated(next + 1, count, *unit);
    if (const auto [amount_count, unit, end] = amount(next); end != 0)
      return repeated(end, amount_count, unit);
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
