#include "tests/diagram_builder.h"

#include <random>
#include <string>

namespace demarche {

Diagram random_diagram(int boxes, int arrows) {
  std::mt19937 random(3);
  const auto below = [&](int size) {
    return static_cast<std::size_t>(random()) % static_cast<std::size_t>(size);
  };
  Diagram diagram;
  for (int i = 0; i < boxes; ++i) {
    Diagram::Box box;
    box.iri = "urn:" + std::to_string(i);
    box.label = "Republic " + std::string(below(12), 'o') + std::to_string(i);
    diagram.boxes.push_back(box);
  }
  for (int i = 0; i < arrows && boxes > 1; ++i) {
    Diagram::Arrow arrow;
    arrow.from = below(boxes);
    arrow.to =
        (arrow.from + 1 + below(boxes - 1)) % static_cast<std::size_t>(boxes);
    arrow.label = i % 2 == 0 ? "accuses" : "negotiates with";
    arrow.score = i % 2 == 0 ? -2 : 4;
    arrow.asserted = i % 3 != 0;
    if (!arrow.asserted) arrow.claimer = "Norland: possibly";
    Evidence evidence;
    evidence.excerpt = {"It ", arrow.label, " them."};
    evidence.article = {"https://news.example/1", "A title", "", "The Post"};
    evidence.date = "2024-05-0" + std::to_string(i % 9 + 1);
    arrow.evidence = {evidence};
    arrow.count = 1;
    diagram.arrows.push_back(arrow);
  }
  return diagram;
}

}  // namespace demarche
