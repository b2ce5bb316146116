#include "graphs/timeline_diagram.h"

#include <map>
#include <string>
#include <utility>

namespace demarche {
namespace {

/// "Norland accuses Sudmark [Estia: possibly]"
std::string label_of_row(const RelationTable& table,
                         const RelationTable::Row& row) {
  auto label = table.actors.at(row.from).label + " " + row.label + " " +
               table.actors.at(row.to).label;
  if (!row.asserted) label += " [" + last_claimer(row.evidence) + "]";
  return label;
}

/// Before and after all dates.
bool comes_before(const std::string& a, const std::string& b) {
  return a.empty() != b.empty() ? b.empty() : a < b;
}

}  // namespace

Diagram timeline_diagram(const RelationTable& table) {
  std::map<std::string, std::map<std::string, Diagram::Box>,
           decltype(&comes_before)>
      days(&comes_before);
  for (const auto& row : table.rows) {
    if (row.is_standing) continue;
    auto label = label_of_row(table, row);
    auto& box = days[row.evidence.date][label];
    box.label = std::move(label);
    box.iri = row.property;
    box.shape = Diagram::Shape::event;
    box.score = row.score;
    box.asserted = row.asserted;
    box.relation = row.label;
    box.actors = {table.actors.at(row.from).label,
                  table.actors.at(row.to).label};
    box.evidence.push_back(row.evidence);
  }
  Diagram diagram;
  diagram.in_columns = true;
  for (auto& [day, boxes] : days) {
    for (auto& [label, box] : boxes) {
      box.group = diagram.groups.size();
      diagram.boxes.push_back(std::move(box));
    }
    diagram.groups.push_back(day.empty() ? "no date" : day);
  }
  return diagram;
}

}  // namespace demarche
