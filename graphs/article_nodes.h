#ifndef DEMARCHE_GRAPHS_ARTICLE_NODES_H_
#define DEMARCHE_GRAPHS_ARTICLE_NODES_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/extraction.h"
#include "graphs/graph_options.h"
#include "graphs/knowledge_graph.h"
#include "graphs/offsets.h"
#include "ontology/ontology.h"

namespace demarche {

/// The nodes of one article in a graph, each made when it is first asked for,
/// so that a graph holds only what something is said of.
///
/// Borrows the extraction, the ontology and the graph.
class ArticleNodes {
 public:
  /// Adds the article itself.
  ArticleNodes(const Extraction& extraction, const Ontology& ontology,
               const Configuration& configuration, KnowledgeGraph& graph);

  NodeId article() const { return article_; }
  NodeId phrase(Span span);
  NodeId entity(EntityId id);
  /// What the gazetteer knows by the words at `words`.
  NodeId known(ConceptId id, Span words);
  NodeId time(TimeId id);
  NodeId quantity(QuantityId id);
  /// `none` for an untyped event: it may be had as a frame.
  NodeId event(EventId id);
  /// An untyped event.
  NodeId frame(EventId id);
  bool has_frame(EventId id) const {
    return frames_[index(id)] != NodeId::none;
  }
  NodeId sentence(Span span);
  NodeId word(const Word& word);
  NodeId relationship(std::uint32_t relation);
  NodeId narrative(std::uint32_t number);
  NodeId section(std::uint32_t number);
  /// A new entity of this class, named by words that are no mention.
  NodeId named(Span words, ClassId type);
  /// The page whose address these words are.
  NodeId web_page(Span words);
  /// Keeps `node` as what the words name, for `called`.
  void call(Span words, NodeId node) { called_.emplace(words, node); }
  /// What the words name, or else the words.
  NodeId called(Span words);
  /// A new node for a claim about what `about` covers, by the words of `by`:
  /// "7,14", or "article".
  NodeId claim(Span about, std::string_view by, ClaimNode claim);

  /// Links `node` to the phrase as to its evidence; an empty span is none.
  void denote(NodeId node, Span span);
  void detail(NodeId from, std::string_view property, NodeId to);

  /// "7,14": code points of `span`.
  std::string print(Span span) const;

 private:
  /// An IRI of this article that no other thing has: "#name=7,14,2;tail".
  std::string new_iri(std::string_view name, Span span,
                      std::string_view tail = "");
  NodeId add(std::string iri, decltype(Node::data) data);
  NodeId add_entity(EntityId id);
  void identify(NodeId node, Span words, std::string_view matched_label);

  const Extraction& extraction_;
  const Ontology& ontology_;
  KnowledgeGraph& graph_;
  Offsets offsets_;
  std::string base_;
  NodeId article_ = NodeId::none;
  /// How many things have the same place, name and tail in their IRIs.
  std::map<std::pair<CodePoints, std::string>, int> used_;
  std::vector<NodeId> entities_, times_, quantities_, events_, frames_,
      relationships_, sections_, narratives_;
  std::map<Span, NodeId> called_;
};

}  // namespace demarche

#endif
