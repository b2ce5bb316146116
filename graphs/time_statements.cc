#include "graphs/time_statements.h"

#include <array>
#include <string>
#include <utility>

#include "graphs/statement_check.h"
#include "graphs/terms.h"

namespace demarche {
namespace {

/// The property of OWL-Time that `value` is in the range of, and its datatype.
std::pair<std::string_view, std::string_view> find_position(
    std::string_view value) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4>
      positions = {{{terms::time_in_date, terms::xsd_date},
                    {terms::time_in_date_time, terms::xsd_date_time},
                    {terms::time_in_year_month, terms::xsd_year_month},
                    {terms::time_in_year, terms::xsd_year}}};
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
  writer.link(iri, terms::rdf_type, terms::time_instant);
  describe_instant(iri, value, writer);
}

void describe_interval(std::string_view iri, std::string_view first,
                       std::string_view last, StatementWriter& writer) {
  const auto from = std::string(iri) + ";from", to = std::string(iri) + ";to";
  if (!find_position(first).first.empty())
    writer.link(iri, terms::time_has_beginning, from);
  if (!find_position(last).first.empty())
    writer.link(iri, terms::time_has_end, to);
  describe_end(from, first, writer);
  describe_end(to, last, writer);
}

}  // namespace

void describe_time(std::string_view iri, const TimeNode& time,
                   StatementWriter& writer) {
  const std::string_view value = time.value;
  const auto slash = value.find('/');
  const bool is_span = slash != std::string_view::npos;
  const bool is_instant = !find_position(value).first.empty();
  writer.link(iri, terms::rdf_type,
              is_span      ? terms::time_interval
              : is_instant ? terms::time_instant
                           : terms::time_temporal_entity);
  if (is_lexical_form(value, terms::xsd_duration))
    return writer.typed(iri, terms::time_has_duration, value,
                        terms::xsd_duration);
  writer.typed(iri, terms::of_demarche("edtf"), value, terms::edtf);
  if (is_instant) describe_instant(iri, value, writer);
  if (is_span)
    describe_interval(iri, value.substr(0, slash), value.substr(slash + 1),
                      writer);
}

}  // namespace demarche
