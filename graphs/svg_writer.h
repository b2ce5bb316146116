#ifndef DEMARCHE_GRAPHS_SVG_WRITER_H_
#define DEMARCHE_GRAPHS_SVG_WRITER_H_

#include <string>

#include "graphs/diagram.h"

namespace demarche {

/// Whether the program was built with Graphviz.
bool can_write_svg();

/// The diagram as an SVG image, laid out by Graphviz.  Throws `Error` if the
/// program was built without it, or if it fails.  Diagrams of more than a
/// hundred boxes are laid out by springs, since layers would take minutes.
/// Not for two threads at a time: Graphviz has global state.
std::string to_svg(const Diagram& diagram);

}  // namespace demarche

#endif
