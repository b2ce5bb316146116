#include "graphs/shelves.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace demarche {
namespace {

constexpr double screen = 1.7;  ///< Width by height.

}  // namespace

void place_on_shelves(std::vector<Rectangle>& rectangles, double gap) {
  double area = 0, widest = 0;
  std::vector<std::size_t> order;
  for (const auto& rectangle : rectangles) {
    order.push_back(order.size());
    area += (rectangle.width + gap) * (rectangle.height + gap);
    widest = std::max(widest, rectangle.width);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return rectangles[a].height > rectangles[b].height;
                   });
  const double width = std::max(widest, std::sqrt(area * screen));
  double left = 0, top = 0, shelf = 0;
  for (const auto i : order) {
    auto& rectangle = rectangles[i];
    if (left > 0 && left + rectangle.width > width) {
      top += shelf + gap;
      left = shelf = 0;
    }
    rectangle.x = left + rectangle.width / 2;
    rectangle.y = top + rectangle.height / 2;
    left += rectangle.width + gap;
    shelf = std::max(shelf, rectangle.height);
  }
}

}  // namespace demarche
