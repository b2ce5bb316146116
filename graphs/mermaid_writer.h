#ifndef DEMARCHE_GRAPHS_MERMAID_WRITER_H_
#define DEMARCHE_GRAPHS_MERMAID_WRITER_H_

#include <string>

#include "graphs/diagram.h"

namespace demarche {

/// A diagram as a flowchart of Mermaid, for Markdown pages; with the colours,
/// dashes and groups that it has in Graphviz's language.
std::string to_mermaid(const Diagram& diagram);

}  // namespace demarche

#endif
