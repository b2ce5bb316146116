// Events by trigger.
//
//   Moscow  held  talks  with Ankara  on Friday
//   └ participant └ Negotiation └ participant └ time
//           └ light verb: lends its subject, time and truth
//
// The trigger's lexical entry says which slot fills which role; a predicate
// without an entry is kept with its PropBank roles.

#include "extractor/events.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "extractor/circumstances.h"
#include "extractor/event_stance.h"
#include "extractor/role_filler.h"
#include "extractor/slots.h"
#include "extractor/triggers.h"

namespace demarche {
namespace {

class EventFinder {
 public:
  EventFinder(const Extraction& extraction,
              const std::vector<SentenceView>& views,
              const References& references, const Attributed& attributed,
              const Ontology& ontology)
      : extraction_(extraction),
        views_(views),
        references_(references),
        attributed_(attributed),
        ontology_(ontology),
        place_(ontology.find_class("Place")),
        times_in_(views.size()) {
    for (std::uint32_t i = 0; i < extraction.times.size(); ++i)
      times_in_[extraction.times[i].sentence].push_back(TimeId{i});
  }

  std::vector<Event> find();

 private:
  void add_triggers(std::uint32_t sentence);
  bool repeats_earlier(std::uint32_t sentence);
  bool is_in_time(std::uint32_t sentence, WordIndex word) const;
  void fill_places(Event& event, const Trigger& trigger);
  bool is_of_topic(const Event& event, const Tree& tree, WordIndex place) const;

  const Extraction& extraction_;
  const std::vector<SentenceView>& views_;
  const References& references_;
  const Attributed& attributed_;
  const Ontology& ontology_;
  ClassId place_;
  std::vector<std::vector<TimeId>> times_in_;  ///< By sentence.
  std::vector<Event> events_;
  std::vector<Trigger> triggers_;  ///< Of each event.
  EventIndex event_at_;
  std::map<std::string_view, std::uint32_t> first_with_text_;
};

std::vector<Event> EventFinder::find() {
  const auto count = static_cast<std::uint32_t>(views_.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t passage = extraction_.analysis.sentences[i].passage;
    const auto& passages = extraction_.article.passages;
    if (passage < passages.size() && is_read(passages[passage].kind) &&
        !repeats_earlier(i))
      add_triggers(i);
  }
  const RoleSources sources{extraction_, views_,    references_, ontology_,
                            events_,     event_at_, times_in_};
  for (std::size_t i = 0; i < events_.size(); ++i) {
    fill_roles(sources, triggers_[i], events_[i]);
    fill_places(events_[i], triggers_[i]);
    const std::uint32_t sentence = events_[i].sentence;
    judge_event(triggers_[i], views_[sentence], attributed_.stances[sentence],
                events_[i]);
  }
  attach_times(extraction_, views_, event_at_, events_);
  look_ahead(extraction_, views_, events_);
  attach_quantities(extraction_, views_, event_at_, events_);
  return std::move(events_);
}

void EventFinder::add_triggers(std::uint32_t sentence) {
  const auto& words = extraction_.analysis.sentences[sentence].words;
  for (const Trigger& trigger :
       find_triggers(views_[sentence], sentence, references_,
                     extraction_.mentions, ontology_)) {
    if (is_in_time(sentence, trigger.word)) continue;  // "in March"
    Event event;
    event.sentence = sentence;
    event.trigger = trigger.word;
    event.span = words[trigger.word].span;
    event.evidence = {event.span};
    if (trigger.meaning != nullptr) {
      const LexicalEntry& entry = *trigger.meaning->entry;
      event.type = entry.evokes;
      event.mode =
          entry.mode.empty() ? ontology_[entry.evokes].mode : entry.mode;
    }
    if (const Frame* frame =
            find_frame(extraction_.analysis.sentences[sentence], trigger.word))
      event.roleset = frame->roleset;
    const auto id = EventId{static_cast<std::uint32_t>(events_.size())};
    event_at_[{sentence, trigger.word}] = id;
    if (trigger.light_verb)
      event_at_.emplace(std::pair(sentence, *trigger.light_verb), id);
    events_.push_back(std::move(event));
    triggers_.push_back(trigger);
  }
}

/// Whether a noun belongs to an expression of time.
bool EventFinder::is_in_time(std::uint32_t sentence, WordIndex word) const {
  const Word& noun = views_[sentence].tree[word];
  if (noun.upos != Upos::noun && noun.upos != Upos::propn) return false;
  const auto& times = times_in_[sentence];
  return std::any_of(times.begin(), times.end(), [&](TimeId id) {
    return contains(extraction_.times[index(id)].span, noun.span);
  });
}

bool EventFinder::repeats_earlier(std::uint32_t sentence) {
  const Sentence& here = extraction_.analysis.sentences[sentence];
  const auto [found, is_new] = first_with_text_.emplace(
      slice(extraction_.article.text, here.span), sentence);
  if (is_new || here.words.size() < 4) return false;
  const Sentence& first = extraction_.analysis.sentences[found->second];
  const auto& passages = extraction_.article.passages;
  if (passages[first.passage].narrative != passages[here.passage].narrative)
    return false;
  for (Event& event : events_) {
    if (event.sentence != found->second) continue;
    const std::uint32_t moved = here.span.begin - first.span.begin;
    event.evidence.push_back(
        {event.span.begin + moved, event.span.end + moved});
  }
  return true;
}

void EventFinder::fill_places(Event& event, const Trigger& trigger) {
  const Tree& tree = views_[event.sentence].tree;
  std::vector<WordIndex> heads = {trigger.word};
  if (trigger.light_verb) heads.push_back(*trigger.light_verb);
  for (const WordIndex head : heads)
    for (const char* slot : {"ARGM-LOC", "in", "at", "near"})
      for (const WordIndex word : find_slot(tree, head, slot)) {
        const auto entity = references_.entity_at(event.sentence, word);
        if (!entity || is_of_topic(event, tree, word)) continue;
        const ClassId type = extraction_.entities[index(*entity)].type;
        const auto& places = event.places;
        if (ontology_.is_a(type, place_) &&
            std::find(places.begin(), places.end(), *entity) == places.end())
          event.places.push_back(*entity);
      }
}

/// "spoke of the attack in Chad": there the attack was.
bool EventFinder::is_of_topic(const Event& event, const Tree& tree,
                              WordIndex place) const {
  return std::any_of(
      event.roles.begin(), event.roles.end(), [&](const Role& role) {
        const auto* id = std::get_if<EventId>(&role.filler);
        return id != nullptr &&
               events_[index(*id)].sentence == event.sentence &&
               tree.dominates(events_[index(*id)].trigger, place);
      });
}

}  // namespace

std::vector<Event> find_events(const Extraction& extraction,
                               const std::vector<SentenceView>& views,
                               const References& references,
                               const Attributed& attributed,
                               const Ontology& ontology) {
  return EventFinder(extraction, views, references, attributed, ontology)
      .find();
}

}  // namespace demarche
