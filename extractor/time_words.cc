#include "extractor/time_words.h"

#include <array>
#include <utility>

namespace demarche {
namespace {

template <class Value, std::size_t size>
using Table = std::array<std::pair<std::string_view, Value>, size>;

template <class Value, std::size_t size>
std::optional<Value> look_up(const Table<Value, size>& table,
                             std::string_view word) {
  for (const auto& [name, value] : table)
    if (name == word) return value;
  return std::nullopt;
}

constexpr Table<int, 24> months = {{
    {"january", 1},   {"jan", 1},    {"february", 2},  {"feb", 2},
    {"march", 3},     {"mar", 3},    {"april", 4},     {"apr", 4},
    {"may", 5},       {"june", 6},   {"jun", 6},       {"july", 7},
    {"jul", 7},       {"august", 8}, {"aug", 8},       {"september", 9},
    {"sept", 9},      {"sep", 9},    {"october", 10},  {"oct", 10},
    {"november", 11}, {"nov", 11},   {"december", 12}, {"dec", 12},
}};

constexpr Table<int, 18> weekdays = {{
    {"monday", 0},
    {"tuesday", 1},
    {"wednesday", 2},
    {"thursday", 3},
    {"friday", 4},
    {"saturday", 5},
    {"sunday", 6},
    {"mon.", 0},
    {"tue.", 1},
    {"tues.", 1},
    {"wed.", 2},
    {"thu.", 3},
    {"thur.", 3},
    {"thurs.", 3},
    {"thurs", 3},
    {"fri.", 4},
    {"sat.", 5},
    {"sun.", 6},
}};

constexpr Table<int, 5> seasons = {{
    {"spring", 21},
    {"summer", 22},
    {"autumn", 23},
    {"fall", 23},
    {"winter", 24},
}};

constexpr Table<TimeUnit, 28> units = {{
    {"second", TimeUnit::second},    {"seconds", TimeUnit::second},
    {"minute", TimeUnit::minute},    {"minutes", TimeUnit::minute},
    {"mins", TimeUnit::minute},      {"hour", TimeUnit::hour},
    {"hours", TimeUnit::hour},       {"hrs", TimeUnit::hour},
    {"day", TimeUnit::day},          {"days", TimeUnit::day},
    {"night", TimeUnit::day},        {"nights", TimeUnit::day},
    {"weekend", TimeUnit::weekend},  {"weekends", TimeUnit::weekend},
    {"week", TimeUnit::week},        {"weeks", TimeUnit::week},
    {"month", TimeUnit::month},      {"months", TimeUnit::month},
    {"season", TimeUnit::season},    {"quarter", TimeUnit::quarter},
    {"quarters", TimeUnit::quarter}, {"year", TimeUnit::year},
    {"years", TimeUnit::year},       {"yrs", TimeUnit::year},
    {"decade", TimeUnit::decade},    {"decades", TimeUnit::decade},
    {"century", TimeUnit::century},  {"centuries", TimeUnit::century},
}};

constexpr Table<int, 5> day_offsets = {{
    {"today", 0},
    {"tonight", 0},
    {"yesterday", -1},
    {"tomorrow", 1},
    {"overmorrow", 2},
}};

constexpr Table<int, 10> directions = {{
    {"last", -1},
    {"past", -1},
    {"previous", -1},
    {"preceding", -1},
    {"this", 0},
    {"current", 0},
    {"next", 1},
    {"coming", 1},
    {"upcoming", 1},
    {"following", 1},
}};

constexpr Table<int, 11> parts = {{
    {"early", 0},
    {"beginning", 0},
    {"start", 0},
    {"mid", 1},
    {"middle", 1},
    {"late", 2},
    {"end", 2},
    {"close", 2},
    {"turn", 0},
    {"outset", 0},
    {"dawn", 0},
}};

constexpr Table<TimeUnit, 9> frequencies = {{
    {"hourly", TimeUnit::hour},
    {"daily", TimeUnit::day},
    {"nightly", TimeUnit::day},
    {"weekly", TimeUnit::week},
    {"monthly", TimeUnit::month},
    {"quarterly", TimeUnit::quarter},
    {"yearly", TimeUnit::year},
    {"annually", TimeUnit::year},

    {"fortnightly", TimeUnit::week},
}};

constexpr Table<int, 8> decade_names = {{
    {"twenties", 20},
    {"thirties", 30},
    {"forties", 40},
    {"fifties", 50},
    {"sixties", 60},
    {"seventies", 70},
    {"eighties", 80},
    {"nineties", 90},
}};

constexpr Table<int, 3> hours = {{
    {"noon", 12},
    {"midday", 12},
    {"midnight", 0},
}};

constexpr std::array<std::string_view, 8> parts_of_day = {
    "morning", "mornings", "afternoon", "evening",
    "night",   "noon",     "midday",    "midnight"};

constexpr std::array<std::string_view, 6> vague_numbers = {
    "few", "several", "many", "some", "recent", "numerous"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words,
           std::string_view word) {
  for (const std::string_view one : words)
    if (one == word) return true;
  return false;
}

}  // namespace

std::optional<int> month_named(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return look_up(months, word);
}
std::optional<int> weekday_named(std::string_view word) {
  return look_up(weekdays, word);
}
std::optional<int> season_named(std::string_view word) {
  return look_up(seasons, word);
}
std::optional<TimeUnit> unit_named(std::string_view word) {
  return look_up(units, word);
}
std::optional<int> day_offset(std::string_view word) {
  return look_up(day_offsets, word);
}
std::optional<int> direction_of(std::string_view word) {
  return look_up(directions, word);
}
std::optional<int> part_named(std::string_view word) {
  return look_up(parts, word);
}
std::optional<TimeUnit> frequency_named(std::string_view word) {
  return look_up(frequencies, word);
}
std::optional<int> decade_named(std::string_view word) {
  return look_up(decade_names, word);
}
std::optional<int> hour_named(std::string_view word) {
  return look_up(hours, word);
}
bool is_part_of_day(std::string_view word) { return holds(parts_of_day, word); }
bool is_vague_number(std::string_view word) {
  return holds(vague_numbers, word);
}

}  // namespace demarche
