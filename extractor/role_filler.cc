#include "extractor/role_filler.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extractor/makers.h"
#include "extractor/noun_phrase.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

bool is_preposition_slot(std::string_view slot) {
  return !slot.starts_with("ARG") && slot != "subject" && slot != "object" &&
         slot != "possessive" && slot != "modifier";
}

/// Fills the roles of one event.
class RoleFiller {
 public:
  RoleFiller(const RoleSources& in, const Trigger& trigger, Event& event)
      : in_(in),
        trigger_(trigger),
        event_(event),
        sentence_(event.sentence),
        view_(in.views[event.sentence]),
        tree_(view_.tree),
        place_(in.ontology.find_class("Place")),
        actor_(in.ontology.find_class("Actor")),
        document_(in.ontology.find_class("Document")),
        statement_(in.ontology.find_class("Statement")),
        thing_(in.ontology.find_class("Thing")) {}

  void fill();

 private:
  std::vector<WordIndex> slot_fillers(std::string_view slot,
                                      PropertyId property) const;
  std::vector<WordIndex> hanging_on(WordIndex object,
                                    std::string_view slot) const;
  bool is_acting_modifier(WordIndex word) const;
  bool is_place_modifier(PropertyId property, WordIndex word) const;
  bool may_act(WordIndex word) const;
  bool is_text(WordIndex word) const;
  bool is_made(WordIndex word) const;
  std::vector<WordIndex> makers_of(WordIndex word) const;
  void turn_subject();
  void fill_from_light_verb();
  void fill_from_predication();
  void fill_addressee();
  void fill_untyped_roles();
  void prefer_actors();
  void find_initiators();
  bool is_brought_about(WordIndex word) const;
  void add_role(PropertyId property, WordIndex word);
  void add_filler(PropertyId property, WordIndex word);
  std::vector<WordIndex> joined_states(WordIndex word) const;
  Role role_of(PropertyId property, WordIndex word) const;
  bool heads_time(WordIndex word) const;
  bool is_short_phrase(WordIndex word) const;
  PropertyId first_role(Property::Side side) const;
  bool has_side(Property::Side side) const;
  bool has_actor(Property::Side side) const;
  bool is_thing(EntityId id) const {
    return in_.ontology.is_a(in_.extraction.entities[index(id)].type, thing_);
  }

  const RoleSources& in_;
  const Trigger& trigger_;
  Event& event_;
  std::uint32_t sentence_;
  const SentenceView& view_;
  const Tree& tree_;
  ClassId place_, actor_, document_, statement_, thing_;
};

void RoleFiller::fill() {
  if (trigger_.meaning == nullptr) return fill_untyped_roles();
  fill_from_predication();
  for (const auto& [slot, property] : trigger_.meaning->entry->slots)
    for (const WordIndex word : slot_fillers(slot, property))
      // "on Friday" is no topic.
      if (!heads_time(word) && !is_place_modifier(property, word) &&
          (slot != "modifier" || is_acting_modifier(word)))
        add_role(property, word);
  turn_subject();
  fill_from_light_verb();
  fill_addressee();
  prefer_actors();
  find_initiators();
}

/// The subject of an active verb that has another object, or none, is who
/// acts, where the analysis took it for who is acted on: "Holm resigns".
void RoleFiller::turn_subject() {
  const auto subject = tree_.child(trigger_.word, {"nsubj"});
  if (!subject || trigger_.light_verb || has_side(Property::Side::source) ||
      is_passive(tree_, trigger_.word))
    return;
  const auto& slots = trigger_.meaning->entry->slots;
  const auto acts = std::find_if(slots.begin(), slots.end(), [&](auto& slot) {
    return (slot.first == "ARG0" || slot.first == "subject") &&
           in_.ontology[slot.second].side == Property::Side::source;
  });
  const auto entity = in_.references.entity_at(sentence_, *subject);
  if (acts == slots.end() || !entity) return;
  for (Role& role : event_.roles)
    if (role.filler == Filler{*entity}) role.property = acts->second;
}

