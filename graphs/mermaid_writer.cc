#include "graphs/mermaid_writer.h"

#include <string_view>

namespace demarche {
namespace {

/// In quotes, with everything that Mermaid or HTML would read as its own in
/// the form of a character code.
std::string quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    const bool is_plain =
        code >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
        (c >= '0' && c <= '9') ||
        std::string_view(" .,:-'()").find(c) != std::string_view::npos;
    if (is_plain)
      quoted += c;
    else if (code < 0x20)
      quoted += ' ';
    else
      quoted += "#" + std::to_string(code) + ";";
  }
  return quoted += '"';
}

std::string print(const Diagram::Box& box, std::size_t number) {
  const auto label = quoted(box.label);
  auto line = "  n" + std::to_string(number);
  switch (box.shape) {
    case Diagram::Shape::actor:
      line += "[" + label + "]";
      break;
    case Diagram::Shape::event:
      line += "([" + label + "])";
      break;
    case Diagram::Shape::value:
      line += "[/" + label + "/]";
      break;
  }
  return line + "\n";
}

std::string print_group(const Diagram& diagram, std::size_t i) {
  auto lines = "  subgraph g" + std::to_string(i) + "[" +
               quoted(diagram.groups[i]) + "]\n";
  for (std::size_t box = 0; box < diagram.boxes.size(); ++box)
    if (diagram.boxes[box].group == i) lines += print(diagram.boxes[box], box);
  return lines + "  end\n";
}

std::string print(const Diagram::Arrow& arrow, std::size_t number) {
  const auto label = full_label(arrow);
  auto line =
      "  n" + std::to_string(arrow.from) + (arrow.asserted ? " -->" : " -.->");
  if (!label.empty()) line += "|" + quoted(label) + "|";
  line += " n" + std::to_string(arrow.to) + "\n";
  return line + "  linkStyle " + std::to_string(number) +
         " stroke:" + colour_of(arrow.score) +
         ",color:" + colour_of(arrow.score) + "\n";
}

}  // namespace

std::string to_mermaid(const Diagram& diagram) {
  std::string text = "flowchart LR\n";
  for (std::size_t i = 0; i < diagram.groups.size(); ++i)
    text += print_group(diagram, i);
  for (std::size_t i = 0; i < diagram.boxes.size(); ++i)
    if (!diagram.boxes[i].group) text += print(diagram.boxes[i], i);
  for (std::size_t i = 0; i < diagram.arrows.size(); ++i)
    text += print(diagram.arrows[i], i);
  return text;
}

}  // namespace demarche
