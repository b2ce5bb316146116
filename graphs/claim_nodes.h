#ifndef DEMARCHE_GRAPHS_CLAIM_NODES_H_
#define DEMARCHE_GRAPHS_CLAIM_NODES_H_

#include <map>
#include <utility>
#include <vector>

#include "graphs/article_nodes.h"

namespace demarche {

/// The claim nodes of one article, and the relations that they let be asserted.
struct ClaimNodes {
  /// By `ClaimId`: several where an event yields several direct triples, none
  /// for a claim about an untyped event, but in the full view.
  std::vector<std::vector<NodeId>> nodes;

  /// Of a speech event and what it reports, the claim about the latter: it
  /// fills the content role ("accused of abandoning" states no abandonment).
  std::map<std::pair<EventId, EventId>, NodeId> reported;
};

/// Adds a node for every claim, with its claimer, cue and triple; and links
/// the ends of each triple directly, asserted or not.
ClaimNodes add_claims(const Extraction& extraction, const Ontology& ontology,
                      const DescribeOptions& options, ArticleNodes& nodes,
                      KnowledgeGraph& graph);

}  // namespace demarche

#endif
