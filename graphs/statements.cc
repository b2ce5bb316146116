// How nodes and links become statements.  A node gives its type and literals,
// then its links in the order of adding, those of one property together.

#include "graphs/statements.h"

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extractor/article_iri.h"
#include "graphs/statement_check.h"
#include "graphs/statement_writer.h"
#include "graphs/time_statements.h"
#include "ontology/sha256.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

std::string activity_iri(const ArticleNode& article) {
  const auto& made = *article.configuration;
  const auto key =
      made.version + "\n" + made.model_digest + "\n" + made.ontology_digest;
  return article.iri + "#activity=" + hexadecimal(sha256(key)).substr(0, 16);
}

std::string factuality_iri(Factuality factuality) {
  return std::string(vocabulary::ontology_namespace) + name_of(factuality);
}

std::string_view bound_iri(Quantity::Bound bound) {
  switch (bound) {
    case Quantity::Bound::exact:
      return vocabulary::dm::exact;
    case Quantity::Bound::about:
      return vocabulary::dm::approximate;
    case Quantity::Bound::at_least:
      return vocabulary::dm::at_least;
    case Quantity::Bound::at_most:
      return vocabulary::dm::at_most;
  }
  return "";
}

class Describer {
 public:
  Describer(const KnowledgeGraph& graph, const DescribeOptions& options,
            StatementSink& sink)
      : graph_(graph), options_(options), sink_(sink), writer_(sink) {}

  void describe_all();
  void describe_facts();

 private:
  void describe_article(const std::vector<NodeId>& members);
  void describe_node(NodeId id, bool facts_only = false);
  void describe_with_claims(NodeId id);
  void describe_links(NodeId id, bool facts_only);
  void annotate(NodeId phrase);
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
  void literals(const Node& node, const SectionNode& section);
  void literals(const Node& node, const WebPageNode& page);
  void literals(const Node& node, const SentenceNode& sentence);
  void literals(const Node& node, const WordNode& word);
  void place(const Node& node, std::string_view text, CodePoints span);
  const ArticleNode& article_of(const Node& node) const {
    return std::get<ArticleNode>(graph_[node.article].data);
  }

  const KnowledgeGraph& graph_;
  const DescribeOptions& options_;
  StatementSink& sink_;
  StatementWriter writer_;
};

/// The article's own address as it was given, or what its IRI makes of one that
/// is none.
std::string source_url_of(const ArticleNode& article) {
  const auto& url = article.metadata->url;
  return is_iri(url) && iri_of_url(url) == article.iri ? url : article.iri;
}

void Describer::literals(const Node& node, const ArticleNode& article) {
  const auto& about = *article.metadata;
  const bool is_day = is_lexical_form(about.published, vocabulary::xsd::date);
  const bool is_time =
      is_lexical_form(about.published, vocabulary::xsd::date_time);
  writer_.link(node.iri, vocabulary::rdf::type, vocabulary::nif::context);
  writer_.link(node.iri, vocabulary::rdf::type,
               vocabulary::schema::news_article);
  if (article.is_digest)
    writer_.link(node.iri, vocabulary::rdf::type, vocabulary::dm::digest);
  writer_.link(node.iri, vocabulary::nif::source_url, source_url_of(article));
  writer_.plain(node.iri, vocabulary::schema::identifier, about.id);
  writer_.english(node.iri, vocabulary::schema::headline, about.title);
  writer_.typed(node.iri, vocabulary::schema::date_published, about.published,
                is_day    ? vocabulary::xsd::date
                : is_time ? vocabulary::xsd::date_time
                          : "");
  writer_.plain(node.iri, vocabulary::schema::publisher, about.publisher);
  writer_.count(node.iri, vocabulary::nif::begin_index, 0,
                vocabulary::xsd::non_negative_integer);
  writer_.count(node.iri, vocabulary::nif::end_index, article.size,
                vocabulary::xsd::non_negative_integer);
  sink_.write({node.iri,
               std::string(vocabulary::nif::is_string),
               {RdfTerm::Kind::literal, article.text, "", "en"},
               std::nullopt});
}

