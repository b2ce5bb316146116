#include "graphs/graphml_writer.h"

#include <algorithm>
#include <string_view>

#include "graphs/statement_writer.h"

namespace demarche {
namespace {

struct Key {
  const char* id;
  const char* owner;
  const char* type;
};

constexpr Key keys[] = {
    {"label", "node", "string"},      {"iri", "node", "string"},
    {"type", "node", "string"},       {"shape", "node", "string"},
    {"group", "node", "string"},      {"relation", "edge", "string"},
    {"property", "edge", "string"},   {"weight", "edge", "double"},
    {"score", "edge", "double"},      {"asserted", "edge", "boolean"},
    {"standing", "edge", "boolean"},  {"claimer", "edge", "string"},
    {"factuality", "edge", "string"}, {"first_date", "edge", "string"},
    {"last_date", "edge", "string"},
};

/// Without what no XML may hold: control characters, U+FFFE and U+FFFF.
std::string escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto three = text.substr(i, 3);
    if (three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf") {
      escaped += ' ';
      i += 2;
      continue;
    }
    if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '&')
      escaped += "&amp;";
    else if (static_cast<unsigned char>(c) < 0x20 && c != '\t')
      escaped += ' ';
    else
      escaped += c;
  }
  return escaped;
}

void add(std::string_view key, std::string_view value, std::string& xml) {
  if (value.empty()) return;
  xml += "      <data key=\"" + std::string(key) + "\">" + escaped(value) +
         "</data>\n";
}

const char* word(bool value) { return value ? "true" : "false"; }

void add(const Diagram& diagram, std::size_t i, std::string& xml) {
  const auto& box = diagram.boxes[i];
  xml += "    <node id=\"n" + std::to_string(i) + "\">\n";
  add("label", box.label, xml);
  add("iri", box.iri, xml);
  add("type", box.type, xml);
  add("shape", name_of(box.shape), xml);
  if (box.group) add("group", diagram.groups[*box.group], xml);
  xml += "    </node>\n";
}

void add_dates(const Diagram::Arrow& arrow, std::string& xml) {
  std::vector<std::string> dates;
  for (const auto& evidence : arrow.evidence)
    if (!evidence.date.empty()) dates.push_back(evidence.date);
  if (dates.empty()) return;
  const auto [first, last] = std::minmax_element(dates.begin(), dates.end());
  add("first_date", *first, xml);
  add("last_date", *last, xml);
}

void add(const Diagram::Arrow& arrow, std::size_t i, std::string& xml) {
  xml += "    <edge id=\"e" + std::to_string(i) + "\" source=\"n" +
         std::to_string(arrow.from) + "\" target=\"n" +
         std::to_string(arrow.to) + "\">\n";
  add("relation", arrow.label, xml);
  add("property", arrow.property, xml);
  add("weight", std::to_string(arrow.count), xml);
  add("score", print_decimal(arrow.score), xml);
  add("asserted", word(arrow.asserted), xml);
  add("standing", word(arrow.is_standing), xml);
  add("claimer", arrow.claimer, xml);
  if (!arrow.evidence.empty())  // Claimed alike, so that all have the same.
    add("factuality", name_of(arrow.evidence[0].factuality), xml);
  add_dates(arrow, xml);
  xml += "    </edge>\n";
}

}  // namespace

std::string to_graphml(const Diagram& diagram) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  for (const auto& key : keys)
    xml += "  <key id=\"" + std::string(key.id) + "\" for=\"" + key.owner +
           "\" attr.name=\"" + key.id + "\" attr.type=\"" + key.type + "\"/>\n";
  xml += "  <graph edgedefault=\"directed\">\n";
  for (std::size_t i = 0; i < diagram.boxes.size(); ++i) add(diagram, i, xml);
  for (std::size_t i = 0; i < diagram.arrows.size(); ++i)
    add(diagram.arrows[i], i, xml);
  return xml + "  </graph>\n</graphml>\n";
}

}  // namespace demarche
