#include "graphs/graph_reader.h"

#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graphs/node_reader.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace dm = vocabulary::dm;

class GraphReader {
 public:
  GraphReader(const SordSink& store, const Ontology& ontology)
      : store_(store), ontology_(ontology) {}

  KnowledgeGraph read();

 private:
  void add_articles();
  NodeId add(const std::string& iri);
  void link_all(NodeId from);
  void link(NodeId from, const RdfStatement& statement);
  void link_claimed(NodeId claim);
  void link_bare_relations();
  GraphLink::Kind kind_of(const RdfStatement& statement) const;

  const SordSink& store_;
  const Ontology& ontology_;
  KnowledgeGraph graph_;
  std::set<std::tuple<std::string, std::string, std::string>> claimed_;
};

/// What `describe` writes of a node itself, though its object is an IRI.
bool is_own_property(std::string_view property) {
  return property == vocabulary::rdf::type ||
         property == vocabulary::rdf::predicate ||
         property == vocabulary::nif::source_url ||
         property == vocabulary::nif::reference_context ||
         property == vocabulary::prov::was_generated_by ||
         property == vocabulary::skos::exact_match ||
         property == dm::same_entity_as || property == dm::factuality ||
         property == dm::stance || property == dm::bound;
}

void GraphReader::add_articles() {
  std::vector<std::pair<std::string, Configuration>> read;
  for (const auto& used : store_.find("", vocabulary::prov::used))
    read.emplace_back(used.object.text, read_configuration(SubjectStatements(
                                            store_, used.subject)));
  for (const auto& found : store_.find("", vocabulary::rdf::type,
                                       iri_term(vocabulary::nif::context))) {
    auto data = read_node(SubjectStatements(store_, found.subject));
    auto& article = std::get<ArticleNode>(data);
    for (const auto& [iri, configuration] : read)
      if (iri == found.subject)
        article.configuration = std::make_shared<Configuration>(configuration);
    const NodeId id{static_cast<std::uint32_t>(graph_.size())};
    graph_.add({found.subject, id, std::move(data)});
  }
}

NodeId GraphReader::add(const std::string& iri) {
  if (const auto known = graph_.find(iri)) return *known;
  const auto article = graph_.find(iri.substr(0, iri.find('#')));
  const bool is_part = article && iri.find('#') != std::string::npos &&
                       find_data<ArticleNode>(graph_, *article) != nullptr;
  return graph_.add({iri, is_part ? *article : NodeId::none,
                     read_node(SubjectStatements(store_, iri))});
}

GraphLink::Kind GraphReader::kind_of(const RdfStatement& statement) const {
  if (statement.predicate == dm::claims) return GraphLink::Kind::claims;
  if (statement.predicate == dm::claimer) return GraphLink::Kind::claimer;
  const auto id = ontology_.find_property(local_name(statement.predicate));
  if (id == PropertyId::none || ontology_[id].iri != statement.predicate)
    return GraphLink::Kind::detail;
  switch (ontology_[id].kind) {
    case Property::Kind::role:
      return GraphLink::Kind::role;
    case Property::Kind::direct_relation:
      return GraphLink::Kind::direct;
    case Property::Kind::standing_relation:
      return GraphLink::Kind::standing;
    case Property::Kind::other:
      return GraphLink::Kind::detail;
  }
  return GraphLink::Kind::detail;
}

void GraphReader::link(NodeId from, const RdfStatement& statement) {
  const auto& object = statement.object;
  if (object.kind != RdfTerm::Kind::iri ||
      is_own_property(statement.predicate) || object.text == dm::unnamed_source)
    return;
  const auto kind = kind_of(statement);
  if (kind == GraphLink::Kind::direct || kind == GraphLink::Kind::standing)
    return;  // Those that are claimed come first.
  const auto to = graph_.find(object.text);
  if (to) graph_.link(from, {kind, statement.predicate}, *to);
}

void GraphReader::link_all(NodeId from) {
  for (const auto& statement : store_.find(graph_[from].iri, ""))
    link(from, statement);
}

/// The relation that a claim states, asserted or not.
void GraphReader::link_claimed(NodeId claim) {
  const auto* found = find_data<ClaimNode>(graph_, claim);
  if (found == nullptr || found->predicate.empty()) return;
  const auto data = *found;  // Adding nodes moves it.
  const SubjectStatements statements(store_, graph_[claim].iri);
  const auto subject = statements.value(vocabulary::rdf::subject);
  const auto object = statements.value(vocabulary::rdf::object);
  if (subject.empty() || object.empty()) return;
  const bool asserted = data.depth == 0 &&
                        data.factuality == Factuality::certain_positive &&
                        store_.contains(subject, data.predicate, object);
  claimed_.emplace(subject, data.predicate, object);
  const auto about = graph_.find(statements.value(dm::claims));
  const bool is_standing =
      about && find_data<RelationshipNode>(graph_, *about) != nullptr;
  const auto from = add(subject), to = add(object);
  graph_.link(
      from,
      {is_standing ? GraphLink::Kind::standing : GraphLink::Kind::direct,
       data.predicate, claim, asserted},
      to);
}

/// The view of facts has relations without claims.
void GraphReader::link_bare_relations() {
  for (const auto& property : ontology_.properties()) {
    const bool is_direct = property.kind == Property::Kind::direct_relation;
    if (!is_direct && property.kind != Property::Kind::standing_relation)
      continue;
    for (const auto& found : store_.find("", property.iri)) {
      if (claimed_.contains(
              {found.subject, found.predicate, found.object.text}))
        continue;
      const auto from = add(found.subject), to = add(found.object.text);
      graph_.link(
          from,
          {is_direct ? GraphLink::Kind::direct : GraphLink::Kind::standing,
           property.iri, NodeId::none, true},
          to);
    }
  }
}

KnowledgeGraph GraphReader::read() {
  add_articles();
  std::set<std::string> subjects;
  for (const auto& found : store_.find("", vocabulary::rdf::type))
    if (found.object.text != vocabulary::prov::activity)
      subjects.insert(found.subject);
  for (const auto& iri : subjects) add(iri);
  const auto size = static_cast<std::uint32_t>(graph_.size());
  for (std::uint32_t i = 0; i < size; ++i) link_all(NodeId{i});
  for (std::uint32_t i = 0; i < size; ++i) link_claimed(NodeId{i});
  link_bare_relations();
  return std::move(graph_);
}

}  // namespace

KnowledgeGraph read_graph(const SordSink& store, const Ontology& ontology) {
  return GraphReader(store, ontology).read();
}

std::vector<ArticleNode> read_articles(
    const std::vector<RdfStatement>& statements) {
  std::set<std::string_view> articles;
  for (const auto& each : statements)
    if (each.predicate == vocabulary::rdf::type &&
        each.object.text == vocabulary::nif::context)
      articles.insert(each.subject);
  SordSink store;
  for (const auto& each : statements)
    if (articles.contains(each.subject)) store.write(each);
  std::vector<ArticleNode> nodes;
  for (const auto iri : articles)
    nodes.push_back(std::get<ArticleNode>(
        read_node(SubjectStatements(store, std::string(iri)))));
  return nodes;
}

}  // namespace demarche
