#include "graphs/dot_writer.h"

#include <string_view>

namespace demarche {
namespace {

/// Without what the XML of SVG may not hold: control characters, U+FFFE and
/// U+FFFF.
std::string quoted(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto three = text.substr(i, 3);
    if (three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf") {
      quoted += ' ';
      i += 2;
      continue;
    }
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return quoted += '"';
}

std::string name_of(std::size_t box) { return "n" + std::to_string(box); }

std::string print(const Diagram::Box& box, std::size_t number) {
  auto dot = "  " + name_of(number) + " [label=" + quoted(box.label) +
             ", tooltip=" + quoted(box.iri);
  if (box.shape == Diagram::Shape::event)
    dot += ", shape=ellipse, style=\"filled" +
           std::string(box.asserted ? "" : ",dashed") + "\", fillcolor=white";
  if (box.shape == Diagram::Shape::value)
    dot += ", shape=plaintext, style=\"\"";
  if (box.score != 0) dot += ", color=" + quoted(colour_of(box.score));
  return dot + "];\n";
}

std::string print(const Diagram::Arrow& arrow) {
  const auto shade = quoted(colour_of(arrow.score));
  auto dot = "  " + name_of(arrow.from) + " -> " + name_of(arrow.to) +
             " [label=" + quoted(full_label(arrow)) + ", color=" + shade +
             ", fontcolor=" + shade;
  if (!arrow.asserted) dot += ", style=dashed";
  if (arrow.count > 1) dot += ", penwidth=2";
  return dot + "];\n";
}

/// The boxes of group `i` in a frame.
std::string print_frame(const Diagram& diagram, std::size_t i) {
  auto dot = "  subgraph cluster_" + std::to_string(i) +
             " { label=" + quoted(diagram.groups[i]) +
             "; color=\"#b0b0b0\"; fontname=\"Helvetica\";\n";
  for (std::size_t box = 0; box < diagram.boxes.size(); ++box)
    if (diagram.boxes[box].group == i) dot += print(diagram.boxes[box], box);
  return dot + "  }\n";
}

/// The boxes of group `i` below its name, right of the group before.
std::string print_column(const Diagram& diagram, std::size_t i) {
  const auto head = "g" + std::to_string(i);
  auto dot =
      "  { rank=same; " + head +
      " [shape=plaintext, style=\"\", label=" + quoted(diagram.groups[i]) +
      "];\n";
  auto chain = "  " + head;
  for (std::size_t box = 0; box < diagram.boxes.size(); ++box)
    if (diagram.boxes[box].group == i) {
      dot += print(diagram.boxes[box], box);
      chain += " -> " + name_of(box);
    }
  dot += chain + " [style=invis]; }\n";
  if (i > 0)
    dot += "  g" + std::to_string(i - 1) + " -> " + head +
           " [color=\"#b0b0b0\", arrowhead=none];\n";
  return dot;
}

}  // namespace

std::string to_dot(const Diagram& diagram) {
  std::string dot =
      "digraph relations {\n"
      "  graph [rankdir=LR, nodesep=0.4, ranksep=1.2, bgcolor=white];\n"
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f2f2f2\", "
      "color=\"#4d4d4d\", fontname=\"Helvetica\", fontsize=12];\n"
      "  edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7];\n";
  for (std::size_t i = 0; i < diagram.groups.size(); ++i)
    dot +=
        diagram.in_columns ? print_column(diagram, i) : print_frame(diagram, i);
  for (std::size_t i = 0; i < diagram.boxes.size(); ++i)
    if (!diagram.boxes[i].group) dot += print(diagram.boxes[i], i);
  for (const auto& arrow : diagram.arrows) dot += print(arrow);
  return dot + "}\n";
}

}  // namespace demarche
