#include "graphs/time_statements.h"

#include <array>
#include <charconv>
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

/// An ISO duration as XML Schema writes it, which has no weeks: "P42D".
std::string xsd_duration(std::string_view value) {
  if (!value.ends_with('W')) return std::string(value);
  int weeks = 0;
  std::from_chars(value.data() + 1, value.data() + value.size() - 1, weeks);
  return "P" + std::to_string(7 * weeks) + "D";
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
  if (value.starts_with("R/"))
    writer.typed(iri, vocabulary::dm::recurs_every,
                 xsd_duration(value.substr(2)), vocabulary::xsd::duration);
  else if (value.starts_with('P'))
    writer.typed(iri, vocabulary::time::has_xsd_duration, xsd_duration(value),
                 vocabulary::xsd::duration);
  else if (value.starts_with('T') && value.size() >= 6)
    writer.typed(
        iri, vocabulary::dm::time_of_day,
        std::string(value.substr(1, 5)) + ":00" + std::string(value.substr(6)),
        vocabulary::xsd::time);
  else
    return false;
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
