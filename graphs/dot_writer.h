#ifndef DEMARCHE_GRAPHS_DOT_WRITER_H_
#define DEMARCHE_GRAPHS_DOT_WRITER_H_

#include <string>

#include "graphs/diagram.h"

namespace demarche {

/// A diagram in Graphviz's language: red for conflict, blue for cooperation,
/// grey for neither; dashed, with the claimer's name in brackets, for what is
/// only claimed.  Groups are framed, or ranks from left to right.
std::string to_dot(const Diagram& diagram);

}  // namespace demarche

#endif
