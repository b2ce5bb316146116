#ifndef DEMARCHE_GRAPHS_CHECK_GRAPH_H_
#define DEMARCHE_GRAPHS_CHECK_GRAPH_H_

#include <string>
#include <vector>

#include "graphs/sord_sink.h"
#include "ontology/ontology.h"

namespace demarche {

/// What is wrong with a graph that `describe` is said to have written, in a
/// fixed order; nothing if it keeps the laws:
///
/// - a phrase is the text between its offsets;
/// - every entity, event, standing relation and claim has evidence;
/// - an event has one factuality; a claim one, and one claimer unless it is
///   the article's own, of depth 0;
/// - a claim of depth 2 or more lies within one of one less, and no other does;
/// - a relation is asserted only with a certain claim of the article's own;
/// - our classes, properties and resources are defined.
///
/// A graph without any claim is taken for the view of facts, which has no
/// evidence.
std::vector<std::string> check_graph(const SordSink& store,
                                     const Ontology& ontology);

/// What is wrong with the graphs of statements that have any: an article's
/// graph says only what the article itself states, a claim's graph has the
/// triple of the claim, and there are no graphs but these and the derived one.
std::vector<std::string> check_named_graphs(
    const std::vector<RdfStatement>& statements);

}  // namespace demarche

#endif
