#include "graphs/dot_writer.h"

#include <string_view>

namespace demarche {
namespace {

std::string quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n' || c == '\r' || c == '\t')
      quoted += ' ';
    else
      quoted += c;
  }
  return quoted += '"';
}

std::string_view colour(const RelationDiagram::Arrow& arrow) {
  if (arrow.is_standing || arrow.score == 0) return "#6b6b6b";
  if (arrow.score <= -5) return "#a50f15";
  if (arrow.score < 0) return "#de2d26";
  return arrow.score < 5 ? "#3182bd" : "#08519c";
}

std::string label(const RelationDiagram::Arrow& arrow) {
  auto text = arrow.label;
  if (arrow.count > 1) text += " \xc3\x97" + std::to_string(arrow.count);
  if (!arrow.asserted) text += " [" + arrow.claimer + "]";
  return text;
}

}  // namespace

std::string to_dot(const RelationDiagram& diagram) {
  std::string dot =
      "digraph relations {\n"
      "  graph [rankdir=LR, nodesep=0.4, ranksep=1.2, bgcolor=white];\n"
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f2f2f2\", "
      "color=\"#4d4d4d\", fontname=\"Helvetica\", fontsize=12];\n"
      "  edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7];\n";
  for (std::size_t i = 0; i < diagram.boxes.size(); ++i) {
    const auto& box = diagram.boxes[i];
    dot += "  n" + std::to_string(i) + " [label=" + quoted(box.label) +
           ", tooltip=" + quoted(box.iri);
    if (box.is_event) dot += ", shape=ellipse, style=filled, fillcolor=white";
    dot += "];\n";
  }
  for (const auto& arrow : diagram.arrows) {
    const auto shade = quoted(colour(arrow));
    dot += "  n" + std::to_string(arrow.from) + " -> n" +
           std::to_string(arrow.to) + " [label=" + quoted(label(arrow)) +
           ", color=" + shade + ", fontcolor=" + shade;
    if (!arrow.asserted) dot += ", style=dashed";
    if (arrow.count > 1) dot += ", penwidth=2";
    dot += "];\n";
  }
  return dot + "}\n";
}

}  // namespace demarche
