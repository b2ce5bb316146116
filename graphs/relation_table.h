#ifndef DEMARCHE_GRAPHS_RELATION_TABLE_H_
#define DEMARCHE_GRAPHS_RELATION_TABLE_H_

#include <map>
#include <string>
#include <vector>

#include "graphs/evidence.h"
#include "graphs/knowledge_graph.h"
#include "ontology/ontology.h"

namespace demarche {

/// Who does what to whom, a row for each claim: what diagrams and queries are
/// made of.
///
/// An actor that articles name alike (`EntityNode::same_as`) is one actor
/// here.  Rows are in an order that depends on what they say only.
struct RelationTable {
  struct Actor {
    std::string label;
    std::string type;       ///< `class_of` it.
    bool is_event = false;  ///< Talks that somebody leaves, not an actor.
  };
  struct Row {
    std::string from;      ///< IRI in `actors`.
    std::string to;        ///< The same.
    std::string property;  ///< IRI.
    std::string label;     ///< "accuses"
    /// Conflict −10 … cooperation +10 of its event; 0 for standing relations.
    double score = 0;
    bool is_standing = false;
    bool asserted = false;  ///< The article itself is certain of it.
    Evidence evidence;

    friend auto operator<=>(const Row&, const Row&) = default;
  };
  std::map<std::string, Actor> actors;  ///< By IRI.
  std::vector<Row> rows;
};

/// The direct and standing relations of `graph`.
RelationTable relation_table(const KnowledgeGraph& graph,
                             const Ontology& ontology);

/// Adds the rows of another graph.
void append(const RelationTable& more, RelationTable& table);

/// The score of what a row says; 0 if it says that something did not happen.
double score_of(const RelationTable::Row& row);

/// "withdraws from" for dm:withdrawsFrom; the local name without a label.
std::string label_of_property(const Ontology& ontology, std::string_view iri);

/// The score of an event's class, by its IRI; 0 if it has none.
double score_of_class(const Ontology& ontology, std::string_view iri);

}  // namespace demarche

#endif
