#include "graphs/diagram.h"

namespace demarche {

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
