#include "graphs/triple_values.h"

#include <algorithm>
#include <array>

#include "graphs/nquads.h"
#include "graphs/statement_check.h"
#include "ontology/sort_unique.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace xsd = vocabulary::xsd;

bool is_decimal(std::string_view datatype) {
  constexpr std::string_view space = "http://www.w3.org/2001/XMLSchema#";
  constexpr std::array names = {
      "decimal", "integer", "nonNegativeInteger", "positiveInteger", "long",
      "int",     "short",   "unsignedInt"};
  if (!datatype.starts_with(space)) return false;
  datatype.remove_prefix(space.size());
  return std::find(names.begin(), names.end(), datatype) != names.end();
}

/// "-2.5" of "-02.50".
std::string canonical_decimal(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  while (text.starts_with('0')) text.remove_prefix(1);
  if (text.find('.') != std::string_view::npos) {
    while (text.ends_with('0')) text.remove_suffix(1);
    if (text.ends_with('.')) text.remove_suffix(1);
  }
  if (text.empty()) return "0";
  return (is_negative ? "-" : "") + std::string(text);
}

}  // namespace

std::vector<std::string> triple_values(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    auto statement = parse_nquad(line);
    if (!statement) continue;
    auto& object = statement->object;
    if (is_decimal(object.datatype) &&
        is_lexical_form(object.text, xsd::decimal)) {
      object.text = canonical_decimal(object.text);
      object.datatype = xsd::decimal;
    }
    lines.push_back(print_nquad(*statement));
  }
  sort_unique(lines);
  return lines;
}

}  // namespace demarche
