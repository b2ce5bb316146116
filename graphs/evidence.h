#ifndef DEMARCHE_GRAPHS_EVIDENCE_H_
#define DEMARCHE_GRAPHS_EVIDENCE_H_

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "graphs/excerpt.h"
#include "graphs/knowledge_graph.h"
#include "graphs/offsets.h"

namespace demarche {

/// An article as the reader of a diagram or table is told of it.
struct SourceArticle {
  std::string iri;
  std::string title;  ///< Or its id, where it has none.
  std::string published;
  std::string publisher;

  friend auto operator<=>(const SourceArticle&, const SourceArticle&) = default;
};

/// Somebody who says so, by which word, and how surely.
struct Claimer {
  std::string name;
  std::string cue;  ///< "accused"; or "".
  Factuality factuality = Factuality::unknown;

  friend auto operator<=>(const Claimer&, const Claimer&) = default;
};

/// Why something is in a diagram or table: the sentence, and who says so.
struct Evidence {
  Excerpt excerpt;  ///< Empty where the graph was written without texts.
  SourceArticle article;
  /// EDTF: when it happened, else when the article was published; or "".
  std::string date;
  std::vector<Claimer> claimers;  ///< Outermost first; none: the article.
  Factuality factuality = Factuality::unknown;  ///< The last claimer's view.

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// Finds the evidence of what a graph has.  Borrows the graph.
class EvidenceReader {
 public:
  explicit EvidenceReader(const KnowledgeGraph& graph) : graph_(graph) {}

  /// Of a claim; with `NodeId::none`, of nothing.
  Evidence of_claim(NodeId claim);
  /// Of an event, entity or anything else that words denote.
  Evidence of_node(NodeId node);

 private:
  Evidence of_node(NodeId node, const PhraseNode* cue);
  void add_words(NodeId node, const PhraseNode* cue, Evidence& evidence);
  void add_date(NodeId about, Evidence& evidence) const;
  Claimer claimer_of(NodeId claim) const;

  const KnowledgeGraph& graph_;
  std::map<NodeId, Offsets> offsets_;  ///< By article.
};

/// What a node is called: its label, its words, or the end of its IRI.
std::string label_of(const KnowledgeGraph& graph, NodeId id);

/// The local name of an entity's or event's class: "State"; "" if it is not
/// known or just some thing.
std::string class_of(const KnowledgeGraph& graph, NodeId id);

/// The first node that `from` has this property to; or none.
NodeId find_link(const KnowledgeGraph& graph, NodeId from,
                 std::string_view property);

/// The first node that a link of this kind leads to; or none.
NodeId find_kind(const KnowledgeGraph& graph, NodeId from,
                 GraphLink::Kind kind);

/// "probably not"; "" for certain, "not committed" for unknown.
std::string words_for(Factuality factuality);

/// "Norland: possibly", "the article: not": who says so last, and how surely.
std::string last_claimer(const Evidence& evidence);

/// "The Post → Norland → Estia: possibly": all who say so, the article first.
std::string chain_of(const Evidence& evidence);

}  // namespace demarche

#endif
