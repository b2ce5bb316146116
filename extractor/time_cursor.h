#ifndef DEMARCHE_EXTRACTOR_TIME_CURSOR_H_
#define DEMARCHE_EXTRACTOR_TIME_CURSOR_H_

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/time_reader.h"
#include "extractor/time_words.h"

namespace demarche {

/// What the readers of times share: looking at tokens, which may lie beyond
/// the last one, and making matches.
class TimeCursor {
 public:
  TimeCursor(const std::vector<TextToken>& tokens, const TimeAnchor& anchor)
      : tokens_(tokens), anchor_(anchor) {}

 protected:
  using Kind = TimeExpression::Kind;
  using Match = std::optional<TimeMatch>;
  using Words = std::initializer_list<std::string_view>;

  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].text)
                              : std::string_view();
  }
  bool is(std::size_t i, Words words) const {
    return std::find(words.begin(), words.end(), text(i)) != words.end();
  }
  bool is_capital(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].form[0] >= 'A' &&
           tokens_[i].form[0] <= 'Z';
  }
  std::size_t skip(std::size_t i, Words words) const {
    return is(i, words) ? i + 1 : i;
  }

  /// "third", "21st", "twenty-first", and where it ends.
  std::pair<std::optional<int>, std::size_t> ordinal_at(std::size_t i) const {
    const bool tens = is(i, {"twenty", "thirty"}) && is(i + 1, {"-"});
    const auto last = ordinal_of(text(tens ? i + 2 : i));
    if (!tens || !last || *last > 9) return {last, i + 1};
    return {*last + (is(i, {"twenty"}) ? 20 : 30), i + 3};
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

  /// Of a yearly day, given by year, the one that the clause speaks of.
  template <class DayIn>
  std::optional<Day> chosen(DayIn day_in) const {
    if (!anchor_.published) return std::nullopt;
    const Day here = *anchor_.published;
    std::optional<Day> best;
    for (int year = year_of(here) - 1; year <= year_of(here) + 1; ++year) {
      const std::optional<Day> day = day_in(year);
      if (!day || (anchor_.look == Look::back && *day > here) ||
          (anchor_.look == Look::ahead && *day < here))
        continue;
      if (!best || distance(*day, here) < distance(*best, here)) best = day;
    }
    return best;
  }
  static int distance(Day one, Day other) {
    return std::abs(static_cast<int>((one - other).count()));
  }

  /// Which of the periods numbered from 1 to `count` a year is meant: its
  /// year, where `here` is the current one.
  int year_of_period(int period, int here, int count) const {
    const int year = year_of(*anchor_.published);
    const int later = (period - here + count) % count;
    const bool forward =
        anchor_.look == Look::ahead ||
        (anchor_.look == Look::near && later > 0 && later < count - later);
    if (later == 0) return year;
    if (forward) return period < here ? year + 1 : year;
    return period > here ? year - 1 : year;
  }

  static Match made(std::size_t end, std::string value, Kind kind = Kind::date,
                    std::optional<Day> day = std::nullopt) {
    return TimeMatch{0, end, kind, std::move(value), day};
  }
  static Match made_day(std::size_t end, Day day) {
    return made(end, edtf_day(day), Kind::date, day);
  }
  /// So many days after the publication.
  Match from_published(std::size_t end, int offset) const {
    if (!anchor_.published) return made(end, "");
    return made_day(end, *anchor_.published + std::chrono::days(offset));
  }

  const std::vector<TextToken>& tokens_;
  const TimeAnchor& anchor_;
};

}  // namespace demarche

#endif
