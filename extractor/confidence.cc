#include "extractor/confidence.h"

#include <algorithm>
#include <cmath>

#include "extractor/coreference.h"
#include "extractor/event_sides.h"
#include "extractor/event_traits.h"
#include "extractor/reference.h"
#include "extractor/relation_traits.h"

namespace demarche {
namespace {

// bench/results.md has what other bounds gain and lose.
// With nobody on its sides: readers judged only events with somebody there.
constexpr double less_alone = .05;

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

/// Where an event happened is nobody on one of its sides; but whoever was
/// thought to be and is not, is where it happened: "exploded at a hotel".
void settle_places(Event& event) {
  std::erase_if(event.places, [&](EntityId place) {
    return std::any_of(
        event.roles.begin(), event.roles.end(), [&](const Role& role) {
          return role.label != "ARGM-LOC" && role.filler == Filler(place);
        });
  });
}

}  // namespace

std::vector<Event> without_doubtful(const Extraction& extraction,
                                    const std::vector<SentenceView>& views,
                                    const ConfidenceModel& model,
                                    const Ontology& ontology) {
  const auto mentions_of =
      mentions_by_sentence(extraction.mentions, views.size());
  const auto entity_of =
      entities_by_mention(extraction.entities, extraction.mentions.size());
  std::vector<Event> events = extraction.events;
  const auto weigh = [&](Event& event) {
    if (event.type == ClassId::none || ontology[event.type].plover.empty())
      return;
    const SentenceView& view = views[event.sentence];
    const auto fillers =
        side_fillers(extraction, event, mentions_of[event.sentence], ontology);
    const Traits traits =
        event_traits(extraction, event, fillers, view, ontology);
    event.confidence = model.type.probability(
        traits,
        model.type_share * model.network.of_type(view.tree[event.trigger],
                                                 ontology[event.type].plover));
    const double least = model.least_type - (fillers.empty() ? less_alone : 0);
    // Whose subject suffers what it tells looks like what he does.
    WeighedSides sides{event.roles};
    if (event.confidence >= least && !event.undergone)
      sides = weigh_sides(extraction, entity_of, mentions_of[event.sentence],
                          event, traits, view, model, ontology);
    if (event.confidence * std::sqrt(std::sqrt(sides.confidence)) < least) {
      untype(view.tree.sentence(), event);
      return;
    }
    event.roles = std::move(sides.roles);
    event.nobody = sides.nobody;
  };
  for (Event& event : events) {
    weigh(event);
    settle_places(event);
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
