#ifndef DEMARCHE_GRAPHS_RELATION_DIAGRAM_H_
#define DEMARCHE_GRAPHS_RELATION_DIAGRAM_H_

#include <cstddef>
#include <string>
#include <vector>

#include "graphs/knowledge_graph.h"
#include "ontology/ontology.h"

namespace demarche {

/// Who does what to whom, and who says so, ready to be drawn.
struct RelationDiagram {
  struct Box {
    std::string iri;
    std::string label;
    bool is_event = false;  ///< Talks that somebody leaves, not an actor.
  };
  /// Relations that are drawn as one arrow.
  struct Arrow {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string label;  ///< "accuses"
    /// Conflict −10 … cooperation +10 of its events, on the average; 0 for
    /// standing relations.
    double score = 0;
    bool is_standing = false;
    bool asserted = false;
    /// Who says so and how surely: "Norland", "Norland: possibly"; empty for
    /// what is asserted.
    std::string claimer;
    std::size_t count = 0;
  };
  std::vector<Box> boxes;
  std::vector<Arrow> arrows;
};

/// The relations of `graph`, in an order that depends on IRIs and labels only.
/// What nobody is committed to (an order, a condition) is left out.
RelationDiagram relation_diagram(const KnowledgeGraph& graph,
                                 const Ontology& ontology);

}  // namespace demarche

#endif
