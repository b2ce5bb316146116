#ifndef DEMARCHE_GRAPHS_NODES_H_
#define DEMARCHE_GRAPHS_NODES_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "extractor/article.h"
#include "extractor/extraction.h"
#include "graphs/graph_options.h"
#include "graphs/offsets.h"

// What stands at the vertices and edges of a knowledge graph.  Nothing here
// refers to an extraction or ontology: a graph outlives both.

namespace demarche {

/// A vertex of a graph, in the order of adding, from 0.
enum class NodeId : std::uint32_t { none = 0xffffffff };

/// An article's text, its metadata and what read it.
struct ArticleNode {
  std::string iri;  ///< Of the article; its node's IRI is that of its text.
  std::string text;
  std::uint32_t size = 0;  ///< In code points.
  bool is_digest = false;
  /// Shared, so that a node is no larger than others have to be.
  std::shared_ptr<const Metadata> metadata = std::make_shared<Metadata>();
  std::shared_ptr<const Configuration> configuration =
      std::make_shared<Configuration>();
};

/// A piece of an article's text: evidence.
struct PhraseNode {
  CodePoints span;
  std::string text;
  std::string matched_label;  ///< Of the gazetteer; "" if it was not linked.
};

/// An actor, place or thing.
struct EntityNode {
  std::string type;  ///< IRI of its class; "" where it is not known.
  std::string label;
  std::string actor_code;
  std::string sector;
  std::string wikidata;
  std::string same_as;  ///< See `common_iri`; "" for none.
};

struct EventNode {
  std::string type;  ///< IRI of its class.
  std::string label;
  std::string roleset;
  std::string mode;
  Factuality factuality = Factuality::unknown;  ///< The article's view.
  bool future = false;
};

/// What a claimer is committed to; about an event or a relationship.
struct ClaimNode {
  Factuality factuality = Factuality::unknown;  ///< The claimer's view.
  std::uint32_t depth = 0;
  /// IRI of the relation between its rdf:subject and rdf:object; "" where the
  /// event has no direct relation or one of them is not known.
  std::string predicate;
  bool unnamed = false;  ///< Somebody claims it, but nobody is named.
};

/// A standing relation as some words express it.
struct RelationshipNode {
  std::string label;  ///< The office: "prime minister"; or "".
  Factuality factuality = Factuality::unknown;
};

struct TimeNode {
  TimeExpression::Kind kind = TimeExpression::Kind::date;
  std::string value;  ///< EDTF or an ISO duration; or "".
};

struct QuantityNode {
  double value = 0;
  std::string unit;
  Quantity::Bound bound = Quantity::Bound::exact;
};

/// A part of a digest: a section, or a narrative.
struct SectionNode {
  std::string type;  ///< IRI of its class.
  std::string label;
  std::string stance;  ///< IRI; of narratives only.
};

/// A page that an article links to; its IRI is its address.
struct WebPageNode {};

/// A sentence, for the layers of the full view.
struct SentenceNode {
  CodePoints span;
  std::string text;
};

/// A word of Universal Dependencies, for the same.
struct WordNode {
  CodePoints span;
  std::string text;
  std::string lemma;
  std::string part_of_speech;  ///< Universal: "VERB".
  std::string tag;             ///< Of the Penn Treebank: "VBD".
  std::string relation;        ///< To its head.
};

/// A vertex: something with an IRI.
struct Node {
  std::string iri;
  /// The article that it belongs to; none for entities of the gazetteer, which
  /// articles share.
  NodeId article = NodeId::none;
  std::variant<ArticleNode, PhraseNode, EntityNode, EventNode, ClaimNode,
               RelationshipNode, TimeNode, QuantityNode, SectionNode,
               WebPageNode, SentenceNode, WordNode>
      data;
};

/// An edge: the source's IRI, `property` and the target's IRI are a statement,
/// unless it is a relation that nobody but a claimer holds.
struct GraphLink {
  enum class Kind {
    detail,   ///< All that is not one of these:
    role,     ///< Event to what fills a role.
    claims,   ///< Claim to its event or relationship.
    claimer,  ///< Claim to who claims it.
    direct,   ///< Actor to actor or event, by an event: dm:accuses.
    standing  ///< Actor to actor or place, as a state: dm:memberOf.
  };
  Kind kind = Kind::detail;
  /// IRI; kept by the graph that the link is in.
  std::string_view property;
  /// Of direct and standing relations: the claim that says so, and whether it
  /// is the article's own and certain, so that the relation may be asserted.
  NodeId claim = NodeId::none;
  bool asserted = false;
};

}  // namespace demarche

#endif
