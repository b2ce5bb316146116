#include "extractor/iso_date.h"

#include <array>

namespace demarche {
namespace {

/// Takes the fixed fields of a date from the front of a text.
struct Fields {
  std::string_view rest;
  bool valid = true;

  int number(std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (rest.empty() || rest[0] < '0' || rest[0] > '9') {
        valid = false;
        return 0;
      }
      value = value * 10 + (rest[0] - '0');
      rest.remove_prefix(1);
    }
    return value;
  }

  bool take(char c) {
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  }

  void expect(char c) { valid = take(c) && valid; }
};

int days_of(int year, int month) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap);
}

bool take_clock(Fields& fields) {
  const int hour = fields.number(2);
  fields.expect(':');
  const int minute = fields.number(2);
  return fields.valid && hour < 24 && minute < 60;
}

bool take_zone(Fields& fields) {
  if (fields.rest.empty() || fields.take('Z')) return true;
  if (!fields.take('+') && !fields.take('-')) return false;
  const int hour = fields.number(2);
  fields.expect(':');
  const int minute = fields.number(2);
  return fields.valid && minute < 60 && hour * 60 + minute <= 14 * 60;
}

}  // namespace

bool is_iso_date(std::string_view text) {
  Fields fields{text};
  const int year = fields.number(4);
  fields.expect('-');
  const int month = fields.number(2);
  fields.expect('-');
  const int day = fields.number(2);
  if (!fields.valid || year == 0 || month < 1 || month > 12 || day < 1 ||
      day > days_of(year, month))
    return false;
  if (fields.rest.empty()) return true;
  if (!fields.take('T') || !take_clock(fields)) return false;
  fields.expect(':');
  if (fields.number(2) >= 60 || !fields.valid) return false;
  if (fields.take('.')) {
    fields.number(1);
    while (fields.valid && !fields.rest.empty() && fields.rest[0] >= '0' &&
           fields.rest[0] <= '9')
      fields.number(1);
  }
  return fields.valid && take_zone(fields) && fields.rest.empty();
}

}  // namespace demarche
