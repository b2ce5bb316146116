// How nodes and links become statements.  A node gives its type and literals,
// then its links in the order of adding, those of one property together.

#include "graphs/statements.h"

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graphs/statement_check.h"
#include "graphs/statement_writer.h"
#include "graphs/terms.h"
#include "graphs/time_statements.h"
#include "ontology/sha256.h"

namespace demarche {
namespace {

using terms::of_demarche;

std::string activity_iri(const ArticleNode& article) {
  const auto& made = article.configuration;
  const auto key = made.version + "\n" + made.model_digest + "\n" +
                   made.ontology_digest;
  return article.iri + "#activity=" + hexadecimal(sha256(key)).substr(0, 16);
}

std::string factuality_iri(Factuality factuality) {
  return of_demarche(name_of(factuality));
}

const char* name_of_bound(Quantity::Bound bound) {
  switch (bound) {
    case Quantity::Bound::exact: return "exact";
    case Quantity::Bound::about: return "about";
    case Quantity::Bound::at_least: return "at_least";
    case Quantity::Bound::at_most: return "at_most";
  }
  return "";
}

const char* name_of_stance(Narrative::Stance stance) {
  switch (stance) {
    case Narrative::Stance::pro: return "pro";
    case Narrative::Stance::anti: return "anti";
    case Narrative::Stance::other: return "other";
  }
  return "";
}

class Describer {
 public:
  Describer(const KnowledgeGraph& graph, StatementSink& sink)
      : graph_(graph), sink_(sink), writer_(sink) {}

  void describe_all();
  void describe_facts();

 private:
  void describe_article(const std::vector<NodeId>& members);
  void describe_node(NodeId id, bool facts_only = false);
  void describe_with_claims(NodeId id);
  void describe_links(NodeId id, bool facts_only);
  std::vector<std::vector<NodeId>> members_by_article() const;
  template <class Data>
  bool is(NodeId id) const {
    return find_data<Data>(graph_, id) != nullptr;
  }

  void literals(const Node& node, const ArticleNode& article);
  void literals(const Node& node, const PhraseNode& phrase);
  void literals(const Node& node, const EntityNode& entity);
  void literals(const Node& node, const EventNode& event);
  void literals(const Node& node, const ClaimNode& claim);
  void literals(const Node& node, const RelationshipNode& relationship);
  void literals(const Node& node, const TimeNode& time);
  void literals(const Node& node, const QuantityNode& quantity);
  void literals(const Node& node, const NarrativeNode& narrative);
  const ArticleNode& article_of(const Node& node) const {
    return std::get<ArticleNode>(graph_[node.article].data);
  }

