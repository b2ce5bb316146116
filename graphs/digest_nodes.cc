// A digest as a story in parts:
//
//   #char=0,915  hasPart  #section=118,123    FactSection: the digest's voice
//                         #section=345,353    SourceSection
//                         #narrative=450,499  whose claims are its provider's

#include "graphs/digest_nodes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/claims.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

/// What the gazetteer calls exactly so, of class `type` or below.
std::optional<ConceptId> find_concept(const Ontology& ontology,
                                      std::string_view label, ClassId type) {
  for (const auto& match : ontology.find_label(label))
    if (match.kind == LabelKind::name &&
        ontology.is_a(ontology[match.concept_id].type, type))
      return match.concept_id;
  return std::nullopt;
}

bool contains_any(Span whole, const std::vector<Span>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](Span part) { return contains(whole, part); });
}

bool is_link(std::string_view words) {
  return words.starts_with("https://") || words.starts_with("http://");
}

class DigestAdder {
 public:
  DigestAdder(const Extraction& extraction, const Ontology& ontology,
              ArticleNodes& nodes);

  void add_sections();
  void add_sources();
  void add_narratives();

 private:
  NodeId find(Span words, std::string_view class_name);
  std::optional<NodeId> find_entity(Span words);
  void link(NodeId from, std::string_view property, Span words,
            std::string_view class_name);
  void link_counterparts();

  const Extraction& extraction_;
  const Article& article_;
  const Ontology& ontology_;
  ArticleNodes& nodes_;
  std::map<Span, EntityId> entity_at_;
  std::map<std::string_view, NodeId> made_;  ///< By name.
};

DigestAdder::DigestAdder(const Extraction& extraction, const Ontology& ontology,
                         ArticleNodes& nodes)
    : extraction_(extraction),
      article_(extraction.article),
      ontology_(ontology),
      nodes_(nodes) {
  for (std::uint32_t i = 0; i < extraction.entities.size(); ++i)
    for (const auto mention : extraction.entities[i].mentions)
      entity_at_.try_emplace(extraction.mentions[index(mention)].span,
                             EntityId{i});
}

std::optional<NodeId> DigestAdder::find_entity(Span words) {
  const auto found = entity_at_.find(words);
  if (found == entity_at_.end()) return std::nullopt;
  const auto node = nodes_.entity(found->second);
  nodes_.denote(node, words);
  return node;
}

/// Who is named where no sentence tells what a name is of: what the gazetteer
/// has of that class, else an entity of the article, else a new one.
NodeId DigestAdder::find(Span words, std::string_view class_name) {
  const auto name = slice(article_.text, words);
  const auto type = ontology_.find_class(class_name);
  if (const auto known = find_concept(ontology_, name, type))
    return nodes_.known(*known, words);
  if (const auto entity = find_entity(words)) return *entity;
  const auto made = made_.find(name);
  if (made == made_.end())
    return made_.emplace(name, nodes_.named(words, type)).first->second;
  nodes_.denote(made->second, words);
  return made->second;
}

void DigestAdder::link(NodeId from, std::string_view property, Span words,
                       std::string_view class_name) {
  if (words.begin == words.end) return;
  const auto node = find(words, class_name);
  nodes_.detail(from, property, node);
  nodes_.call(words, node);
}

void DigestAdder::add_sections() {
  for (std::uint32_t i = 0; i < article_.sections.size(); ++i) {
    const auto node = nodes_.section(i);
    nodes_.detail(nodes_.article(), vocabulary::schema::has_part, node);
    const Span body = article_.sections[i].body;
    if (body.begin < body.end)
      nodes_.detail(node, vocabulary::dm::body, nodes_.phrase(body));
  }
}

void DigestAdder::add_sources() {
  for (const auto& source : article_.sources) {
    if (is_link(slice(article_.text, source)))
      nodes_.detail(nodes_.article(), vocabulary::schema::citation,
                    nodes_.web_page(source));
    else
      link(nodes_.article(), vocabulary::schema::citation, source,
           "NewsOutlet");
  }
}

void DigestAdder::add_narratives() {
  for (std::uint32_t i = 0; i < article_.narratives.size(); ++i) {
    const auto& narrative = article_.narratives[i];
    const auto node = nodes_.narrative(i);
    nodes_.detail(nodes_.article(), vocabulary::schema::has_part, node);
    link(node, vocabulary::dm::about, narrative.about, "Actor");
    link(node, vocabulary::dm::provider, narrative.provider, "NewsOutlet");
    if (narrative.body.begin < narrative.body.end)
      nodes_.detail(node, vocabulary::dm::body, nodes_.phrase(narrative.body));
  }
  link_counterparts();
}

/// Pro against anti, about the same.
void DigestAdder::link_counterparts() {
  const auto& narratives = article_.narratives;
  const auto about = [&](const Narrative& narrative) {
    return find(narrative.about, "Actor");
  };
  for (std::uint32_t i = 0; i < narratives.size(); ++i)
    for (std::uint32_t j = 0; j < narratives.size(); ++j)
      if (are_opposed(narratives[i], narratives[j]) &&
          about(narratives[i]) == about(narratives[j]))
        nodes_.detail(nodes_.narrative(i), vocabulary::dm::counter_narrative,
                      nodes_.narrative(j));
}

}  // namespace

void add_digest(const Extraction& extraction, const Ontology& ontology,
                ArticleNodes& nodes) {
  if (!extraction.article.is_digest) return;
  DigestAdder adder(extraction, ontology, nodes);
  adder.add_sections();
  adder.add_sources();
  adder.add_narratives();
}

void link_sections(const Extraction& extraction, const ClaimNodes& claims,
                   ArticleNodes& nodes) {
  const auto& article = extraction.article;
  if (article.narratives.empty() && article.sections.empty()) return;
  const auto link = [&](std::size_t claim, std::string_view property,
                        NodeId part) {
    for (const auto node : claims.nodes[claim])
      nodes.detail(node, property, part);
  };
  for (std::size_t claim = 0; claim < claims.nodes.size(); ++claim) {
    const auto words = evidence_of(extraction, extraction.claims[claim]);
    for (std::uint32_t i = 0; i < article.narratives.size(); ++i)
      if (contains_any(article.narratives[i].body, words))
        link(claim, vocabulary::dm::in_narrative, nodes.narrative(i));
    for (std::uint32_t i = 0; i < article.sections.size(); ++i)
      if (contains_any(article.sections[i].body, words))
        link(claim, vocabulary::dm::in_section, nodes.section(i));
  }
}

}  // namespace demarche
