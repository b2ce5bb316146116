#include "extractor/time_clock.h"

#include <array>
#include <utility>

#include "extractor/time_cursor.h"

namespace demarche {
namespace {

/// Zones of which the name tells the offset.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> zones =
    {{{"gmt", "Z"},
      {"utc", "Z"},
      {"est", "-05:00"},
      {"edt", "-04:00"},
      {"cst", "-06:00"},
      {"cdt", "-05:00"},
      {"mst", "-07:00"},
      {"mdt", "-06:00"},
      {"pst", "-08:00"},
      {"pdt", "-07:00"},
      {"bst", "+01:00"},
      {"cet", "+01:00"},
      {"cest", "+02:00"},
      {"eet", "+02:00"},
      {"eest", "+03:00"},
      {"msk", "+03:00"},
      {"aest", "+10:00"},
      {"jst", "+09:00"}}};

class ClockReader : private TimeCursor {
 public:
  using TimeCursor::TimeCursor;

  Match read(std::size_t at) const {
    Match match = hour_and_minute(at);
    if (match) add_zone(*match);
    return match;
  }

 private:
  Match hour_and_minute(std::size_t at) const {
    if (const auto hour = hour_named(text(at)))
      return made(at + 1, time_of_day(*hour, 0), Kind::time);
    std::string_view rest = text(at);
    auto hour = leading_digits(&rest);
    if (!hour) return std::nullopt;
    const bool colon = rest.starts_with(':');
    std::optional<int> minute = 0;
    if (colon || rest.starts_with('.')) {
      rest.remove_prefix(1);
      if (rest.size() < 2 || rest[1] < '0' || rest[1] > '9')
        return std::nullopt;
      minute = leading_digits(&rest);
    }
    std::size_t end = at + 1;
    const bool glued = !rest.empty();
    if (!glued) rest = text(end);
    const bool before = rest == "am" || rest == "a.m." || rest == "a.m";
    const bool after = rest == "pm" || rest == "p.m." || rest == "p.m";
    const bool clock = rest == "o'clock" || rest == "o\u2019clock";
    if (before || after || clock)
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

  /// "EST", "ET", "Moscow time", "local time"
  void add_zone(TimeMatch& match) const {
    const bool capital = is_capital(match.end);
    if (is(match.end + 1, {"time"}) &&
        (capital || is(match.end, {"local", "eastern", "central", "pacific"})))
      match.end += 2;
    else if (capital && is(match.end, {"et", "ct", "mt", "pt", "ist"}))
      ++match.end;
    else if (capital)
      for (const auto& [name, offset] : zones)
        if (text(match.end) == name) {
          match.value += offset;
          ++match.end;
          return;
        }
  }
};

}  // namespace

std::optional<TimeMatch> match_clock(const std::vector<TextToken>& tokens,
                                     std::size_t first,
                                     const TimeAnchor& anchor) {
  return ClockReader(tokens, anchor).read(first);
}

std::string joined_clock(Day day, const std::string& clock) {
  if (clock.starts_with("T00:00") && clock.size() == 6) return edtf_day(day);
  return edtf_day(day) + clock.substr(0, 6) + ":00" + clock.substr(6);
}

}  // namespace demarche
