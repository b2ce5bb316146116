#ifndef DEMARCHE_GRAPHS_HTML_WRITER_H_
#define DEMARCHE_GRAPHS_HTML_WRITER_H_

#include <string>

#include "graphs/diagram.h"

namespace demarche {

/// A diagram as one page that needs no network: laid out by us, drawn by the
/// scripts of graphs/page/, with the evidence behind every box and arrow.
///
/// Nothing of an article can run in it: what articles say is JSON in which no
/// "<" stands, reaches the page as text only, and the page's policy allows no
/// script but its own, told by its digest.
std::string to_html(const Diagram& diagram);

}  // namespace demarche

#endif
