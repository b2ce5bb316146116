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
#include <array>
#include <map>
#include <string_view>

#include "extractor/circumstances.h"
#include "extractor/event_stance.h"
#include "extractor/slots.h"
#include "extractor/triggers.h"

namespace demarche {
namespace {

bool is_preposition_slot(std::string_view slot) {
  return !slot.starts_with("ARG") && slot != "subject" && slot != "object" &&
         slot != "possessive" && slot != "modifier";
}

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
        actor_(ontology.find_class("Actor")),
        times_in_(views.size()) {
    for (std::uint32_t i = 0; i < extraction.times.size(); ++i)
      times_in_[extraction.times[i].sentence].push_back(TimeId{i});
  }

  std::vector<Event> find();

 private:
  void add_triggers(std::uint32_t sentence);
  bool repeats_earlier(std::uint32_t sentence);
  void fill_roles(Event& event, const Trigger& trigger);
  void fill_addressee(Event& event, const Trigger& trigger);
  bool is_acting_modifier(const Event& event, WordIndex word) const;
  bool is_place_modifier(const Event& event, PropertyId property,
                         WordIndex word) const;
  void fill_from_light_verb(Event& event, const Trigger& trigger);
  void find_initiators(Event& event, const Trigger& trigger) const;
  PropertyId first_role(const Event& event, Property::Side side) const;
  bool has_side(const Event& event, Property::Side side) const;
  bool is_in_time(std::uint32_t sentence, WordIndex word) const;
  bool heads_time(std::uint32_t sentence, WordIndex word) const;
  void prefer_actors(Event& event) const;
  bool is_short_phrase(std::uint32_t sentence, WordIndex word) const;
  void fill_untyped_roles(Event& event);
  void fill_places(Event& event, const Trigger& trigger);
  void add_role(Event& event, PropertyId property, WordIndex word);
  void add_filler(Event& event, PropertyId property, WordIndex word);
  std::vector<WordIndex> joined_states(std::uint32_t sentence,
                                       WordIndex word) const;
  std::vector<WordIndex> slot_fillers(const Event& event,
                                      const Trigger& trigger,
                                      std::string_view slot,
                                      PropertyId property) const;
  Role role_of(const Event& event, PropertyId property, WordIndex word) const;
  bool has_filler(const Event& event, const Filler& filler) const;

