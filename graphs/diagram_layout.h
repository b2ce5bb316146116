#ifndef DEMARCHE_GRAPHS_DIAGRAM_LAYOUT_H_
#define DEMARCHE_GRAPHS_DIAGRAM_LAYOUT_H_

#include <string>
#include <string_view>
#include <vector>

#include "graphs/diagram.h"
#include "graphs/overlaps.h"

namespace demarche {

/// Where everything of a diagram stands, in pixels from the upper left corner.
struct DiagramLayout {
  std::vector<Rectangle> boxes;
  std::vector<Rectangle> labels;  ///< Of the arrows, which go through them.
  std::vector<Rectangle> groups;  ///< Frames, or the heads of columns.
  double width = 0;
  double height = 0;
};

/// Lays a diagram out by springs (Fruchterman and Reingold 1991), group by
/// group, or in columns; then moves apart what overlaps.  No two boxes overlap,
/// and with at most `most_labels` arrows no labels do.
///
/// The widths of texts are estimates, since no font is at hand.  Takes a second
/// for 1,000 boxes; the same diagram has the same layout.
DiagramLayout lay_out(const Diagram& diagram);

inline constexpr std::size_t most_labels = 400;

/// A text as it is drawn: its beginning and "…" if it is too long for a box.
std::string shortened(std::string_view text, std::size_t most_code_points);

/// What is drawn of a box's label: more where a box tells an act.
inline std::size_t most_in_box(const Diagram& diagram) {
  return diagram.in_columns ? 60 : 30;
}
inline constexpr std::size_t most_in_label = 40;

}  // namespace demarche

#endif
