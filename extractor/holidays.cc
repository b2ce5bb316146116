#include "extractor/holidays.h"

#include <string>
#include <string_view>

namespace demarche {
namespace {

/// Takes the text of a token from the front of a label; curly apostrophes are
/// plain in labels.
bool take(std::string_view token, std::string_view* label) {
  while (!token.empty()) {
    const bool curly = token.starts_with("\u2019");
    const std::string_view letter = curly ? "'" : token.substr(0, 1);
    if (!label->starts_with(letter)) return false;
    label->remove_prefix(1);
    token.remove_prefix(curly ? 3 : 1);
  }
  return true;
}

/// Where the name ends that begins at a token; 0 if it does not stand there.
std::size_t end_of(std::string_view label, const std::vector<TextToken>& tokens,
                   std::size_t first) {
  for (std::size_t i = first; i < tokens.size(); ++i) {
    if (!take(tokens[i].text, &label)) return 0;
    if (label.empty()) return i + 1;
  }
  return 0;
}

}  // namespace

std::optional<Day> easter_in(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return make_day(year, sum / 31, sum % 31 + 1);
}

std::optional<Day> holiday_in(const Holiday& holiday, int year) {
  if (holiday.month == 0) {
    const auto easter = easter_in(year);
    if (!easter) return std::nullopt;
    return *easter + std::chrono::days(holiday.days_after_easter);
  }
  const auto first = make_day(year, holiday.month, holiday.day);
  if (!first || holiday.weekday < 0) return first;
  return *first +
         std::chrono::days((holiday.weekday - weekday_of(*first) + 7) % 7);
}

std::optional<HolidayMatch> match_holiday(const std::vector<TextToken>& tokens,
                                          std::size_t first,
                                          std::span<const Holiday> holidays) {
  const std::string& text = tokens[first].text;
  const bool capital = tokens[first].form != text;
  if (!capital && text != "4th") return std::nullopt;
  HolidayMatch best;
  for (const Holiday& holiday : holidays)
    for (const std::string_view label : holiday.labels)
      if (label.starts_with(text[0]))
        if (const std::size_t end = end_of(label, tokens, first);
            end > best.end)
          best = {&holiday, end};
  if (best.holiday == nullptr) return std::nullopt;
  return best;
}

}  // namespace demarche
