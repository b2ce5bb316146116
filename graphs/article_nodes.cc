#include "graphs/article_nodes.h"

#include <utility>

#include "graphs/entity_iri.h"
#include "graphs/statement_check.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

EntityNode node_of(const Entity& entity, const Ontology& ontology) {
  EntityNode node;
  if (entity.type != ClassId::none) node.type = ontology[entity.type].iri;
  node.label = entity.label;
  node.actor_code = entity.actor_code;
  node.sector = entity.sector;
  return node;
}

/// A concept is the same in every article, so only the gazetteer describes it.
EntityNode node_of(const Concept& known, const Ontology& ontology) {
  EntityNode node;
  if (known.type != ClassId::none) node.type = ontology[known.type].iri;
  node.label = known.label;
  node.actor_code = known.actor_code;
  node.sector = known.sector;
  node.wikidata = known.wikidata;
  return node;
}

std::string_view stance_iri(Narrative::Stance stance) {
  switch (stance) {
    case Narrative::Stance::pro:
      return vocabulary::dm::pro;
    case Narrative::Stance::anti:
      return vocabulary::dm::anti;
    case Narrative::Stance::other:
      return vocabulary::dm::other;
  }
  return "";
}

/// A heading without the marks around it: "Sources".
std::string title_of(std::string_view text, Span heading) {
  constexpr std::string_view marks = " *#_:.";
  while (heading.begin < heading.end &&
         marks.find(text[heading.begin]) != marks.npos)
    ++heading.begin;
  while (heading.begin < heading.end &&
         marks.find(text[heading.end - 1]) != marks.npos)
    --heading.end;
  return std::string(slice(text, heading));
}

}  // namespace

ArticleNodes::ArticleNodes(const Extraction& extraction,
                           const Ontology& ontology,
                           const Configuration& configuration,
                           KnowledgeGraph& graph)
    : extraction_(extraction),
      ontology_(ontology),
      graph_(graph),
      offsets_(extraction.article.text),
      base_(escape_iri(extraction.article.iri)),
      entities_(extraction.entities.size(), NodeId::none),
      times_(extraction.times.size(), NodeId::none),
      quantities_(extraction.quantities.size(), NodeId::none),
      events_(extraction.events.size(), NodeId::none),
      frames_(extraction.events.size(), NodeId::none),
      relationships_(extraction.relations.size(), NodeId::none),
      sections_(extraction.article.sections.size(), NodeId::none),
      narratives_(extraction.article.narratives.size(), NodeId::none) {
  const auto& article = extraction.article;
  article_ = NodeId{static_cast<std::uint32_t>(graph.size())};
  graph.add(
      {base_ + "#char=0," + std::to_string(offsets_.size()), article_,
       ArticleNode{base_, article.text, offsets_.size(), article.is_digest,
                   std::make_shared<Metadata>(article.metadata),
                   std::make_shared<Configuration>(configuration)}});
}

std::string ArticleNodes::print(Span span) const {
  return demarche::print(offsets_.code_points(span));
}

std::string ArticleNodes::new_iri(std::string_view name, Span span,
                                  std::string_view tail) {
  const auto points = offsets_.code_points(span);
  auto iri = base_ + "#";
  iri.append(name).append("=").append(demarche::print(points));
  auto key = std::string(name).append(tail);
  const int number = ++used_[{points, std::move(key)}];
  if (number > 1) iri += "," + std::to_string(number);
  return iri.append(tail);
}

NodeId ArticleNodes::add(std::string iri, decltype(Node::data) data) {
  return graph_.add({std::move(iri), article_, std::move(data)});
}

NodeId ArticleNodes::phrase(Span span) {
  const auto points = offsets_.code_points(span);
  const auto text = slice(extraction_.article.text, span);
  return add(base_ + "#char=" + demarche::print(points),
             PhraseNode{points, std::string(text), ""});
}

NodeId ArticleNodes::add_entity(EntityId id) {
  const auto& entity = extraction_.entities[index(id)];
  if (is_shared(entity, ontology_)) {
    const auto& known = ontology_[*entity.concept_id];
    return graph_.add(
        {std::string(known.iri), NodeId::none, node_of(known, ontology_)});
  }
  auto node = node_of(entity, ontology_);
  node.same_as = common_iri(extraction_, entity, ontology_);
  return add(new_iri("entity", first_mention(extraction_, entity)),
             std::move(node));
}

NodeId ArticleNodes::entity(EntityId id) {
  // What it acts for is described too, link by link: it may be a long chain.
  NodeId before = NodeId::none;
  for (std::optional<EntityId> next = id; next;
       next = extraction_.entities[index(*next)].acts_for) {
    auto& node = entities_[index(*next)];
    const bool is_new = node == NodeId::none;
    if (is_new) {
      node = add_entity(*next);
      const auto& entity = extraction_.entities[index(*next)];
      const Span mention = first_mention(extraction_, entity);
      denote(node, mention);
      if (is_shared(entity, ontology_) && mention.begin < mention.end)
        identify(node, mention, entity.matched_label);
    }
    if (before != NodeId::none && before != node)
      detail(before, vocabulary::dm::acts_for, node);
    if (!is_new) break;
    before = node;
  }
  return entities_[index(id)];
}

