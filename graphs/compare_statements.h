#ifndef DEMARCHE_GRAPHS_COMPARE_STATEMENTS_H_
#define DEMARCHE_GRAPHS_COMPARE_STATEMENTS_H_

#include <span>

#include "graphs/compare.h"
#include "graphs/graph_options.h"
#include "graphs/statement_sink.h"

namespace demarche {

/// Writes which claims support and which refute each other, with score and
/// reason, in the IRIs that the articles' graphs give them; those of claims
/// about untyped frames are in their `full` view only.  Does not finish the
/// sink.
void describe(const Comparison& comparison,
              std::span<const Extraction> articles, const Ontology& ontology,
              const DescribeOptions& options, StatementSink& sink);

}  // namespace demarche

#endif
