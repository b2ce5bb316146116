#include "graphs/diagram_layout.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "extractor/utf8.h"
#include "graphs/shelves.h"
#include "graphs/springs.h"

namespace demarche {
namespace {

constexpr double margin = 24;
constexpr double between_groups = 40;
constexpr double line_height = 20;

/// Of a text in pixels: letters of average width at the page's font size.
double width_of(std::string_view text, double letter) {
  return letter * static_cast<double>(count_code_points(text));
}

Rectangle size_of(const Diagram::Box& box, std::size_t most) {
  return {0, 0, width_of(shortened(box.label, most), 7.6) + 24, 30};
}

Rectangle size_of(const Diagram::Arrow& arrow) {
  return {0, 0, width_of(shortened(full_label(arrow), most_in_label), 6.2) + 10,
          18};
}

/// The bounds of rectangles.
struct Bounds {
  double left = std::numeric_limits<double>::max();
  double top = std::numeric_limits<double>::max();
  double right = std::numeric_limits<double>::lowest();
  double bottom = std::numeric_limits<double>::lowest();

  void add(const Rectangle& r) {
    left = std::min(left, r.x - r.width / 2);
    right = std::max(right, r.x + r.width / 2);
    top = std::min(top, r.y - r.height / 2);
    bottom = std::max(bottom, r.y + r.height / 2);
  }
  bool is_empty() const { return left > right; }
};

/// Boxes that are placed together, with the arrows between them.
struct Cluster {
  std::vector<std::size_t> boxes;
  std::vector<std::size_t> arrows;
  Bounds bounds;
};

class LayoutMaker {
 public:
  explicit LayoutMaker(const Diagram& diagram) : diagram_(diagram) {
    for (const auto& box : diagram.boxes)
      layout_.boxes.push_back(size_of(box, most_in_box(diagram)));
    for (const auto& arrow : diagram.arrows)
      layout_.labels.push_back(size_of(arrow));
    layout_.groups.resize(diagram.groups.size());
  }

  DiagramLayout make() {
    if (diagram_.in_columns)
      place_columns();
    else
      place_groups();
    move_to_corner();
    return std::move(layout_);
  }

 private:
  std::vector<std::size_t> members(std::optional<std::size_t> group) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < diagram_.boxes.size(); ++i)
      if (diagram_.boxes[i].group == group) found.push_back(i);
    return found;
  }

  void place_columns();
  void place_groups();
  bool is_inside(const Diagram::Arrow& arrow,
                 std::optional<std::size_t> group) const {
    return diagram_.boxes[arrow.from].group == group &&
           diagram_.boxes[arrow.to].group == group;
  }
  std::vector<Cluster> components(std::optional<std::size_t> group) const;
  Cluster place_cluster(std::optional<std::size_t> group);
  void place_component(Cluster& cluster);
  double mean_width(const std::vector<std::size_t>& arrows) const;
  void move(const Cluster& cluster, double x, double y);
  void place_labels(const std::vector<std::size_t>& arrows);
  void separate(const std::vector<std::size_t>& boxes,
                const std::vector<std::size_t>& arrows);
  void move_to_corner();

  const Diagram& diagram_;
  DiagramLayout layout_;
};

void LayoutMaker::place_columns() {
  double left = 0;
  for (std::size_t group = 0; group < diagram_.groups.size(); ++group) {
    double width = width_of(diagram_.groups[group], 8) + 16, y = 50;
    const auto boxes = members(group);
    for (const auto box : boxes)
      width = std::max(width, layout_.boxes[box].width);
    for (const auto box : boxes) {
      layout_.boxes[box].x = left + width / 2;
      layout_.boxes[box].y = y;
      y += layout_.boxes[box].height + 10;
    }
    layout_.groups[group] = {left + width / 2, 0, width, line_height};
    left += width + margin;
  }
  std::vector<std::size_t> all(diagram_.arrows.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  place_labels(all);
}

/// In the middle of their arrows; those of one pair below each other.
void LayoutMaker::place_labels(const std::vector<std::size_t>& arrows) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> pairs;
  for (const auto i : arrows)
    pairs[std::minmax(diagram_.arrows[i].from, diagram_.arrows[i].to)]
        .push_back(i);
  for (const auto& [pair, parallel] : pairs) {
    const auto& a = layout_.boxes[pair.first];
    const auto& b = layout_.boxes[pair.second];
    double y = (a.y + b.y) / 2 -
               line_height * static_cast<double>(parallel.size() - 1) / 2;
    for (const auto i : parallel) {
      layout_.labels[i].x = (a.x + b.x) / 2;
      layout_.labels[i].y = y;
      y += line_height;
    }
  }
}

void LayoutMaker::separate(const std::vector<std::size_t>& boxes,
                           const std::vector<std::size_t>& arrows) {
  std::vector<Rectangle*> things;
  for (const auto box : boxes) things.push_back(&layout_.boxes[box]);
  if (diagram_.arrows.size() <= most_labels)
    for (const auto arrow : arrows) things.push_back(&layout_.labels[arrow]);
  std::vector<Rectangle> rectangles;
  for (const auto* thing : things) rectangles.push_back(*thing);
  remove_overlaps(rectangles);
  for (std::size_t i = 0; i < things.size(); ++i) *things[i] = rectangles[i];
}

/// Of the labels of arrows; 0 of none.
double LayoutMaker::mean_width(const std::vector<std::size_t>& arrows) const {
  double sum = 0;
  for (const auto arrow : arrows) sum += layout_.labels[arrow].width;
  return arrows.empty() ? 0 : sum / static_cast<double>(arrows.size());
}

