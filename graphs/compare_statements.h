#ifndef DEMARCHE_GRAPHS_COMPARE_STATEMENTS_H_
#define DEMARCHE_GRAPHS_COMPARE_STATEMENTS_H_

#include <span>

#include "graphs/compare.h"
#include "graphs/graph_options.h"
#include "graphs/statement_sink.h"

namespace demarche {

/// Writes which claims support and which refute each other, with score and
/// reason, in the IRIs that the articles' graphs give them.  Claims about
/// untyped frames have none there and are left out.  Does not finish the sink.
void describe(const Comparison& comparison,
              std::span<const Extraction> articles, const Ontology& ontology,
              const DescribeOptions& options, StatementSink& sink);

}  // namespace demarche

#endif