/// "the Chadian attack", but not "peace talks", "a short war" or the words of
/// an event's own name, "the Republican Convention".
bool RoleFiller::is_acting_modifier(WordIndex word) const {
  const auto& names = tree_.sentence().names;
  const bool in_its_name =
      std::any_of(names.begin(), names.end(), [&](const Name& name) {
        return name.first <= word && event_.trigger < name.end &&
               name.first <= event_.trigger && word < name.end;
      });
  const auto mention = in_.references.mention_at(sentence_, word);
  if (in_its_name || !mention) return false;
  const Mention& modifier = in_.extraction.mentions[index(*mention)];
  return modifier.kind == MentionKind::name ||
         in_.ontology.is_a(modifier.type, actor_);
}

/// "the Oslo attacks", "an Oval Office visit": they are where it was, though a
/// capital or seat may stand for its government elsewhere.
bool RoleFiller::is_place_modifier(PropertyId property, WordIndex word) const {
  if (in_.ontology[property].side != Property::Side::source) return false;
  const Word& modifier = tree_[word];
  if (modifier.head != event_.trigger || word > event_.trigger ||
      modifier.upos == Upos::adj ||
      !(is_relation(modifier.relation, "compound") ||
        is_relation(modifier.relation, "amod")))
    return false;
  const auto mention = in_.references.mention_at(sentence_, word);
  if (!mention) return false;
  const ClassId type = in_.extraction.mentions[index(*mention)].type;
  return in_.ontology.is_a(type, place_) &&
         !in_.ontology.is_a(type, in_.ontology.find_class("State"));
}

/// Where an entity fills an actor's role, events and phrases that the analysis
/// put beside it ("accused Armenia of abandoning") do not.
void RoleFiller::prefer_actors() {
  const auto is_entity = [&](const Role& role) {
    const auto* id = std::get_if<EntityId>(&role.filler);
    return id != nullptr && !is_thing(*id);
  };
  std::vector<PropertyId> named;
  for (const Role& role : event_.roles)
    if (in_.ontology[role.property].side != Property::Side::neither &&
        is_entity(role))
      named.push_back(role.property);
  std::erase_if(event_.roles, [&](const Role& role) {
    return !is_entity(role) &&
           std::find(named.begin(), named.end(), role.property) != named.end();
  });
}

std::vector<WordIndex> RoleFiller::slot_fillers(std::string_view slot,
                                                PropertyId property) const {
  auto fillers = find_slot(tree_, trigger_.word, slot);
  // "backed a penalty for X" backs the penalty, and a decision "by X" is not
  // praised by X.
  const bool may_hang_on_object =
      (slot != "for" && slot != "by") ||
      std::none_of(event_.roles.begin(), event_.roles.end(),
                   [&](const Role& r) { return r.property == property; });
  if (!trigger_.light_verb && fillers.empty() && is_preposition_slot(slot) &&
      tree_[trigger_.word].upos == Upos::verb && may_hang_on_object)
    // "broke off relations with X": it may hang on the object.
    if (const auto object = find_patient(tree_, trigger_.word))
      if (*object > trigger_.word) return hanging_on(*object, slot);
  if (!trigger_.light_verb) return fillers;
  if (trigger_.undergone && (slot == "possessive" || slot == "ARG0" ||
                             slot == "ARG1" || slot == "subject"))
    return {};  // The subject undergoes it.
  // "held their first talks": they are who holds them.
  if (tree_.child(*trigger_.light_verb, {"nsubj"}))
    std::erase_if(fillers, [&](WordIndex w) {
      return tree_[w].upos == Upos::pron && tree_[w].relation == "nmod:poss";
    });
  // "held talks with X": what hangs on the light verb is the noun's.
  const std::string_view of_verb =
      (slot == "possessive" &&
       in_.ontology[property].side != Property::Side::target) ||
              slot == "ARG0"
          ? "subject"
          : slot;
  if (of_verb == "object" || of_verb == "modifier" ||
      (of_verb.starts_with("ARG") && !of_verb.starts_with("ARGM")))
    return fillers;
  for (const WordIndex word : find_slot(tree_, *trigger_.light_verb, of_verb))
    if (word != trigger_.word &&
        std::find(fillers.begin(), fillers.end(), word) == fillers.end())
      fillers.push_back(word);
  return fillers;
}

