// First rectangles push each other apart, each pair along the axis on which
// it overlaps less.  What that leaves after some rounds is pushed down, from
// above to below, until it is free.

#include "graphs/overlaps.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace demarche {
namespace {

constexpr int most_rounds = 60;
constexpr double gap = 4;

double depth_x(const Rectangle& a, const Rectangle& b) {
  return (a.width + b.width) / 2 + gap - std::abs(a.x - b.x);
}

double depth_y(const Rectangle& a, const Rectangle& b) {
  return (a.height + b.height) / 2 + gap - std::abs(a.y - b.y);
}

/// Moves both half of the way, and a little more, so that rounding cannot
/// leave them touching.
void push(double depth, double& low, double& high) {
  const double way = depth / 2 + 0.01;
  low -= way;
  high += way;
}

bool push_apart(Rectangle& a, Rectangle& b) {
  const double x = depth_x(a, b), y = depth_y(a, b);
  if (x <= 0 || y <= 0) return false;
  if (y <= x)
    a.y <= b.y ? push(y, a.y, b.y) : push(y, b.y, a.y);
  else
    a.x <= b.x ? push(x, a.x, b.x) : push(x, b.x, a.x);
  return true;
}

/// The numbers of the rectangles from left to right.
std::vector<std::size_t> by_left(const std::vector<Rectangle>& rectangles) {
  std::vector<std::size_t> order(rectangles.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return rectangles[a].x - rectangles[a].width / 2 <
                            rectangles[b].x - rectangles[b].width / 2;
                   });
  return order;
}

bool push_all(std::vector<Rectangle>& rectangles) {
  const auto order = by_left(rectangles);
  bool any = false;
  for (std::size_t i = 0; i < order.size(); ++i) {
    auto& a = rectangles[order[i]];
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      auto& b = rectangles[order[j]];
      if (b.x - b.width / 2 > a.x + a.width / 2 + 2 * gap) break;
      any = push_apart(a, b) || any;
    }
  }
  return any;
}

void push_down(std::vector<Rectangle>& rectangles) {
  std::vector<std::size_t> order(rectangles.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return rectangles[a].y < rectangles[b].y;
                   });
  for (std::size_t i = 0; i < order.size(); ++i) {
    auto& moved = rectangles[order[i]];
    for (bool is_free = false; !is_free;) {
      is_free = true;
      for (std::size_t j = 0; j < i; ++j) {
        const auto& fixed = rectangles[order[j]];
        if (!overlap(fixed, moved)) continue;
        moved.y = fixed.y + (fixed.height + moved.height) / 2 + gap;
        is_free = false;
      }
    }
  }
}

}  // namespace

bool overlap(const Rectangle& a, const Rectangle& b) {
  return std::abs(a.x - b.x) < (a.width + b.width) / 2 &&
         std::abs(a.y - b.y) < (a.height + b.height) / 2;
}

void remove_overlaps(std::vector<Rectangle>& rectangles) {
  for (int round = 0; round < most_rounds; ++round)
    if (!push_all(rectangles)) return;
  push_down(rectangles);
}

}  // namespace demarche
