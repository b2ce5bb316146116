#ifndef DEMARCHE_GRAPHS_GRAPHML_WRITER_H_
#define DEMARCHE_GRAPHS_GRAPHML_WRITER_H_

#include <string>

#include "graphs/diagram.h"

namespace demarche {

/// A diagram as GraphML, for Gephi, yEd, igraph or networkx: a node a box and
/// an edge an arrow, with its count as `weight`, its score, its first and last
/// date, and who claims it.
std::string to_graphml(const Diagram& diagram);

}  // namespace demarche

#endif
