#ifndef DEMARCHE_GRAPHS_DIAGRAM_H_
#define DEMARCHE_GRAPHS_DIAGRAM_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graphs/evidence.h"

namespace demarche {

/// Boxes and arrows with the evidence for each, ready to be drawn.
struct Diagram {
  enum class Shape {
    actor,
    event,  ///< Talks that somebody leaves; or any event of an article.
    value   ///< A time, a quantity, words.
  };
  struct Box {
    std::string iri;
    std::string label;
    std::string type;  ///< Local name of its class: "State"; or "".
    Shape shape = Shape::actor;
    double score = 0;                  ///< Of an event; see `Arrow::score`.
    bool asserted = true;              ///< False: drawn dashed.
    std::optional<std::size_t> group;  ///< Index in `groups`.
    std::vector<Evidence> evidence;    ///< Beside that of its arrows.
    /// What a box of a timeline is about, for filters.
    std::string relation;
    std::vector<std::string> actors;
  };
  /// What is drawn as one arrow.
  struct Arrow {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string label;     ///< "accuses"
    std::string property;  ///< IRI.
    /// Conflict −10 … cooperation +10 of its events, on the average; 0 for
    /// standing relations and roles.
    double score = 0;
    bool is_standing = false;
    bool asserted = false;
    /// Who says so and how surely: "Norland", "Norland: possibly"; empty for
    /// what is asserted.
    std::string claimer;
    std::size_t count = 0;
    std::vector<Evidence> evidence;  ///< `count` of them.
  };
  std::string title;
  std::vector<std::string> groups;  ///< Of boxes: a narrative, a day.
  std::vector<Box> boxes;
  std::vector<Arrow> arrows;
  /// Groups are columns, in their order: a timeline.
  bool in_columns = false;
};

/// "actor", "event", "value".
const char* name_of(Diagram::Shape shape);

/// What the label of an arrow says: "accuses ×3 [Norland]".
std::string full_label(const Diagram::Arrow& arrow);

/// "#a50f15": red for conflict, blue for cooperation, grey for 0.
const char* colour_of(double score);

}  // namespace demarche

#endif
