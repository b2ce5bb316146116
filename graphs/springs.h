#ifndef DEMARCHE_GRAPHS_SPRINGS_H_
#define DEMARCHE_GRAPHS_SPRINGS_H_

#include <cstddef>
#include <utility>
#include <vector>

namespace demarche {

struct Point {
  double x = 0;
  double y = 0;
};

/// Places `size` points so that those that a spring joins are about `distance`
/// apart and the others farther (Fruchterman and Reingold 1991).  Starts from
/// the same places each time.
std::vector<Point> place_by_springs(
    std::size_t size,
    const std::vector<std::pair<std::size_t, std::size_t>>& springs,
    double distance);

}  // namespace demarche

#endif
