#ifndef DEMARCHE_GRAPHS_ARTICLE_QUADS_H_
#define DEMARCHE_GRAPHS_ARTICLE_QUADS_H_

#include <string>
#include <vector>

#include "extractor/extraction.h"
#include "graphs/graph_options.h"
#include "graphs/statement_sink.h"
#include "ontology/ontology.h"

namespace demarche {

/// What one article says, in named graphs (graphs/named_graphs.h), in the view
/// of `options`.  Throws `std::logic_error` if a span of the extraction is no
/// part of the text.
std::vector<RdfStatement> article_quads(const Extraction& extraction,
                                        const Ontology& ontology,
                                        const DescribeOptions& options);

/// The lines of canonical N-Quads, sorted, each once, with their ends.
std::string print_sorted(const std::vector<RdfStatement>& statements);

}  // namespace demarche

#endif
