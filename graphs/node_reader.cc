// The reverse of the literals in graphs/statements.cc.

#include "graphs/node_reader.h"

#include <charconv>

#include "ontology/ontology.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace dm = vocabulary::dm;
using vocabulary::rdf::type;

constexpr Factuality all_values[] = {
    Factuality::certain_positive,  Factuality::probable_positive,
    Factuality::possible_positive, Factuality::certain_negative,
    Factuality::probable_negative, Factuality::possible_negative};

Factuality factuality(const SubjectStatements& statements) {
  const auto iri = statements.value(dm::factuality);
  for (const auto known : all_values)
    if (iri == std::string(vocabulary::ontology_namespace) + name_of(known))
      return known;
  return Factuality::unknown;
}

std::uint32_t number(const std::string& text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

ArticleNode read_article(const SubjectStatements& d) {
  ArticleNode article;
  const auto& iri = d.statements().front().subject;
  article.iri = iri.substr(0, iri.find('#'));
  article.text = d.value(vocabulary::nif::is_string);
  article.size = number(d.value(vocabulary::nif::end_index));
  article.is_digest = d.has(type, dm::digest);
  article.metadata = std::make_shared<Metadata>(
      Metadata{d.value(vocabulary::schema::identifier),
               d.value(vocabulary::nif::source_url),
               d.value(vocabulary::schema::headline),
               d.value(vocabulary::schema::date_published),
               d.value(vocabulary::schema::publisher)});
  return article;
}

CodePoints read_span(const SubjectStatements& d) {
  return {number(d.value(vocabulary::nif::begin_index)),
          number(d.value(vocabulary::nif::end_index))};
}

PhraseNode read_phrase(const SubjectStatements& d) {
  return {read_span(d), d.value(vocabulary::nif::anchor_of),
          d.value(dm::matched_label)};
}

WordNode read_word(const SubjectStatements& d) {
  return {read_span(d),
          d.value(vocabulary::nif::anchor_of),
          d.value(vocabulary::nif::lemma),
          d.value(dm::part_of_speech),
          d.value(vocabulary::nif::pos_tag),
          d.value(vocabulary::nif::dependency_relation_type)};
}

ClaimNode read_claim(const SubjectStatements& d) {
  return {factuality(d), number(d.value(dm::attribution_depth)),
          d.value(vocabulary::rdf::predicate),
          d.has(dm::claimer, dm::unnamed_source)};
}

EventNode read_event(const SubjectStatements& d) {
  return {d.value(type),        d.value(vocabulary::rdfs::label),
          d.value(dm::roleset), d.value(dm::plover_mode),
          factuality(d),        d.value(dm::is_future) == "true"};
}

bool is_time(const SubjectStatements& d) {
  return d.has(type, vocabulary::time::interval) ||
         d.has(type, vocabulary::time::instant) ||
         d.has(type, vocabulary::time::temporal_entity);
}

TimeNode read_time(const SubjectStatements& d) {
  using Kind = TimeExpression::Kind;
  const auto duration = d.value(vocabulary::time::has_xsd_duration);
  if (!duration.empty()) return {Kind::duration, duration};
  const auto period = d.value(dm::recurs_every);
  if (!period.empty()) return {Kind::set, "R/" + period};
  auto clock = d.value(dm::time_of_day);
  if (clock.size() < 8) return {Kind::date, d.value(dm::edtf)};
  clock.erase(5, 3);  // The seconds, which are not known.
  return {Kind::time, "T" + clock};
}

QuantityNode read_quantity(const SubjectStatements& d) {
  QuantityNode quantity;
  const auto value = d.value(dm::value), bound = d.value(dm::bound);
  std::from_chars(value.data(), value.data() + value.size(), quantity.value);
  quantity.unit = d.value(dm::unit);
  if (bound == dm::approximate) quantity.bound = Quantity::Bound::about;
  if (bound == dm::at_least) quantity.bound = Quantity::Bound::at_least;
  if (bound == dm::at_most) quantity.bound = Quantity::Bound::at_most;
  return quantity;
}

EntityNode read_entity(const SubjectStatements& d) {
  auto entity_type = d.value(type);
  if (entity_type == dm::entity) entity_type.clear();
  return {entity_type,
          d.value(vocabulary::rdfs::label),
          d.value(dm::actor_code),
          d.value(dm::sector),
          d.value(vocabulary::skos::exact_match),
          d.value(dm::same_entity_as)};
}

}  // namespace

std::string SubjectStatements::value(std::string_view property) const {
  for (const auto& statement : statements_)
    if (statement.predicate == property) return statement.object.text;
  return "";
}

bool SubjectStatements::has(std::string_view property,
                            std::string_view object) const {
  for (const auto& statement : statements_)
    if (statement.predicate == property && statement.object.text == object)
      return true;
  return false;
}

decltype(Node::data) read_node(const SubjectStatements& d) {
  if (d.has(type, vocabulary::nif::context)) return read_article(d);
  if (d.has(type, vocabulary::nif::phrase)) return read_phrase(d);
  if (d.has(type, vocabulary::nif::word)) return read_word(d);
  if (d.has(type, vocabulary::nif::sentence))
    return SentenceNode{read_span(d), d.value(vocabulary::nif::anchor_of)};
  if (d.has(type, dm::claim)) return read_claim(d);
  if (d.has(type, dm::standing))
    return RelationshipNode{d.value(vocabulary::rdfs::label), factuality(d)};
  if (!d.value(dm::factuality).empty()) return read_event(d);
  if (is_time(d)) return read_time(d);
  if (d.has(type, dm::quantity)) return read_quantity(d);
  if (d.has(type, vocabulary::schema::web_page)) return WebPageNode{};
  if (!d.value(dm::body).empty() || !d.value(dm::stance).empty())
    return SectionNode{d.value(type), d.value(vocabulary::rdfs::label),
                       d.value(dm::stance)};
  return read_entity(d);
}

Configuration read_configuration(const SubjectStatements& activity) {
  return {activity.value(vocabulary::schema::software_version),
          activity.value(dm::model_digest),
          activity.value(dm::ontology_digest)};
}

}  // namespace demarche
