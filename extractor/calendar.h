#ifndef DEMARCHE_EXTRACTOR_CALENDAR_H_
#define DEMARCHE_EXTRACTOR_CALENDAR_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace demarche {

// Dates of the Gregorian calendar and how EDTF (ISO 8601-2) writes them.

using Day = std::chrono::sys_days;

/// The units in which time is counted, small to large.
enum class TimeUnit {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half_year,
  year,
  decade,
  century
};

/// The day that "2023-01-12" or "2023-01-12T08:00:00Z" begins with; nothing
/// if that is no day of the calendar.
std::optional<Day> parse_day(std::string_view text);

/// The day, if the calendar has it (no 30 February).
std::optional<Day> make_day(int year, int month, int day);

int year_of(Day day);
int month_of(Day day);    ///< 1 to 12.
int weekday_of(Day day);  ///< 0 for Monday.

/// "2023-01-12", "2023-01", "2023", "202X", "20XX".  A season is 21 (spring)
/// to 24, a quarter 33 to 36, a half-year 40 or 41, all in place of a month.
std::string edtf_day(Day day);
std::string edtf_month(int year, int month);
std::string edtf_year(int year);
std::string edtf_decade(int year);
std::string edtf_century(int year);
std::string edtf_interval(std::string_view begin, std::string_view end);

/// `count` units later (earlier if negative); the end of a shorter month
/// stands in for a day that it lacks.
Day add_units(Day day, int count, TimeUnit unit);

/// The unit that is `count` units after the one around `day`, in EDTF: with
/// (2023-01-12, −1, month) "2022-12", week "2023-01-02/2023-01-08".
std::string edtf_unit(Day day, int count, TimeUnit unit);

/// The first or last third of a year, month, decade or century in EDTF, for
/// "early", "mid" and "late" (part 0, 1, 2); the value itself for the rest.
std::string edtf_part(const std::string& value, int part);

/// "P6W", "PT30M", "P1Y6M" for 1.5 years; "" for a number that no ISO
/// duration can hold.
std::string iso_duration(double count, TimeUnit unit);

}  // namespace demarche

#endif