  const KnowledgeGraph& graph_;
  StatementSink& sink_;
  StatementWriter writer_;
};

void Describer::literals(const Node& node, const ArticleNode& article) {
  const auto& about = article.metadata;
  const bool is_day = is_lexical_form(about.published, terms::xsd_date);
  const bool is_time = is_lexical_form(about.published, terms::xsd_date_time);
  writer_.link(node.iri, terms::rdf_type, terms::nif_context);
  writer_.link(node.iri, terms::rdf_type, terms::schema_news_article);
  writer_.link(node.iri, terms::nif_source_url, article.iri);
  writer_.plain(node.iri, terms::schema_identifier, about.id);
  writer_.english(node.iri, terms::schema_headline, about.title);
  writer_.typed(node.iri, terms::schema_date_published, about.published,
                is_day    ? terms::xsd_date
                : is_time ? terms::xsd_date_time
                          : "");
  writer_.plain(node.iri, terms::schema_publisher, about.publisher);
  writer_.count(node.iri, terms::nif_begin_index, 0,
                terms::xsd_non_negative_integer);
  writer_.count(node.iri, terms::nif_end_index, article.size,
                terms::xsd_non_negative_integer);
  sink_.write({node.iri, std::string(terms::nif_is_string),
               {Term::Kind::literal, article.text, "", "en"},
               std::nullopt});
}

void Describer::literals(const Node& node, const PhraseNode& phrase) {
  writer_.link(node.iri, terms::rdf_type, terms::nif_phrase);
  writer_.plain(node.iri, terms::nif_anchor_of, phrase.text);
  writer_.count(node.iri, terms::nif_begin_index, phrase.span.begin,
                terms::xsd_non_negative_integer);
  writer_.count(node.iri, terms::nif_end_index, phrase.span.end,
                terms::xsd_non_negative_integer);
  writer_.link(node.iri, terms::nif_reference_context,
               graph_[node.article].iri);
  writer_.plain(node.iri, of_demarche("matchedLabel"), phrase.matched_label);
}

void Describer::literals(const Node& node, const EntityNode& entity) {
  writer_.link(node.iri, terms::rdf_type,
               entity.type.empty() ? of_demarche("Entity") : entity.type);
  writer_.english(node.iri, terms::rdfs_label, entity.label);
  writer_.plain(node.iri, of_demarche("actorCode"), entity.actor_code);
  writer_.plain(node.iri, of_demarche("sector"), entity.sector);
  writer_.link(node.iri, terms::skos_exact_match, entity.wikidata);
}

void Describer::literals(const Node& node, const EventNode& event) {
  writer_.link(node.iri, terms::rdf_type, event.type);
  writer_.english(node.iri, terms::rdfs_label, event.label);
  writer_.plain(node.iri, of_demarche("roleset"), event.roleset);
  writer_.plain(node.iri, of_demarche("mode"), event.mode);
  writer_.link(node.iri, of_demarche("factuality"),
               factuality_iri(event.factuality));
  if (event.future)
    writer_.typed(node.iri, of_demarche("future"), "true", terms::xsd_boolean);
}

void Describer::literals(const Node& node, const ClaimNode& claim) {
  writer_.link(node.iri, terms::rdf_type, of_demarche("Claim"));
  if (!claim.predicate.empty())
    writer_.link(node.iri, terms::rdf_type, terms::rdf_statement);
  writer_.count(node.iri, of_demarche("attributionDepth"), claim.depth,
                terms::xsd_integer);
  writer_.link(node.iri, of_demarche("factuality"),
               factuality_iri(claim.factuality));
  if (claim.unnamed)
    writer_.link(node.iri, of_demarche("claimer"),
                 of_demarche("unnamed_source"));
  writer_.link(node.iri, terms::rdf_predicate, claim.predicate);
  writer_.link(node.iri, terms::prov_was_generated_by,
               activity_iri(article_of(node)));
}

void Describer::literals(const Node& node,
                         const RelationshipNode& relationship) {
  writer_.link(node.iri, terms::rdf_type, of_demarche("Relationship"));
  writer_.english(node.iri, terms::rdfs_label, relationship.label);
  writer_.link(node.iri, of_demarche("factuality"),
               factuality_iri(relationship.factuality));
}

void Describer::literals(const Node& node, const TimeNode& time) {
  describe_time(node.iri, time, writer_);
}

void Describer::literals(const Node& node, const QuantityNode& quantity) {
  writer_.link(node.iri, terms::rdf_type, of_demarche("Quantity"));
  if (std::isfinite(quantity.value))
    writer_.typed(node.iri, of_demarche("value"),
                  print_decimal(quantity.value), terms::xsd_decimal);
  writer_.plain(node.iri, of_demarche("unit"), quantity.unit);
  writer_.plain(node.iri, of_demarche("bound"), name_of_bound(quantity.bound));
}

void Describer::literals(const Node& node, const NarrativeNode& narrative) {
  writer_.link(node.iri, terms::rdf_type, of_demarche("Narrative"));
  writer_.plain(node.iri, of_demarche("stance"),
                name_of_stance(narrative.stance));
}

void Describer::describe_links(NodeId id, bool facts_only) {
  std::map<std::string_view, std::size_t> place_of;  // Of a property.
  std::vector<std::vector<NodeId>> targets;
  std::vector<std::string_view> properties;
  std::set<std::pair<std::string_view, NodeId>> seen;
  for (const auto& [from, to, link] : graph_.links_from(id)) {
    const bool is_relation = link->kind == Link::Kind::direct ||
                             link->kind == Link::Kind::standing;
    if (is_relation ? !link->asserted : facts_only) continue;
    if (!seen.emplace(link->property, to).second) continue;
    const auto [place, is_new] =
        place_of.emplace(link->property, properties.size());
    if (is_new) {
      properties.push_back(link->property);
      targets.emplace_back();
    }
    targets[place->second].push_back(to);
  }
  for (std::size_t i = 0; i < properties.size(); ++i)
    for (const auto target : targets[i])
      writer_.link(graph_[id].iri, properties[i], graph_[target].iri);
}

void Describer::describe_node(NodeId id, bool facts_only) {
  const auto& node = graph_[id];
  std::visit([&](const auto& data) { literals(node, data); }, node.data);
  describe_links(id, facts_only);
}

/// What a claim is about goes before it.
void Describer::describe_with_claims(NodeId id) {
  describe_node(id);
  for (const auto& [from, to, link] : graph_.links_to(id))
    if (link->kind == Link::Kind::claims) describe_node(from);
}

std::vector<std::vector<NodeId>> Describer::members_by_article() const {
  std::vector<std::vector<NodeId>> members;
  std::map<NodeId, std::size_t> place_of;
  for (std::uint32_t i = 0; i < graph_.size(); ++i) {
    const auto article = graph_[NodeId{i}].article;
    if (article == NodeId::none) continue;
    const auto place = place_of.emplace(article, members.size()).first->second;
    if (place == members.size()) members.emplace_back();
    members[place].push_back(NodeId{i});
  }
  return members;
}

void Describer::describe_article(const std::vector<NodeId>& members) {
  const auto& article = article_of(graph_[members.front()]);
  sink_.set_base(article.iri);
  describe_node(members.front());
  const auto activity = activity_iri(article);
  const auto& made = article.configuration;
  writer_.link(activity, terms::rdf_type, terms::prov_activity);
  writer_.link(activity, terms::prov_used, graph_[members.front()].iri);
  writer_.plain(activity, terms::schema_software_version, made.version);
  writer_.plain(activity, of_demarche("modelDigest"), made.model_digest);
  writer_.plain(activity, of_demarche("ontologyDigest"), made.ontology_digest);
  for (const auto id : members)
    if (is<NarrativeNode>(id)) describe_node(id);
  for (const auto id : members)
    if (is<EventNode>(id)) describe_with_claims(id);
  for (const auto id : members)
    if (is<RelationshipNode>(id)) describe_with_claims(id);
  for (const auto id : members)
    if (is<EntityNode>(id)) describe_node(id);
  for (const auto id : members)
    if (is<TimeNode>(id) || is<QuantityNode>(id)) describe_node(id);
}

void Describer::describe_all() {
  const auto articles = members_by_article();
  for (const auto& members : articles) describe_article(members);
  for (std::uint32_t i = 0; i < graph_.size(); ++i)
    if (graph_[NodeId{i}].article == NodeId::none) describe_node(NodeId{i});
  for (const auto& members : articles) {
    sink_.set_base(article_of(graph_[members.front()]).iri);
    for (const auto id : members)
      if (is<PhraseNode>(id)) describe_node(id);
  }
}

void Describer::describe_facts() {
  std::set<NodeId> told;
  for (std::uint32_t i = 0; i < graph_.size(); ++i)
    for (const auto& [from, to, link] : graph_.links_from(NodeId{i}))
      if (link->asserted) told.insert({from, to});
  for (const auto id : told) {
    const auto& node = graph_[id];
    if (node.article != NodeId::none) sink_.set_base(article_of(node).iri);
    describe_node(id, true);
  }
}

}  // namespace

void describe(const KnowledgeGraph& graph, const DescribeOptions& options,
              StatementSink& sink) {
  Describer describer(graph, sink);
  if (options.view == View::facts)
    describer.describe_facts();
  else
    describer.describe_all();
}

}  // namespace demarche
