#include "graphs/springs.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace demarche {
namespace {

constexpr double most_pairs = 4e8;  ///< In all rounds: about a second.
constexpr double gravity = 0.06;    ///< Keeps what is not joined in sight.

/// Points strewn over a square.
std::vector<Point> strew(std::size_t size, double side) {
  std::vector<Point> points(size);
  std::uint32_t state = 1;
  const auto next = [&] {  // Of Numerical Recipes.
    state = state * 1664525U + 1013904223U;
    return static_cast<double>(state >> 8) / 16777216.0;
  };
  for (auto& point : points) {
    point.x = (next() - 0.5) * side;
    point.y = (next() - 0.5) * side;
  }
  return points;
}

void repel(const std::vector<Point>& points, double distance,
           std::vector<Point>& forces) {
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      const double x = points[i].x - points[j].x;
      const double y = points[i].y - points[j].y;
      const double push = distance * distance / (x * x + y * y + 0.01);
      forces[i].x += x * push;
      forces[i].y += y * push;
      forces[j].x -= x * push;
      forces[j].y -= y * push;
    }
}

void attract(const std::vector<Point>& points,
             const std::vector<std::pair<std::size_t, std::size_t>>& springs,
             double distance, std::vector<Point>& forces) {
  for (const auto& [a, b] : springs) {
    const double x = points[b].x - points[a].x;
    const double y = points[b].y - points[a].y;
    const double pull = std::sqrt(x * x + y * y) / distance;
    forces[a].x += x * pull;
    forces[a].y += y * pull;
    forces[b].x -= x * pull;
    forces[b].y -= y * pull;
  }
}

void move(const std::vector<Point>& forces, double most,
          std::vector<Point>& points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double x = forces[i].x - gravity * points[i].x;
    const double y = forces[i].y - gravity * points[i].y;
    const double length = std::sqrt(x * x + y * y) + 0.01;
    const double part = std::min(length, most) / length;
    points[i].x += x * part;
    points[i].y += y * part;
  }
}

}  // namespace

std::vector<Point> place_by_springs(
    std::size_t size,
    const std::vector<std::pair<std::size_t, std::size_t>>& springs,
    double distance) {
  const auto count = static_cast<double>(size);
  const double side = distance * std::sqrt(count);
  auto points = strew(size, side);
  const double rounds =
      std::clamp(most_pairs / (count * count + 1), 20.0, 400.0);
  for (double round = 0; round < rounds; ++round) {
    std::vector<Point> forces(size);
    repel(points, distance, forces);
    attract(points, springs, distance, forces);
    move(forces, side / 8 * (1 - round / rounds) + 1, points);
  }
  return points;
}

}  // namespace demarche
