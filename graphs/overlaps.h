#ifndef DEMARCHE_GRAPHS_OVERLAPS_H_
#define DEMARCHE_GRAPHS_OVERLAPS_H_

#include <vector>

namespace demarche {

/// By its centre.
struct Rectangle {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

bool overlap(const Rectangle& a, const Rectangle& b);

/// Moves rectangles apart until none overlap, little where it can.
void remove_overlaps(std::vector<Rectangle>& rectangles);

}  // namespace demarche

#endif