/// "condemned the army's treatment of the prisoners": it is the army that is
/// condemned.
std::vector<WordIndex> RoleFiller::hanging_on(WordIndex object,
                                              std::string_view slot) const {
  const auto owner = tree_.child(object, {"nmod:poss"});
  if (slot == "of" && owner) return {*owner};
  return find_slot(tree_, object, slot);
}

void RoleFiller::fill_untyped_roles() {
  const Frame* frame = find_frame(tree_.sentence(), event_.trigger);
  if (frame == nullptr) return;
  for (const Argument& argument : frame->arguments) {
    if (argument.head == event_.trigger) continue;
    Role role = role_of(PropertyId::none, argument.head);
    role.label = argument.role;
    event_.roles.push_back(std::move(role));
  }
}

/// Whether a word is an actor, a place that stands for one, or a pronoun.
bool RoleFiller::may_act(WordIndex word) const {
  const ClassId type = in_.references.type_at(sentence_, word);
  return in_.references.mention_at(sentence_, word) &&
         (type == ClassId::none || in_.ontology.is_a(type, actor_) ||
          in_.ontology.is_a(type, place_) || tree_[word].upos == Upos::pron);
}

/// Whether a noun is a document or what is said: "letter", "statement".
bool RoleFiller::is_text(WordIndex word) const {
  const auto event = in_.event_at.find({sentence_, word});
  const ClassId type = event == in_.event_at.end()
                           ? in_.references.type_at(sentence_, word)
                           : in_.events[index(event->second)].type;
  return in_.ontology.is_a(type, document_) ||
         in_.ontology.is_a(type, statement_);
}

/// Whether somebody else acts where the words say that this noun does: a text,
/// or what a clause tells the content of ("his plan to attack").
bool RoleFiller::is_made(WordIndex word) const {
  if (tree_[word].upos != Upos::noun || may_act(word)) return false;
  if (is_text(word)) return true;
  WordIndex clause = event_.trigger;
  while (tree_[clause].head != word && tree_[clause].head != no_word)
    clause = tree_[clause].head;
  return tree_[clause].head == word && is_content_clause(tree_, clause);
}

/// Who is behind a decision or report, with those joined to him; or nobody.
std::vector<WordIndex> RoleFiller::makers_of(WordIndex word) const {
  for (const WordIndex maker : find_makers(tree_, word))
    if (may_act(maker) && maker != event_.trigger)
      return with_conjuncts(tree_, maker);
  return {};
}

void RoleFiller::add_role(PropertyId property, WordIndex word) {
  if (property == PropertyId::none || word == event_.trigger) return;
  const auto side = in_.ontology[property].side;
  if ((side == Property::Side::source || side == Property::Side::partner) &&
      is_made(word)) {
    const auto makers = makers_of(word);
    for (const WordIndex maker : makers) add_filler(property, maker);
    if (!makers.empty()) return;
  }
  if (in_.ontology[property].side == Property::Side::partner) {
    const auto states = joined_states(word);
    if (states.size() > 1) {
      for (const WordIndex state : states) add_filler(property, state);
      return;
    }
  }
  add_filler(property, word);
}

/// The states of "Norwegian and Swedish envoys", "Mali and Chad's ministers";
/// not of "Norwegian and Swedish companies", which act for none.
std::vector<WordIndex> RoleFiller::joined_states(WordIndex word) const {
  std::vector<WordIndex> states;
  const auto noun = find_denotation(tree_, word, in_.ontology);
  if (noun && !noun.entry->acts_for_state) return states;
  for (const char* slot : {"modifier", "possessive"})
    for (const WordIndex modifier : find_slot(tree_, word, slot))
      if (in_.ontology.is_a(in_.references.type_at(sentence_, modifier),
                            place_))
        states.push_back(modifier);
  return states;
}

