#include "graphs/diagram.h"

namespace demarche {

const char* name_of(Diagram::Shape shape) {
  switch (shape) {
    case Diagram::Shape::actor:
      return "actor";
    case Diagram::Shape::event:
      return "event";
    case Diagram::Shape::value:
      return "value";
  }
  return "";
}

std::string full_label(const Diagram::Arrow& arrow) {
  auto text = arrow.label;
  if (arrow.count > 1) text += " \xc3\x97" + std::to_string(arrow.count);
  if (!arrow.asserted && !arrow.claimer.empty())
    text += " [" + arrow.claimer + "]";
  return text;
}

const char* colour_of(double score) {
  if (score == 0) return "#6b6b6b";
  if (score <= -5) return "#a50f15";
  if (score < 0) return "#de2d26";
  return score < 5 ? "#3182bd" : "#08519c";
}

}  // namespace demarche
