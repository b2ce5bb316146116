#include "graphs/time_statements.h"

#include <array>
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

}  // namespace

void describe_time(std::string_view iri, const TimeNode& time,
                   StatementWriter& writer) {
  const std::string_view value = time.value;
  const auto slash = value.find('/');
  const bool is_span = slash != std::string_view::npos;
  const bool is_instant = !find_position(value).first.empty();
  writer.link(iri, vocabulary::rdf::type,
              is_span      ? vocabulary::time::interval
              : is_instant ? vocabulary::time::instant
                           : vocabulary::time::temporal_entity);
  if (is_lexical_form(value, vocabulary::xsd::duration))
    return writer.typed(iri, vocabulary::time::has_xsd_duration, value,
                        vocabulary::xsd::duration);
  writer.typed(iri, vocabulary::dm::edtf, value, vocabulary::edtf_datatype);
  if (is_instant) describe_instant(iri, value, writer);
  if (is_span)
    describe_interval(iri, value.substr(0, slash), value.substr(slash + 1),
                      writer);
}

}  // namespace demarche