void RoleFiller::add_filler(PropertyId property, WordIndex word) {
  Role role = role_of(property, word);
  const bool is_actor = in_.ontology[property].side != Property::Side::neither;
  // "the bombing of May 2021": a time takes no part in what happens.
  if (is_actor && std::holds_alternative<TimeId>(role.filler)) return;
  const bool known = std::any_of(
      event_.roles.begin(), event_.roles.end(), [&](const Role& other) {
        return other.property == property && other.filler == role.filler;
      });
  if (!known) event_.roles.push_back(std::move(role));
}

Role RoleFiller::role_of(PropertyId property, WordIndex word) const {
  Role role{property, "", tree_.subtree_span(word), tree_.subtree_span(word)};
  const auto other = in_.event_at.find({sentence_, word});
  const bool wants_actor =
      property != PropertyId::none &&
      in_.ontology[property].side != Property::Side::neither;
  const auto mention = in_.references.mention_at(sentence_, word);
  const auto entity = in_.references.entity_at(sentence_, word);
  if (entity && (wants_actor || other == in_.event_at.end())) {
    role.filler = *entity;
    role.evidence = in_.extraction.mentions[index(*mention)].span;
  } else if (other != in_.event_at.end() &&
             &in_.events[index(other->second)] != &event_) {
    role.filler = other->second;
    if (!is_short_phrase(word))
      role.evidence = in_.events[index(other->second)].span;
  } else {
    for (const TimeId id : in_.times_in[sentence_])
      if (in_.extraction.times[index(id)].head == word) role.filler = id;
  }
  return role;
}

/// A noun and what belongs to it, short enough to be quoted: "the minister's
/// visit".
bool RoleFiller::is_short_phrase(WordIndex word) const {
  constexpr WordIndex most_words = 12;
  return tree_[word].upos == Upos::noun &&
         tree_.end_below(word) - tree_.first_below(word) <= most_words;
}

/// The subject of a light verb does what the noun says; in "faces criticism
/// from X" it undergoes what X does.
void RoleFiller::fill_from_light_verb() {
  if (!trigger_.light_verb) return;
  const auto source = first_role(Property::Side::source);
  if (!trigger_.undergone) {
    if (has_side(Property::Side::source)) return;
    auto acting = find_slot(tree_, *trigger_.light_verb, "subject");
    if (acting.empty()) acting = find_slot(tree_, *trigger_.light_verb, "ARG0");
    for (const WordIndex word : acting) add_role(source, word);
    return;
  }
  const auto target = first_role(Property::Side::target);
  for (const WordIndex word : find_slot(tree_, *trigger_.light_verb, "subject"))
    add_role(target, word);
  for (const WordIndex head : {trigger_.word, *trigger_.light_verb})
    for (const WordIndex word : find_prepositional(tree_, head, "from"))
      add_role(source, word);
}

/// Whether what a word stands for is what its head brings about, or what the
/// document that it tells of says.
bool RoleFiller::is_brought_about(WordIndex word) const {
  constexpr std::array relations = {"obj", "obl", "xcomp", "nsubj:pass"};
  const std::string& relation = tree_[word].relation;
  if (tree_[word].head == no_word) return false;
  if (is_relation(relation, "acl")) return is_made(tree_[word].head);
  if (relation == "conj") return !is_passive(tree_, word);
  return std::any_of(
      relations.begin(), relations.end(),
      [&](std::string_view one) { return is_relation(relation, one); });
}

