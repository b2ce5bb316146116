#ifndef DEMARCHE_GRAPHS_ARTICLE_QUADS_H_
#define DEMARCHE_GRAPHS_ARTICLE_QUADS_H_

#include <vector>

#include "extractor/extraction.h"
#include "graphs/graph_options.h"
#include "graphs/statement_sink.h"
#include "graphs/statement_table.h"
#include "ontology/ontology.h"

namespace demarche {

/// What one article says, in named graphs (graphs/named_graphs.h), in the view
/// of `options`.  Throws `std::logic_error` if a span of the extraction is no
/// part of the text.
std::vector<RdfStatement> article_quads(const Extraction& extraction,
                                        const Ontology& ontology,
                                        const DescribeOptions& options);

/// The same without graphs, in the order of `describe`.
void write_article_triples(const Extraction& extraction,
                           const Ontology& ontology,
                           const DescribeOptions& options, StatementSink& sink);

/// Quads into an empty table.
void write_article_quads(const Extraction& extraction, const Ontology& ontology,
                         const DescribeOptions& options, StatementTable& table);

}  // namespace demarche

#endif
