#include "extractor/confidence.h"

#include <algorithm>
#include <utility>

#include "extractor/event_traits.h"
#include "extractor/reference.h"
#include "extractor/relation_traits.h"

namespace demarche {
namespace {

// bench/results.md has what other bounds gain and lose.
constexpr double least_role = .7;
// With nobody on its sides: readers judged only events with somebody there.
constexpr double less_alone = .1;
// Of who is alone on his side: without him the event lacks somebody anyway.
constexpr double least_role_alone = .4;

/// The PropBank role of the argument inside `words`, or "".
std::string frame_label(const Sentence& sentence, WordIndex predicate,
                        Span words) {
  const Frame* frame = find_frame(sentence, predicate);
  if (frame == nullptr) return "";
  for (const Argument& argument : frame->arguments)
    if (contains(words, sentence.words[argument.head].span))
      return argument.role;
  return "";
}

void untype(const Sentence& sentence, Event& event) {
  event.type = ClassId::none;
  event.confidence = 1;
  event.mode.clear();
  event.initiators.clear();
  for (Role& role : event.roles) {
    role.property = PropertyId::none;
    role.label = frame_label(sentence, event.trigger, role.evidence);
  }
  std::erase_if(event.roles,
                [](const Role& role) { return role.label.empty(); });
}

/// "school" of "the school shooting": its part is anybody's guess.
bool is_modifier(const Word& word) {
  return word.relation == "amod" || is_relation(word.relation, "compound");
}

/// Of each side the likeliest stays, of partners two, even where it is a little
/// doubtful.
void drop_doubtful_roles(const std::vector<SideFiller>& fillers,
                         const Sentence& sentence, Event& event) {
  std::vector<const Role*> dropped;
  for (const SideFiller& filler : fillers) {
    const auto likelier = std::count_if(
        fillers.begin(), fillers.end(), [&](const SideFiller& other) {
          return other.side == filler.side &&
                 other.role->confidence > filler.role->confidence;
        });
    const bool stays =
        !is_modifier(sentence.words[filler.mention->head]) &&
        likelier < (filler.side == Property::Side::partner ? 2 : 1);
    if (filler.role->confidence < (stays ? least_role_alone : least_role))
      dropped.push_back(filler.role);
  }
  std::vector<Role> kept;
  for (const Role& role : event.roles)
    if (std::find(dropped.begin(), dropped.end(), &role) == dropped.end())
      kept.push_back(role);
  event.roles = std::move(kept);
}

}  // namespace

std::vector<Event> without_doubtful(const Extraction& extraction,
                                    const std::vector<SentenceView>& views,
                                    const ConfidenceModel& model,
                                    const Ontology& ontology) {
  const auto mentions_of =
      mentions_by_sentence(extraction.mentions, views.size());
  std::vector<Event> events = extraction.events;
  for (Event& event : events) {
    if (event.type == ClassId::none || ontology[event.type].plover.empty())
      continue;
    const SentenceView& view = views[event.sentence];
    const auto fillers =
        side_fillers(extraction, event, mentions_of[event.sentence], ontology);
    event.confidence = model.type.probability(
        event_traits(extraction, event, fillers, view, ontology));
    if (event.confidence <
        model.least_type - (fillers.empty() ? less_alone : 0)) {
      untype(view.tree.sentence(), event);
      continue;
    }
    for (std::size_t i = 0; i < fillers.size(); ++i)
      fillers[i].role->confidence = model.role.probability(
          role_traits(extraction, event, fillers, i, view, ontology));
    drop_doubtful_roles(fillers, view.tree.sentence(), event);
  }
  return events;
}

std::vector<Relation> with_confidence(const Extraction& extraction,
                                      const std::vector<SentenceView>& views,
                                      const References& references,
                                      const ConfidenceModel& model,
                                      const Ontology& ontology) {
  std::vector<Relation> relations = extraction.relations;
  for (Relation& relation : relations)
    relation.confidence = model.relation.probability(
        relation_traits(extraction, relation, references,
                        views[relation.sentence].tree, ontology));
  return relations;
}

}  // namespace demarche
