#include "graphs/time_statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "graphs/statement_check.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

/// The property of OWL-Time that `value` is in the range of, and its datatype.
std::pair<std::string_view, std::string_view> find_position(
    std::string_view value) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4>
      positions = {
          {{vocabulary::time::in_xsd_date, vocabulary::xsd::date},
           {vocabulary::time::in_xsd_date_time, vocabulary::xsd::date_time},
           {vocabulary::time::in_xsd_g_year_month,
            vocabulary::xsd::g_year_month},
           {vocabulary::time::in_xsd_g_year, vocabulary::xsd::g_year}}};
  for (const auto& position : positions)
    if (is_lexical_form(value, position.second)) return position;
  return {};
}

void describe_instant(std::string_view iri, std::string_view value,
                      StatementWriter& writer) {
  const auto [property, datatype] = find_position(value);
  writer.typed(iri, property, value, datatype);
}

void describe_end(std::string_view iri, std::string_view value,
                  StatementWriter& writer) {
  if (find_position(value).first.empty()) return;  // Open: "..".
  writer.link(iri, vocabulary::rdf::type, vocabulary::time::instant);
  describe_instant(iri, value, writer);
}

void describe_interval(std::string_view iri, std::string_view first,
                       std::string_view last, StatementWriter& writer) {
  const auto from = std::string(iri) + ";from", to = std::string(iri) + ";to";
  if (!find_position(first).first.empty())
    writer.link(iri, vocabulary::time::has_beginning, from);
  if (!find_position(last).first.empty())
    writer.link(iri, vocabulary::time::has_end, to);
  describe_end(from, first, writer);
  describe_end(to, last, writer);
}

/// An ISO duration as XML Schema writes it, which has no weeks and no parts of
/// anything but seconds: "P42D" for six weeks, "PT150S" for "PT2.5M"; "" for a
/// part of a month.
std::string xsd_duration(std::string_view value) {
  if (!value.ends_with('W') && value.find('.') == value.npos)
    return std::string(value);
  struct Unit {
    std::string_view prefix;
    char letter;
    int next;  ///< How many of the next unit make one; 0: not a whole number.
  };
  constexpr std::array<Unit, 7> units = {{{"P", 'Y', 12},
                                          {"P", 'M', 0},
                                          {"P", 'W', 7},
                                          {"P", 'D', 24},
                                          {"PT", 'H', 60},
                                          {"PT", 'M', 60},
                                          {"PT", 'S', 0}}};
  const std::string_view prefix = value.substr(0, value[1] == 'T' ? 2 : 1);
  const auto* unit = std::find_if(units.begin(), units.end(), [&](auto& one) {
    return one.prefix == prefix && one.letter == value.back();
  });
  if (unit == units.end()) return "";
  double count = 0;
  std::from_chars(value.data() + prefix.size(), value.data() + value.size(),
                  count);
  for (; unit->letter == 'W' || count != std::floor(count); ++unit) {
    if (unit->next == 0) break;
    count *= unit->next;
  }
  if (count != std::floor(count) && unit->letter != 'S') return "";
  return fmt::format("{}{}{}", unit->prefix, count, unit->letter);
}

/// First and last year or month of what EDTF writes as one: decades,
/// centuries, quarters and half-years; empty for others.
std::pair<std::string, std::string> ends_of(std::string_view value) {
  if (value.ends_with("XX") && value.size() == 4)
    return {std::string(value.substr(0, 2)) + "00",
            std::string(value.substr(0, 2)) + "99"};
  if (value.ends_with('X') && value.size() == 4)
    return {std::string(value.substr(0, 3)) + "0",
            std::string(value.substr(0, 3)) + "9"};
  if (value.size() != 7 || value[4] != '-') return {};
  int code = 0;
  std::from_chars(value.data() + 5, value.data() + 7, code);
  const int months = code >= 40 ? 6 : 3;
  const int part = code - (code >= 40 ? 40 : 33);
  if (code < 33 || part > (code >= 40 ? 1 : 3)) return {};
  const auto month = [&](int number) {
    return std::string(value.substr(0, 5)) + (number < 10 ? "0" : "") +
           std::to_string(number);
  };
  return {month(part * months + 1), month(part * months + months)};
}

/// A duration, set or time of day, which EDTF does not write; whether it is.
bool describe_without_date(std::string_view iri, std::string_view value,
                           StatementWriter& writer) {
  const bool recurs = value.starts_with("R/");
  if (recurs || value.starts_with('P')) {
    const auto duration = xsd_duration(recurs ? value.substr(2) : value);
    if (!duration.empty())
      writer.typed(iri,
                   recurs ? vocabulary::dm::recurs_every
                          : vocabulary::time::has_xsd_duration,
                   duration, vocabulary::xsd::duration);
  } else if (value.starts_with('T') && value.size() >= 6) {
    writer.typed(
        iri, vocabulary::dm::time_of_day,
        std::string(value.substr(1, 5)) + ":00" + std::string(value.substr(6)),
        vocabulary::xsd::time);
  } else {
    return false;
  }
  return true;
}

}  // namespace

void describe_time(std::string_view iri, const TimeNode& time,
                   StatementWriter& writer) {
  const std::string_view value = time.value;
  auto [first, last] = ends_of(value);
  if (const auto slash = value.find('/');
      slash != std::string_view::npos && !value.starts_with("R/")) {
    first = value.substr(0, slash);
    last = value.substr(slash + 1);
  }
  const bool is_instant = !find_position(value).first.empty();
  writer.link(iri, vocabulary::rdf::type,
              !first.empty() ? vocabulary::time::interval
              : is_instant   ? vocabulary::time::instant
                             : vocabulary::time::temporal_entity);
  if (describe_without_date(iri, value, writer)) return;
  writer.typed(iri, vocabulary::dm::edtf, value, vocabulary::edtf_datatype);
  if (is_instant) describe_instant(iri, value, writer);
  if (!first.empty()) describe_interval(iri, first, last, writer);
}

}  // namespace demarche
