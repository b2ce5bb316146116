#ifndef DEMARCHE_GRAPHS_SHELVES_H_
#define DEMARCHE_GRAPHS_SHELVES_H_

#include <vector>

#include "graphs/overlaps.h"

namespace demarche {

/// Places rectangles in rows from the upper left corner, tall ones first,
/// `gap` apart, so that all together are about as wide as a screen is.
void place_on_shelves(std::vector<Rectangle>& rectangles, double gap);

}  // namespace demarche

#endif
