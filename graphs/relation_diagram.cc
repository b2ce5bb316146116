#include "graphs/relation_diagram.h"

#include <map>
#include <string>
#include <tuple>

namespace demarche {
namespace {

/// What must agree for rows to be one arrow.
using Key = std::tuple<std::string, std::string, std::string, std::string>;

void add(const RelationTable::Row& row, Diagram::Arrow& arrow) {
  arrow.label = row.label;
  arrow.property = row.property;
  arrow.is_standing = row.is_standing;
  arrow.asserted = row.asserted;
  arrow.score += row.score;  // The sum, until all rows are there.
  ++arrow.count;
  arrow.evidence.push_back(row.evidence);
}

}  // namespace

Diagram relation_diagram(const RelationTable& table) {
  std::map<Key, Diagram::Arrow> arrows;
  std::map<std::string, std::size_t> place_of;
  for (const auto& row : table.rows) {
    const auto claimer = row.asserted ? "" : last_claimer(row.evidence);
    add(row, arrows[{row.from, row.to, row.label, claimer}]);
    place_of.emplace(row.from, 0);
    place_of.emplace(row.to, 0);
  }
  Diagram diagram;
  for (auto& [iri, place] : place_of) {
    place = diagram.boxes.size();
    const auto& actor = table.actors.at(iri);
    Diagram::Box box;
    box.iri = iri;
    box.label = actor.label;
    box.type = actor.type;
    if (actor.is_event) box.shape = Diagram::Shape::event;
    diagram.boxes.push_back(std::move(box));
  }
  for (auto& [key, arrow] : arrows) {
    arrow.from = place_of[std::get<0>(key)];
    arrow.to = place_of[std::get<1>(key)];
    arrow.claimer = std::get<3>(key);
    arrow.score /= static_cast<double>(arrow.count);
    diagram.arrows.push_back(std::move(arrow));
  }
  return diagram;
}

}  // namespace demarche
