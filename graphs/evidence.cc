#include "graphs/evidence.h"

#include <algorithm>
#include <set>

#include "ontology/vocabulary.h"

namespace demarche {
namespace {

constexpr std::size_t longest_chain = 50;

bool is_date(const TimeNode& time) {
  return !time.value.empty() && time.value[0] >= '0' && time.value[0] <= '9';
}

/// How much text lies between two pieces of it.
std::size_t distance(CodePoints one, CodePoints other) {
  const std::size_t begin = std::max(one.begin, other.begin);
  const std::size_t end = std::min(one.end, other.end);
  return begin > end ? begin - end : 0;
}

}  // namespace

NodeId find_kind(const KnowledgeGraph& graph, NodeId from,
                 GraphLink::Kind kind) {
  for (const auto& [source, to, link] : graph.links_from(from))
    if (link->kind == kind) return to;
  return NodeId::none;
}

NodeId find_link(const KnowledgeGraph& graph, NodeId from,
                 std::string_view property) {
  for (const auto& [source, to, link] : graph.links_from(from))
    if (link->property == property) return to;
  return NodeId::none;
}

std::string label_of(const KnowledgeGraph& graph, NodeId id) {
  const auto& node = graph[id];
  if (const auto* entity = std::get_if<EntityNode>(&node.data))
    if (!entity->label.empty()) return entity->label;
  if (const auto* event = std::get_if<EventNode>(&node.data))
    if (!event->label.empty()) return event->label;
  if (const auto* phrase = std::get_if<PhraseNode>(&node.data))
    return phrase->text;
  if (const auto* section = std::get_if<SectionNode>(&node.data))
    return section->label;
  const auto words = find_link(graph, id, vocabulary::gaf::denoted_by);
  if (words != NodeId::none)  // A time, a quantity.
    if (const auto* phrase = find_data<PhraseNode>(graph, words))
      return phrase->text;
  return std::string(local_name(node.iri));
}

std::string words_for(Factuality factuality) {
  switch (factuality) {
    case Factuality::certain_positive:
      return "";
    case Factuality::probable_positive:
      return "probably";
    case Factuality::possible_positive:
      return "possibly";
    case Factuality::certain_negative:
      return "not";
    case Factuality::probable_negative:
      return "probably not";
    case Factuality::possible_negative:
      return "possibly not";
    case Factuality::unknown:
      return "not committed";
  }
  return "";
}

std::string class_of(const KnowledgeGraph& graph, NodeId id) {
  std::string_view type;
  if (const auto* entity = find_data<EntityNode>(graph, id))
    type = entity->type;
  if (const auto* event = find_data<EventNode>(graph, id)) type = event->type;
  return type == vocabulary::dm::entity ? "" : std::string(local_name(type));
}

std::string last_claimer(const Evidence& evidence) {
  const auto how = words_for(evidence.factuality);
  const auto who = evidence.claimers.empty() ? std::string("the article")
                                             : evidence.claimers.back().name;
  return how.empty() ? who : who + ": " + how;
}

std::string chain_of(const Evidence& evidence) {
  const auto& publisher = evidence.article.publisher;
  auto chain = publisher.empty() ? std::string("the article") : publisher;
  for (const auto& claimer : evidence.claimers)
    chain += " \xe2\x86\x92 " + claimer.name;
  const auto how = words_for(evidence.factuality);
  return how.empty() ? chain : chain + ": " + how;
}

/// The words that denote a node, of several those nearest to the cue of a claim
/// about it, else the first.
void EvidenceReader::add_words(NodeId node, const PhraseNode* cue,
                               Evidence& evidence) {
  const PhraseNode* phrase = nullptr;
  NodeId article_id = NodeId::none;
  for (const auto& [from, to, link] : graph_.links_from(node)) {
    if (link->property != vocabulary::gaf::denoted_by) continue;
    const auto* found = find_data<PhraseNode>(graph_, to);
    if (!found) continue;
    const auto rank = [&](const PhraseNode& words) {
      return std::pair(cue != nullptr ? distance(words.span, cue->span) : 0,
                       words.span);  // Whatever the order in the graph.
    };
    if (phrase && rank(*phrase) <= rank(*found)) continue;
    phrase = found;
    article_id = graph_[to].article;
  }
  if (phrase == nullptr || article_id == NodeId::none) return;
  const auto* article = find_data<ArticleNode>(graph_, article_id);
  if (article == nullptr) return;
  const auto& about = *article->metadata;
  evidence.article = {article->iri,
                      about.title.empty() ? about.id : about.title,
                      about.published, about.publisher};
  const auto& offsets =
      offsets_.try_emplace(article_id, article->text).first->second;
  if (const auto span = offsets.bytes(phrase->span))
    evidence.excerpt = excerpt_around(article->text, *span);
}

void EvidenceReader::add_date(NodeId about, Evidence& evidence) const {
  const auto id = find_link(graph_, about, vocabulary::sem::has_time);
  const auto* time =
      id == NodeId::none ? nullptr : find_data<TimeNode>(graph_, id);
  evidence.date = time != nullptr && is_date(*time)
                      ? time->value
                      : evidence.article.published.substr(0, 10);
}

Evidence EvidenceReader::of_node(NodeId node) { return of_node(node, nullptr); }

Evidence EvidenceReader::of_node(NodeId node, const PhraseNode* cue) {
  Evidence evidence;
  add_words(node, cue, evidence);
  add_date(node, evidence);
  if (const auto* event = find_data<EventNode>(graph_, node))
    evidence.factuality = event->factuality;
  return evidence;
}

Claimer EvidenceReader::claimer_of(NodeId id) const {
  Claimer claimer;
  const auto who = find_kind(graph_, id, GraphLink::Kind::claimer);
  claimer.name = who == NodeId::none ? "unnamed" : label_of(graph_, who);
  const auto cue = find_link(graph_, id, vocabulary::dm::cue);
  if (cue != NodeId::none) claimer.cue = label_of(graph_, cue);
  claimer.factuality = find_data<ClaimNode>(graph_, id)->factuality;
  return claimer;
}

Evidence EvidenceReader::of_claim(NodeId id) {
  const auto* claim =
      id == NodeId::none ? nullptr : find_data<ClaimNode>(graph_, id);
  if (claim == nullptr) return {};
  const auto about = find_kind(graph_, id, GraphLink::Kind::claims);
  Evidence evidence;
  const auto cue = find_link(graph_, id, vocabulary::dm::cue);
  if (about != NodeId::none)
    evidence =
        of_node(about, cue != NodeId::none ? find_data<PhraseNode>(graph_, cue)
                                           : nullptr);
  evidence.factuality = claim->factuality;
  // A graph that others wrote may have circles, or a chain that nobody reads.
  std::set<NodeId> seen;
  while (claim && claim->depth > 0 && seen.size() < longest_chain &&
         seen.insert(id).second) {
    evidence.claimers.push_back(claimer_of(id));
    id = find_link(graph_, id, vocabulary::dm::within_claim);
    claim = id == NodeId::none ? nullptr : find_data<ClaimNode>(graph_, id);
  }
  std::reverse(evidence.claimers.begin(), evidence.claimers.end());
  return evidence;
}

}  // namespace demarche
