#ifndef DEMARCHE_GRAPHS_DOT_WRITER_H_
#define DEMARCHE_GRAPHS_DOT_WRITER_H_

#include <string>

#include "graphs/relation_diagram.h"

namespace demarche {

/// A diagram in Graphviz's language: red for conflict, blue for cooperation,
/// grey for standing relations; dashed, with the claimer's name in brackets,
/// for what is only claimed.
std::string to_dot(const RelationDiagram& diagram);

}  // namespace demarche

#endif