  const Extraction& extraction_;
  const std::vector<SentenceView>& views_;
  const References& references_;
  const Attributed& attributed_;
  const Ontology& ontology_;
  ClassId place_, actor_;
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
  for (std::size_t i = 0; i < events_.size(); ++i) {
    fill_roles(events_[i], triggers_[i]);
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

bool EventFinder::heads_time(std::uint32_t sentence, WordIndex word) const {
  const auto& times = times_in_[sentence];
  return std::any_of(times.begin(), times.end(), [&](TimeId id) {
    return extraction_.times[index(id)].head == word;
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

void EventFinder::fill_roles(Event& event, const Trigger& trigger) {
  if (trigger.meaning == nullptr) return fill_untyped_roles(event);
  for (const auto& [slot, property] : trigger.meaning->entry->slots)
    for (const WordIndex word : slot_fillers(event, trigger, slot, property))
      // "on Friday" is no topic.
      if (!heads_time(event.sentence, word) &&
          !is_place_modifier(event, property, word) &&
          (slot != "modifier" || is_acting_modifier(event, word)))
        add_role(event, property, word);
  fill_from_light_verb(event, trigger);
  fill_addressee(event, trigger);
  prefer_actors(event);
  find_initiators(event, trigger);
}

/// "the Chadian attack", but not "peace talks", "a short war" or the words of
/// an event's own name, "the Republican Convention".
bool EventFinder::is_acting_modifier(const Event& event, WordIndex word) const {
  const auto& names = extraction_.analysis.sentences[event.sentence].names;
  const bool in_its_name =
      std::any_of(names.begin(), names.end(), [&](const Name& name) {
        return name.first <= word && event.trigger < name.end &&
               name.first <= event.trigger && word < name.end;
      });
  const auto mention = references_.mention_at(event.sentence, word);
  if (in_its_name || !mention) return false;
  const Mention& modifier = extraction_.mentions[index(*mention)];
  return modifier.kind == MentionKind::name ||
         ontology_.is_a(modifier.type, actor_);
}

/// "the Oslo attacks", "an Oval Office visit": they are where it was, though a
/// capital or seat may stand for its government elsewhere.
bool EventFinder::is_place_modifier(const Event& event, PropertyId property,
                                    WordIndex word) const {
  if (ontology_[property].side != Property::Side::source) return false;
  const Word& modifier = views_[event.sentence].tree[word];
  if (modifier.head != event.trigger || word > event.trigger ||
      modifier.upos == Upos::adj ||
      !(is_relation(modifier.relation, "compound") ||
        is_relation(modifier.relation, "amod")))
    return false;
  const auto mention = references_.mention_at(event.sentence, word);
  if (!mention) return false;
  const ClassId type = extraction_.mentions[index(*mention)].type;
  return ontology_.is_a(type, place_) &&
         !ontology_.is_a(type, ontology_.find_class("State"));
}

/// Where an entity fills an actor's role, events and phrases that the analysis
/// put beside it ("accused Armenia of abandoning") do not.
void EventFinder::prefer_actors(Event& event) const {
  const ClassId thing = ontology_.find_class("Thing");
  const auto is_entity = [&](const Role& role) {
    const auto* id = std::get_if<EntityId>(&role.filler);
    return id != nullptr &&
           !ontology_.is_a(extraction_.entities[index(*id)].type, thing);
  };
  std::vector<PropertyId> named;
  for (const Role& role : event.roles)
    if (ontology_[role.property].side != Property::Side::neither &&
        is_entity(role))
      named.push_back(role.property);
  std::erase_if(event.roles, [&](const Role& role) {
    return !is_entity(role) &&
           std::find(named.begin(), named.end(), role.property) != named.end();
  });
}

std::vector<WordIndex> EventFinder::slot_fillers(const Event& event,
                                                 const Trigger& trigger,
                                                 std::string_view slot,
                                                 PropertyId property) const {
  const Tree& tree = views_[event.sentence].tree;
  auto fillers = find_slot(tree, trigger.word, slot);
  // "backed a penalty for X" backs the penalty.
  const bool may_hang_on_object =
      slot != "for" ||
      std::none_of(event.roles.begin(), event.roles.end(),
                   [&](const Role& r) { return r.property == property; });
  if (!trigger.light_verb && fillers.empty() && is_preposition_slot(slot) &&
      tree[trigger.word].upos == Upos::verb && may_hang_on_object)
    // "broke off relations with X": it may hang on the object.
    if (const auto object = find_patient(tree, trigger.word))
      if (*object > trigger.word) return find_slot(tree, *object, slot);
  if (!trigger.light_verb) return fillers;
  if (trigger.undergone && (slot == "possessive" || slot == "ARG0" ||
                            slot == "ARG1" || slot == "subject"))
    return {};  // The subject undergoes it.
  // "held their first talks": they are who holds them.
  if (tree.child(*trigger.light_verb, {"nsubj"}))
    std::erase_if(fillers, [&](WordIndex w) {
      return tree[w].upos == Upos::pron && tree[w].relation == "nmod:poss";
    });
  // "held talks with X": what hangs on the light verb is the noun's.
  const std::string_view of_verb =
      (slot == "possessive" &&
       ontology_[property].side != Property::Side::target) ||
              slot == "ARG0"
          ? "subject"
          : slot;
  if (of_verb == "object" || of_verb == "modifier" ||
      (of_verb.starts_with("ARG") && !of_verb.starts_with("ARGM")))
    return fillers;
  for (const WordIndex word : find_slot(tree, *trigger.light_verb, of_verb))
    if (word != trigger.word &&
        std::find(fillers.begin(), fillers.end(), word) == fillers.end())
      fillers.push_back(word);
  return fillers;
}

void EventFinder::fill_untyped_roles(Event& event) {
  const Frame* frame =
      find_frame(extraction_.analysis.sentences[event.sentence], event.trigger);
  if (frame == nullptr) return;
  for (const Argument& argument : frame->arguments) {
    if (argument.head == event.trigger) continue;
    Role role = role_of(event, PropertyId::none, argument.head);
    role.label = argument.role;
    event.roles.push_back(std::move(role));
  }
}

void EventFinder::add_role(Event& event, PropertyId property, WordIndex word) {
  if (property == PropertyId::none || word == event.trigger) return;
  if (ontology_[property].side == Property::Side::partner) {
    const auto states = joined_states(event.sentence, word);
    if (states.size() > 1) {
      for (const WordIndex state : states) add_filler(event, property, state);
      return;
    }
  }
  add_filler(event, property, word);
}

/// The states of "Norwegian and Swedish envoys", "Mali and Chad's ministers".
std::vector<WordIndex> EventFinder::joined_states(std::uint32_t sentence,
                                                  WordIndex word) const {
  const Tree& tree = views_[sentence].tree;
  std::vector<WordIndex> states;
  for (const char* slot : {"modifier", "possessive"})
    for (const WordIndex modifier : find_slot(tree, word, slot))
      if (ontology_.is_a(references_.type_at(sentence, modifier), place_))
        states.push_back(modifier);
  return states;
}

void EventFinder::add_filler(Event& event, PropertyId property,
                             WordIndex word) {
  Role role = role_of(event, property, word);
  const bool is_actor = ontology_[property].side != Property::Side::neither;
  // "the bombing of May 2021": a time takes no part in what happens.
  if (is_actor && std::holds_alternative<TimeId>(role.filler)) return;
  const bool known = std::any_of(
      event.roles.begin(), event.roles.end(), [&](const Role& other) {
        return other.property == property && other.filler == role.filler;
      });
  if (!known) event.roles.push_back(std::move(role));
}

Role EventFinder::role_of(const Event& event, PropertyId property,
                          WordIndex word) const {
  const Tree& tree = views_[event.sentence].tree;
  Role role{property, "", tree.subtree_span(word), tree.subtree_span(word)};
  const auto other = event_at_.find({event.sentence, word});
  const bool wants_actor = property != PropertyId::none &&
                           ontology_[property].side != Property::Side::neither;
  const auto mention = references_.mention_at(event.sentence, word);
  const auto entity = references_.entity_at(event.sentence, word);
  if (entity && (wants_actor || other == event_at_.end())) {
    role.filler = *entity;
    role.evidence = extraction_.mentions[index(*mention)].span;
  } else if (other != event_at_.end() &&
             &events_[index(other->second)] != &event) {
    role.filler = other->second;
    if (!is_short_phrase(event.sentence, word))
      role.evidence = events_[index(other->second)].span;
  } else {
    for (const TimeId id : times_in_[event.sentence])
      if (extraction_.times[index(id)].head == word) role.filler = id;
  }
  return role;
}

/// A noun and what belongs to it, short enough to be quoted: "the minister's
/// visit".
bool EventFinder::is_short_phrase(std::uint32_t sentence,
                                  WordIndex word) const {
  constexpr WordIndex most_words = 12;
  const Tree& tree = views_[sentence].tree;
  return tree[word].upos == Upos::noun &&
         tree.end_below(word) - tree.first_below(word) <= most_words;
}

/// The subject of a light verb does what the noun says; in "faces criticism
/// from X" it undergoes what X does.
void EventFinder::fill_from_light_verb(Event& event, const Trigger& trigger) {
  if (!trigger.light_verb) return;
  const Tree& tree = views_[event.sentence].tree;
  const auto source = first_role(event, Property::Side::source);
  if (!trigger.undergone) {
    if (has_side(event, Property::Side::source)) return;
    auto acting = find_slot(tree, *trigger.light_verb, "subject");
    if (acting.empty()) acting = find_slot(tree, *trigger.light_verb, "ARG0");
    for (const WordIndex word : acting) add_role(event, source, word);
    return;
  }
  const auto target = first_role(event, Property::Side::target);
  for (const WordIndex word : find_slot(tree, *trigger.light_verb, "subject"))
    add_role(event, target, word);
  for (const WordIndex head : {trigger.word, *trigger.light_verb})
    for (const WordIndex word : find_prepositional(tree, head, "from"))
      add_role(event, source, word);
}

/// Who orders, announces or joins something is behind it, where no role says
/// who does it: "ordered an inquiry into".
void EventFinder::find_initiators(Event& event, const Trigger& trigger) const {
  if (has_side(event, Property::Side::source)) return;
  const SentenceView& view = views_[event.sentence];
  const auto initiates = [&](WordIndex word) {
    const auto& meanings = view.meanings[word];
    return std::any_of(meanings.begin(), meanings.end(), [](const Meaning& m) {
      return m.entry->initiates || m.entry->light;
    });
  };
  constexpr std::array relations = {"obj",  "obl",   "nmod",
                                    "conj", "xcomp", "nsubj:pass"};
  WordIndex word = trigger.light_verb.value_or(trigger.word);
  for (int steps = 0; steps < 4; ++steps) {
    const bool goes_up = std::any_of(
        relations.begin(), relations.end(), [&](std::string_view relation) {
          return is_relation(view.tree[word].relation, relation);
        });
    word = view.tree[word].head;
    if (!goes_up || word == no_word) return;
    if (view.tree[word].upos != Upos::verb) continue;
    if (!initiates(word)) return;
    for (const WordIndex by : find_slot(view.tree, word, "subject"))
      if (const auto mention = references_.mention_at(event.sentence, by))
        event.initiators.push_back(*mention);
    return;
  }
}

PropertyId EventFinder::first_role(const Event& event,
                                   Property::Side side) const {
  for (const PropertyId role : ontology_[event.type].roles)
    if (ontology_[role].side == side ||
        ontology_[role].side == Property::Side::partner)
      return role;
  return PropertyId::none;
}

bool EventFinder::has_side(const Event& event, Property::Side side) const {
  return std::any_of(event.roles.begin(), event.roles.end(),
                     [&](const Role& role) {
                       if (role.property == PropertyId::none) return false;
                       const auto own = ontology_[role.property].side;
                       return own == side || own == Property::Side::partner;
                     });
}

/// Who is asked to do something is who would do it: "demanded that Mali free
/// the men" is a demand of Mali.
void EventFinder::fill_addressee(Event& event, const Trigger& trigger) {
  if (trigger.meaning->entry->effect != Effect::requesting) return;
  const auto& roles = ontology_[event.type].roles;
  const auto is_target = [&](PropertyId property) {
    return ontology_[property].side == Property::Side::target;
  };
  for (const Role& role : event.roles)
    if (role.property != PropertyId::none && is_target(role.property)) return;
  const auto target = std::find_if(roles.begin(), roles.end(), is_target);
  if (target == roles.end()) return;
  std::vector<WordIndex> asked;
  for (const Role& role : event.roles)
    if (const auto* content = std::get_if<EventId>(&role.filler)) {
      const Tree& tree = views_[event.sentence].tree;
      const WordIndex word = events_[index(*content)].trigger;
      if (const auto agent = find_agent(tree, word))
        if (tree.dominates(event.trigger, *agent)) asked.push_back(*agent);
    }
  for (const WordIndex word : asked) add_role(event, *target, word);
}

void EventFinder::fill_places(Event& event, const Trigger& trigger) {
  const Tree& tree = views_[event.sentence].tree;
  std::vector<WordIndex> heads = {trigger.word};
  if (trigger.light_verb) heads.push_back(*trigger.light_verb);
  for (const WordIndex head : heads)
    for (const char* slot : {"ARGM-LOC", "in", "at", "near"})
      for (const WordIndex word : find_slot(tree, head, slot)) {
        const auto entity = references_.entity_at(event.sentence, word);
        if (!entity || has_filler(event, *entity)) continue;
        const ClassId type = extraction_.entities[index(*entity)].type;
        const auto& places = event.places;
        if (ontology_.is_a(type, place_) &&
            std::find(places.begin(), places.end(), *entity) == places.end())
          event.places.push_back(*entity);
      }
}

bool EventFinder::has_filler(const Event& event, const Filler& filler) const {
  return std::any_of(event.roles.begin(), event.roles.end(),
                     [&](const Role& role) { return role.filler == filler; });
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
