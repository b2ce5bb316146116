#ifndef DEMARCHE_GRAPHS_GRAPH_SPLITTER_H_
#define DEMARCHE_GRAPHS_GRAPH_SPLITTER_H_

#include "graphs/statement_table.h"

namespace demarche {

/// Gives all statements of one article or several, in none of which a graph is
/// named, theirs (graphs/named_graphs.h).  Without an article's text there is
/// nobody to tell them, and none is left.
void split_by_graph(StatementTable& table);

}  // namespace demarche

#endif