void ArticleNodes::identify(NodeId node, Span words,
                            std::string_view matched_label) {
  const auto mention = phrase(words);
  detail(mention, vocabulary::itsrdf::ta_ident_ref, node);
  graph_.set_matched_label(mention, matched_label);
}

NodeId ArticleNodes::known(ConceptId id, Span words) {
  const auto& concept_data = ontology_[id];
  const auto node = graph_.add({std::string(concept_data.iri), NodeId::none,
                                node_of(concept_data, ontology_)});
  denote(node, words);
  identify(node, words, slice(extraction_.article.text, words));
  return node;
}

NodeId ArticleNodes::time(TimeId id) {
  auto& node = times_[index(id)];
  if (node != NodeId::none) return node;
  const auto& time = extraction_.times[index(id)];
  node = add(new_iri("time", time.span), TimeNode{time.kind, time.value});
  denote(node, time.span);
  return node;
}

NodeId ArticleNodes::quantity(QuantityId id) {
  auto& node = quantities_[index(id)];
  if (node != NodeId::none) return node;
  const auto& quantity = extraction_.quantities[index(id)];
  node = add(new_iri("quantity", quantity.span),
             QuantityNode{quantity.value, quantity.unit, quantity.bound});
  denote(node, quantity.span);
  return node;
}

NodeId ArticleNodes::event(EventId id) {
  auto& node = events_[index(id)];
  const auto& event = extraction_.events[index(id)];
  if (node != NodeId::none || event.type == ClassId::none) return node;
  node =
      add(new_iri("event", event.span),
          EventNode{std::string(ontology_[event.type].iri),
                    std::string(slice(extraction_.article.text, event.span)),
                    event.roleset, event.mode, event.factuality, event.future});
  denote(node, event.span);
  for (const auto& span : event.evidence)
    if (span != event.span) denote(node, span);
  return node;
}

NodeId ArticleNodes::frame(EventId id) {
  auto& node = frames_[index(id)];
  if (node != NodeId::none) return node;
  const auto& event = extraction_.events[index(id)];
  node =
      add(new_iri("frame", event.span),
          EventNode{std::string(vocabulary::dm::frame),
                    std::string(slice(extraction_.article.text, event.span)),
                    event.roleset, event.mode, event.factuality, event.future});
  denote(node, event.span);
  return node;
}

NodeId ArticleNodes::sentence(Span span) {
  return add(new_iri("sentence", span),
             SentenceNode{offsets_.code_points(span),
                          std::string(slice(extraction_.article.text, span))});
}

NodeId ArticleNodes::word(const Word& word) {
  return add(new_iri("word", word.span),
             WordNode{offsets_.code_points(word.span),
                      std::string(slice(extraction_.article.text, word.span)),
                      word.lemma, std::string(name_of(word.upos)), word.xpos,
                      word.relation});
}

NodeId ArticleNodes::relationship(std::uint32_t number) {
  auto& node = relationships_[number];
  if (node != NodeId::none) return node;
  const auto& relation = extraction_.relations[number];
  node = add(new_iri("relation", relation.evidence),
             RelationshipNode{relation.label, relation.factuality});
  denote(node, relation.evidence);
  return node;
}

NodeId ArticleNodes::narrative(std::uint32_t number) {
  auto& node = narratives_[number];
  if (node != NodeId::none) return node;
  const auto& narrative = extraction_.article.narratives[number];
  node = add(new_iri("narrative", narrative.heading),
             SectionNode{std::string(vocabulary::dm::narrative),
                         title_of(extraction_.article.text, narrative.heading),
                         std::string(stance_iri(narrative.stance))});
  denote(node, narrative.heading);
  return node;
}

NodeId ArticleNodes::section(std::uint32_t number) {
  auto& node = sections_[number];
  if (node != NodeId::none) return node;
  const auto& section = extraction_.article.sections[number];
  const auto type = section.kind == Section::Kind::facts
                        ? vocabulary::dm::fact_section
                        : vocabulary::dm::source_section;
  node =
      add(new_iri("section", section.heading),
          SectionNode{std::string(type),
                      title_of(extraction_.article.text, section.heading), ""});
  denote(node, section.heading);
  return node;
}

NodeId ArticleNodes::named(Span words, ClassId type) {
  EntityNode entity;
  if (type != ClassId::none) entity.type = ontology_[type].iri;
  entity.label = slice(extraction_.article.text, words);
  const auto node = add(new_iri("entity", words), std::move(entity));
  denote(node, words);
  return node;
}

NodeId ArticleNodes::web_page(Span words) {
  const auto node =
      graph_.add({escape_iri(slice(extraction_.article.text, words)),
                  NodeId::none, WebPageNode{}});
  denote(node, words);
  return node;
}

NodeId ArticleNodes::called(Span words) {
  const auto found = called_.find(words);
  return found != called_.end() ? found->second : phrase(words);
}

NodeId ArticleNodes::claim(Span about, std::string_view by, ClaimNode claim) {
  return add(new_iri("claim", about, ";by=" + std::string(by)),
             std::move(claim));
}

void ArticleNodes::denote(NodeId node, Span span) {
  if (span.begin == span.end) return;
  detail(node, vocabulary::gaf::denoted_by, phrase(span));
}

void ArticleNodes::detail(NodeId from, std::string_view property, NodeId to) {
  graph_.link(from, {GraphLink::Kind::detail, property}, to);
}

}  // namespace demarche
