#include "extractor/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace demarche {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

year_month_day parts_of(Day day) { return year_month_day(day); }

Day add_months(Day day, int count) {
  const year_month_day moved = parts_of(day) + months(count);
  if (moved.ok()) return Day(moved);
  return Day(moved.year() / moved.month() / std::chrono::last);
}

/// Days since the Monday of the week.
days since_monday(Day day) {
  return std::chrono::weekday(day) - std::chrono::Monday;
}

std::string edtf_days(Day first, Day last) {
  return edtf_interval(edtf_day(first), edtf_day(last));
}

/// Year and subdivision of the season around a day: winter is of the year in
/// which it begins.
std::string edtf_season(Day day, int count) {
  const int month = month_of(day);
  const int shifted = year_of(day) * 12 + month - 1 - 2 + 3 * count;
  return edtf_month(shifted / 12, 21 + shifted % 12 / 3);
}

std::string edtf_share(Day day, int count, int months_each, int first_code) {
  const int shifted =
      year_of(day) * 12 + month_of(day) - 1 + months_each * count;
  return edtf_month(shifted / 12, first_code + shifted % 12 / months_each);
}

std::string part_of_years(int first, int count, int part) {
  const std::array<int, 4> cuts = {0, (count + 2) / 3, (2 * count + 2) / 3,
                                   count};
  return edtf_interval(
      edtf_year(first + cuts[static_cast<std::size_t>(part)]),
      edtf_year(first + cuts[static_cast<std::size_t>(part) + 1] - 1));
}

std::string part_of_month(int year, int month, int part) {
  const auto first = make_day(year, month, 1);
  if (!first) return edtf_month(year, month);
  const Day begin = *first + days(10 * part);
  const Day end = part == 2 ? add_months(*first, 1) - days(1) : begin + days(9);
  return edtf_days(begin, end);
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-' ||
      (text.size() > 10 && text[10] != 'T'))
    return std::nullopt;
  return make_day(digits(text.substr(0, 4)), digits(text.substr(5, 2)),
                  digits(text.substr(8, 2)));
}

std::optional<Day> make_day(int year, int month, int day) {
  if (year < 0 || month < 1 || day < 1) return std::nullopt;
  const year_month_day date{std::chrono::year(year),
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

int year_of(Day day) { return static_cast<int>(parts_of(day).year()); }

int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(parts_of(day).month()));
}

int weekday_of(Day day) { return static_cast<int>(since_monday(day).count()); }

std::string edtf_day(Day day) {
  const auto date = parts_of(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string edtf_month(int year, int month) {
  return fmt::format("{:04}-{:02}", year, month);
}

std::string edtf_year(int year) { return fmt::format("{:04}", year); }

std::string edtf_decade(int year) { return fmt::format("{:03}X", year / 10); }

std::string edtf_century(int year) {
  return fmt::format("{:02}XX", year / 100);
}

std::string edtf_interval(std::string_view begin, std::string_view end) {
  return fmt::format("{}/{}", begin, end);
}

Day add_units(Day day, int count, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day:
      return day + days(count);
    case TimeUnit::week:
    case TimeUnit::weekend:
      return day + days(7 * count);
    case TimeUnit::month:
      return add_months(day, count);
    case TimeUnit::season:
    case TimeUnit::quarter:
      return add_months(day, 3 * count);
    case TimeUnit::half_year:
      return add_months(day, 6 * count);
    case TimeUnit::year:
      return add_months(day, 12 * count);
    case TimeUnit::decade:
      return add_months(day, 120 * count);
    case TimeUnit::century:
      return add_months(day, 1200 * count);
    default:
      return day;
  }
}

std::string edtf_unit(Day day, int count, TimeUnit unit) {
  const Day monday = day - since_monday(day) + days(7 * count);
  switch (unit) {
    case TimeUnit::week:
      return edtf_days(monday, monday + days(6));
    case TimeUnit::weekend:
      return edtf_days(monday + days(5), monday + days(6));
    case TimeUnit::season:
      return edtf_season(day, count);
    case TimeUnit::quarter:
      return edtf_share(day, count, 3, 33);
    case TimeUnit::half_year:
      return edtf_share(day, count, 6, 40);
    default:
      break;
  }
  const Day there = add_units(day, count, unit);
  if (unit == TimeUnit::month)
    return edtf_month(year_of(there), month_of(there));
  if (unit == TimeUnit::year) return edtf_year(year_of(there));
  if (unit == TimeUnit::decade) return edtf_decade(year_of(there));
  if (unit == TimeUnit::century) return edtf_century(year_of(there));
  return edtf_day(there);
}

std::string edtf_part(const std::string& value, int part) {
  const int number = digits(value.substr(0, value.find_first_of("-X")));
  if (number < 0) return value;
  if (value.size() == 7 && value[4] == '-' && digits(value.substr(5)) <= 12)
    return part_of_month(number, digits(value.substr(5)), part);
  if (value.size() != 4) return value;
  if (value.ends_with("XX")) return part_of_years(number * 100, 100, part);
  if (value.ends_with("X")) return part_of_years(number * 10, 10, part);
  return edtf_interval(edtf_month(number, 1 + 4 * part),
                       edtf_month(number, 4 + 4 * part));
}

std::string iso_duration(double count, TimeUnit unit) {
  struct Scale {
    double count;
    const char* prefix;
    char letter;
  };
  constexpr std::array<Scale, 13> scales = {{{1, "PT", 'S'},
                                             {1, "PT", 'M'},
                                             {1, "PT", 'H'},
                                             {1, "P", 'D'},
                                             {2, "P", 'D'},
                                             {1, "P", 'W'},
                                             {1, "P", 'M'},
                                             {3, "P", 'M'},
                                             {3, "P", 'M'},
                                             {6, "P", 'M'},
                                             {1, "P", 'Y'},
                                             {10, "P", 'Y'},
                                             {100, "P", 'Y'}}};
  const Scale& scale = scales[static_cast<std::size_t>(unit)];
  const double total = count * scale.count;
  if (!(total >= 0 && total < 1e9)) return {};
  if (total == std::floor(total))
    return fmt::format("{}{}{}", scale.prefix, static_cast<long>(total),
                       scale.letter);
  if (scale.letter == 'Y' && total * 12 == std::floor(total * 12)) {
    const long in_months = static_cast<long>(total * 12);
    return in_months < 12
               ? fmt::format("P{}M", in_months)
               : fmt::format("P{}Y{}M", in_months / 12, in_months % 12);
  }
  if (unit == TimeUnit::hour && total * 60 == std::floor(total * 60))
    return fmt::format("PT{}M", static_cast<long>(total * 60));
  return fmt::format("{}{}{}", scale.prefix, total, scale.letter);
}

}  // namespace demarche