/// Who orders, announces or joins something is behind it, where no role says
/// who does it: "ordered an inquiry into", "released a letter urging".
void RoleFiller::find_initiators() {
  if (has_actor(Property::Side::source)) return;
  const auto initiates = [&](WordIndex verb, WordIndex part) {
    const auto& meanings = view_.meanings[verb];
    const bool is_circumstance = is_relation(tree_[part].relation, "obl");
    return std::any_of(meanings.begin(), meanings.end(), [&](const Meaning& m) {
      return m.entry->light || (m.entry->initiates && !is_circumstance);
    });
  };
  WordIndex word = trigger_.light_verb.value_or(trigger_.word);
  for (int steps = 0; steps < 4; ++steps) {
    if (!is_brought_about(word)) return;
    const WordIndex part = word;
    word = tree_[word].head;
    if (tree_[word].upos != Upos::verb) continue;
    if (!initiates(word, part)) return;
    for (const WordIndex by : find_slot(tree_, word, "subject"))
      if (const auto mention = in_.references.mention_at(sentence_, by))
        event_.initiators.push_back(*mention);
    return;
  }
}

/// Who is "in talks" or "at war" takes part; who is "under attack" is its
/// target.
void RoleFiller::fill_from_predication() {
  if (tree_[trigger_.word].upos != Upos::noun) return;
  const auto subject = tree_.child(trigger_.word, {"nsubj"});
  const auto marker = tree_.child(trigger_.word, {"case"});
  if (!subject || !marker) return;
  const std::string& lemma = tree_[*marker].lemma;
  const auto side =
      lemma == "under" ? Property::Side::target : Property::Side::source;
  if (lemma != "under" && lemma != "in" && lemma != "at") return;
  const PropertyId property = first_role(side);
  for (const WordIndex word : with_conjuncts(tree_, *subject))
    if (may_act(word)) add_role(property, word);
}

PropertyId RoleFiller::first_role(Property::Side side) const {
  for (const PropertyId role : in_.ontology[event_.type].roles)
    if (in_.ontology[role].side == side ||
        in_.ontology[role].side == Property::Side::partner)
      return role;
  return PropertyId::none;
}

bool RoleFiller::has_side(Property::Side side) const {
  return std::any_of(event_.roles.begin(), event_.roles.end(),
                     [&](const Role& role) {
                       if (role.property == PropertyId::none) return false;
                       const auto own = in_.ontology[role.property].side;
                       return own == side || own == Property::Side::partner;
                     });
}

bool RoleFiller::has_actor(Property::Side side) const {
  return std::any_of(event_.roles.begin(), event_.roles.end(),
                     [&](const Role& role) {
                       if (role.property == PropertyId::none) return false;
                       const auto own = in_.ontology[role.property].side;
                       const auto* id = std::get_if<EntityId>(&role.filler);
                       return id != nullptr && !is_thing(*id) &&
                              (own == side || own == Property::Side::partner);
                     });
}

/// Who is asked to do something is who would do it: "demanded that Mali free
/// the men" is a demand of Mali.
void RoleFiller::fill_addressee() {
  if (trigger_.meaning->entry->effect != Effect::requesting) return;
  const auto& roles = in_.ontology[event_.type].roles;
  const auto is_target = [&](PropertyId property) {
    return in_.ontology[property].side == Property::Side::target;
  };
  for (const Role& role : event_.roles)
    if (role.property != PropertyId::none && is_target(role.property)) return;
  const auto target = std::find_if(roles.begin(), roles.end(), is_target);
  if (target == roles.end()) return;
  std::vector<WordIndex> asked;
  for (const Role& role : event_.roles)
    if (const auto* content = std::get_if<EventId>(&role.filler)) {
      const WordIndex word = in_.events[index(*content)].trigger;
      if (const auto agent = find_agent(tree_, word))
        if (tree_.dominates(event_.trigger, *agent)) asked.push_back(*agent);
    }
  for (const WordIndex word : asked) add_role(*target, word);
}

bool RoleFiller::heads_time(WordIndex word) const {
  const auto& times = in_.times_in[sentence_];
  return std::any_of(times.begin(), times.end(), [&](TimeId id) {
    return in_.extraction.times[index(id)].head == word;
  });
}

}  // namespace

void fill_roles(const RoleSources& in, const Trigger& trigger, Event& event) {
  RoleFiller(in, trigger, event).fill();
}

}  // namespace demarche