/// Where in its article's text something stands.
void Describer::place(const Node& node, std::string_view text,
                      CodePoints span) {
  writer_.plain(node.iri, vocabulary::nif::anchor_of, text);
  writer_.count(node.iri, vocabulary::nif::begin_index, span.begin,
                vocabulary::xsd::non_negative_integer);
  writer_.count(node.iri, vocabulary::nif::end_index, span.end,
                vocabulary::xsd::non_negative_integer);
  writer_.link(node.iri, vocabulary::nif::reference_context,
               graph_[node.article].iri);
}

void Describer::literals(const Node& node, const PhraseNode& phrase) {
  writer_.link(node.iri, vocabulary::rdf::type, vocabulary::nif::phrase);
  place(node, phrase.text, phrase.span);
  writer_.plain(node.iri, vocabulary::dm::matched_label, phrase.matched_label);
}

void Describer::literals(const Node& node, const EntityNode& entity) {
  writer_.link(node.iri, vocabulary::rdf::type,
               entity.type.empty() ? vocabulary::dm::entity : entity.type);
  writer_.english(node.iri, vocabulary::rdfs::label, entity.label);
  writer_.plain(node.iri, vocabulary::dm::actor_code, entity.actor_code);
  writer_.plain(node.iri, vocabulary::dm::sector, entity.sector);
  writer_.link(node.iri, vocabulary::skos::exact_match, entity.wikidata);
  writer_.link(node.iri, vocabulary::dm::same_entity_as, entity.same_as);
}

void Describer::literals(const Node& node, const EventNode& event) {
  writer_.link(node.iri, vocabulary::rdf::type, event.type);
  writer_.english(node.iri, vocabulary::rdfs::label, event.label);
  writer_.plain(node.iri, vocabulary::dm::roleset, event.roleset);
  writer_.plain(node.iri, vocabulary::dm::plover_mode, event.mode);
  writer_.link(node.iri, vocabulary::dm::factuality,
               factuality_iri(event.factuality));
  if (event.future)
    writer_.typed(node.iri, vocabulary::dm::is_future, "true",
                  vocabulary::xsd::boolean);
}

void Describer::literals(const Node& node, const ClaimNode& claim) {
  writer_.link(node.iri, vocabulary::rdf::type, vocabulary::dm::claim);
  if (!claim.predicate.empty())
    writer_.link(node.iri, vocabulary::rdf::type, vocabulary::rdf::statement);
  writer_.count(node.iri, vocabulary::dm::attribution_depth, claim.depth,
                vocabulary::xsd::integer);
  writer_.link(node.iri, vocabulary::dm::factuality,
               factuality_iri(claim.factuality));
  if (claim.unnamed)
    writer_.link(node.iri, vocabulary::dm::claimer,
                 vocabulary::dm::unnamed_source);
  writer_.link(node.iri, vocabulary::rdf::predicate, claim.predicate);
  writer_.link(node.iri, vocabulary::prov::was_generated_by,
               activity_iri(article_of(node)));
}

void Describer::literals(const Node& node,
                         const RelationshipNode& relationship) {
  writer_.link(node.iri, vocabulary::rdf::type, vocabulary::dm::standing);
  writer_.english(node.iri, vocabulary::rdfs::label, relationship.label);
  writer_.link(node.iri, vocabulary::dm::factuality,
               factuality_iri(relationship.factuality));
}

void Describer::literals(const Node& node, const TimeNode& time) {
  describe_time(node.iri, time, writer_);
}

void Describer::literals(const Node& node, const QuantityNode& quantity) {
  writer_.link(node.iri, vocabulary::rdf::type, vocabulary::dm::quantity);
  if (std::isfinite(quantity.value))
    writer_.typed(node.iri, vocabulary::dm::value,
                  print_decimal(quantity.value), vocabulary::xsd::decimal);
  writer_.plain(node.iri, vocabulary::dm::unit, quantity.unit);
  writer_.link(node.iri, vocabulary::dm::bound, bound_iri(quantity.bound));
}