/// Places boxes that arrows join around the origin.
void LayoutMaker::place_component(Cluster& cluster) {
  std::map<std::size_t, std::size_t> place_of;
  for (const auto box : cluster.boxes) place_of.emplace(box, place_of.size());
  std::set<std::pair<std::size_t, std::size_t>> springs;
  for (const auto i : cluster.arrows)
    springs.insert(std::minmax(place_of.at(diagram_.arrows[i].from),
                               place_of.at(diagram_.arrows[i].to)));
  const auto points =
      place_by_springs(cluster.boxes.size(), {springs.begin(), springs.end()},
                       60 + mean_width(cluster.arrows) / 3);
  for (std::size_t i = 0; i < points.size(); ++i) {
    layout_.boxes[cluster.boxes[i]].x = points[i].x * 1.6;  // Texts are wide.
    layout_.boxes[cluster.boxes[i]].y = points[i].y;
  }
  place_labels(cluster.arrows);
  separate(cluster.boxes, cluster.arrows);
  for (const auto box : cluster.boxes) cluster.bounds.add(layout_.boxes[box]);
  for (const auto arrow : cluster.arrows)
    cluster.bounds.add(layout_.labels[arrow]);
}

/// What arrows inside a group join, a cluster each, not yet placed.
std::vector<Cluster> LayoutMaker::components(
    std::optional<std::size_t> group) const {
  std::vector<std::size_t> first(diagram_.boxes.size());
  for (std::size_t i = 0; i < first.size(); ++i) first[i] = i;
  const auto find = [&](std::size_t i) {
    while (first[i] != i) i = first[i] = first[first[i]];
    return i;
  };
  for (const auto& arrow : diagram_.arrows)
    if (is_inside(arrow, group)) {
      const auto a = find(arrow.from), b = find(arrow.to);
      first[std::max(a, b)] = std::min(a, b);
    }
  std::map<std::size_t, Cluster> clusters;
  for (const auto box : members(group))
    clusters[find(box)].boxes.push_back(box);
  for (std::size_t i = 0; i < diagram_.arrows.size(); ++i)
    if (is_inside(diagram_.arrows[i], group))
      clusters[find(diagram_.arrows[i].from)].arrows.push_back(i);
  std::vector<Cluster> list;
  for (auto& [box, cluster] : clusters) list.push_back(std::move(cluster));
  return list;
}

/// Places the boxes of a group below and to the right of the origin.
Cluster LayoutMaker::place_cluster(std::optional<std::size_t> group) {
  auto parts = components(group);
  std::vector<Rectangle> places;
  for (auto& part : parts) {
    place_component(part);
    places.push_back({0, 0, part.bounds.right - part.bounds.left,
                      part.bounds.bottom - part.bounds.top});
  }
  place_on_shelves(places, between_groups);
  Cluster whole;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto& bounds = parts[i].bounds;
    move(parts[i], places[i].x - (bounds.left + bounds.right) / 2,
         places[i].y - (bounds.top + bounds.bottom) / 2);
    whole.bounds.add(places[i]);
    for (const auto box : parts[i].boxes) whole.boxes.push_back(box);
    for (const auto arrow : parts[i].arrows) whole.arrows.push_back(arrow);
  }
  return whole;
}

void LayoutMaker::move(const Cluster& cluster, double x, double y) {
  const auto move_one = [&](Rectangle& rectangle) {
    rectangle.x += x;
    rectangle.y += y;
  };
  for (const auto box : cluster.boxes) move_one(layout_.boxes[box]);
  for (const auto arrow : cluster.arrows) move_one(layout_.labels[arrow]);
}

void LayoutMaker::place_groups() {
  double left = 0;
  std::vector<bool> is_placed(diagram_.arrows.size());
  for (std::size_t i = 0; i <= diagram_.groups.size(); ++i) {
    const bool is_group = i < diagram_.groups.size();
    const auto cluster =
        place_cluster(is_group ? std::optional(i) : std::nullopt);
    const auto& bounds = cluster.bounds;
    if (bounds.is_empty()) continue;
    for (const auto arrow : cluster.arrows) is_placed[arrow] = true;
    double width = bounds.right - bounds.left + 2 * margin;
    if (is_group) {
      width = std::max(width, width_of(diagram_.groups[i], 8) + margin);
      const double height =
          bounds.bottom - bounds.top + 2 * margin + line_height;
      layout_.groups[i] = {left + width / 2, height / 2, width, height};
    }
    move(cluster, left + (width - bounds.left - bounds.right) / 2,
         margin + line_height - bounds.top);
    left += width + between_groups;
  }
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < is_placed.size(); ++i)
    if (!is_placed[i]) others.push_back(i);
  place_labels(others);
}

void LayoutMaker::move_to_corner() {
  Bounds bounds;
  for (auto* list : {&layout_.boxes, &layout_.labels, &layout_.groups})
    for (const auto& rectangle : *list)
      if (rectangle.width > 0) bounds.add(rectangle);
  if (bounds.is_empty()) return;
  for (auto* list : {&layout_.boxes, &layout_.labels, &layout_.groups})
    for (auto& rectangle : *list) {
      rectangle.x += margin - bounds.left;
      rectangle.y += margin - bounds.top;
    }
  layout_.width = bounds.right - bounds.left + 2 * margin;
  layout_.height = bounds.bottom - bounds.top + 2 * margin;
}

}  // namespace

std::string shortened(std::string_view text, std::size_t most_code_points) {
  if (count_code_points(text) <= most_code_points) return std::string(text);
  std::size_t end = 0;
  for (std::size_t i = 0; i + 1 < most_code_points; ++i)
    end += code_point_at(text, end).size;
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + "\xe2\x80\xa6";
}

DiagramLayout lay_out(const Diagram& diagram) {
  return LayoutMaker(diagram).make();
}

}  // namespace demarche