void Describer::literals(const Node& node, const SectionNode& section) {
  writer_.link(node.iri, vocabulary::rdf::type, section.type);
  writer_.english(node.iri, vocabulary::rdfs::label, section.label);
  writer_.link(node.iri, vocabulary::dm::stance, section.stance);
}

void Describer::literals(const Node& node, const WebPageNode&) {
  writer_.link(node.iri, vocabulary::rdf::type, vocabulary::schema::web_page);
}

void Describer::literals(const Node& node, const SentenceNode& sentence) {
  writer_.link(node.iri, vocabulary::rdf::type, vocabulary::nif::sentence);
  place(node, sentence.text, sentence.span);
}

void Describer::literals(const Node& node, const WordNode& word) {
  writer_.link(node.iri, vocabulary::rdf::type, vocabulary::nif::word);
  place(node, word.text, word.span);
  writer_.plain(node.iri, vocabulary::nif::lemma, word.lemma);
  writer_.plain(node.iri, vocabulary::dm::part_of_speech, word.part_of_speech);
  writer_.plain(node.iri, vocabulary::nif::pos_tag, word.tag);
  writer_.plain(node.iri, vocabulary::nif::dependency_relation_type,
                word.relation);
}

void Describer::describe_links(NodeId id, bool facts_only) {
  std::map<std::string_view, std::size_t> place_of;  // Of a property.
  std::vector<std::vector<NodeId>> targets;
  std::vector<std::string_view> properties;
  std::set<std::pair<std::string_view, NodeId>> seen;
  for (const auto& [from, to, link] : graph_.links_from(id)) {
    const bool is_relation = link->kind == GraphLink::Kind::direct ||
                             link->kind == GraphLink::Kind::standing;
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

/// A phrase's IRI has its place in the text as a fragment (RFC 5147), which is
/// a target of the Web Annotation Model as it is.
void Describer::annotate(NodeId phrase) {
  const auto& data = std::get<PhraseNode>(graph_[phrase].data);
  const auto iri =
      article_of(graph_[phrase]).iri + "#annotation=" + print(data.span);
  std::set<NodeId> bodies;
  for (const auto& [from, to, link] : graph_.links_to(phrase)) {
    if (link->property != vocabulary::gaf::denoted_by) continue;
    if (bodies.empty()) {
      writer_.link(iri, vocabulary::rdf::type, vocabulary::oa::annotation);
      writer_.link(iri, vocabulary::oa::has_target, graph_[phrase].iri);
    }
    if (bodies.insert(from).second)
      writer_.link(iri, vocabulary::oa::has_body, graph_[from].iri);
  }
}

/// What a claim is about goes before it.
void Describer::describe_with_claims(NodeId id) {
  describe_node(id);
  for (const auto& [from, to, link] : graph_.links_to(id))
    if (link->kind == GraphLink::Kind::claims) describe_node(from);
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
  const auto& made = *article.configuration;
  writer_.link(activity, vocabulary::rdf::type, vocabulary::prov::activity);
  writer_.link(activity, vocabulary::prov::used, graph_[members.front()].iri);
  writer_.plain(activity, vocabulary::schema::software_version, made.version);
  writer_.plain(activity, vocabulary::dm::model_digest, made.model_digest);
  writer_.plain(activity, vocabulary::dm::ontology_digest,
                made.ontology_digest);
  for (const auto id : members)
    if (is<SectionNode>(id)) describe_node(id);
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
      if (is<PhraseNode>(id)) {
        describe_node(id);
        if (options_.web_annotation) annotate(id);
      }
    for (const auto id : members)
      if (is<SentenceNode>(id) || is<WordNode>(id)) describe_node(id);
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
  Describer describer(graph, options, sink);
  if (options.view == View::facts)
    describer.describe_facts();
  else
    describer.describe_all();
}

}  // namespace demarche
