#include "extractor/role_filler.h"

#include <algorithm>
#include <string_view>

#include "extractor/noun_phrase.h"
#include "extractor/role_filling.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

bool is_preposition_slot(std::string_view slot) {
  return !slot.starts_with("ARG") && slot != "subject" && slot != "object" &&
         slot != "possessive" && slot != "modifier";
}

}  // namespace

void RoleFiller::fill() {
  event_.undergone = trigger_.undergone;
  if (trigger_.meaning == nullptr) return fill_untyped_roles();
  fill_from_predication();
  for (const auto& [slot, property] : trigger_.meaning->entry->slots)
    for (const WordIndex word : slot_fillers(slot, property))
      // "on Friday" is no topic.
      if (!heads_time(word) && !is_place_modifier(property, word) &&
          !is_mere_place(slot, property, word) &&
          (slot != "modifier" || is_acting_modifier(word)))
        add_role(part_of(property, word), word);
  turn_subject();
  fill_object();
  fill_from_light_verb();
  fill_addressee();
  prefer_actors();
  find_initiators();
}

/// What a noun's possessor does, whatever role the analysis gave him: what the
/// entry says of a possessor, but in "Chad's murder of Holm" Chad acts.
PropertyId RoleFiller::part_of(PropertyId property, WordIndex word) const {
  const Word& owner = tree_[word];
  if (owner.relation != "nmod:poss" || owner.head != trigger_.word)
    return property;
  const auto& slots = trigger_.meaning->entry->slots;
  const auto own = std::find_if(slots.begin(), slots.end(), [](auto& slot) {
    return slot.first == "possessive";
  });
  if (own == slots.end() ||
      in_.ontology[own->second].side != Property::Side::target)
    return property;
  const auto of = find_prepositional(tree_, trigger_.word, "of");
  const bool acts = std::any_of(
      of.begin(), of.end(), [&](WordIndex other) { return may_act(other); });
  return acts ? first_role(Property::Side::source) : own->second;
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

/// "marched in Lima": a place is no cause or topic, it is where they did.
bool RoleFiller::is_mere_place(std::string_view slot, PropertyId property,
                               WordIndex word) const {
  const Property& role = in_.ontology[property];
  if ((slot != "in" && slot != "at" && slot != "near") ||
      role.side != Property::Side::neither ||
      (role.range != ClassId::none && in_.ontology.is_a(role.range, place_)))
    return false;
  const auto mention = in_.references.mention_at(sentence_, word);
  return mention && in_.ontology.is_a(
                        in_.extraction.mentions[index(*mention)].type, place_);
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
      if (*object > trigger_.word ||
          (tree_[*object].relation == "nsubj:pass" && slot != "by" &&
           slot != "of" && slot != "for"))
        return hanging_on(*object, slot);
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

/// Whether a role puts its filler on this side, or on both.
bool RoleFiller::is_on(const Role& role, Property::Side side) const {
  if (role.property == PropertyId::none) return false;
  const auto own = in_.ontology[role.property].side;
  return own == side || own == Property::Side::partner;
}

bool RoleFiller::has_side(Property::Side side) const {
  return std::any_of(event_.roles.begin(), event_.roles.end(),
                     [&](const Role& role) { return is_on(role, side); });
}

bool RoleFiller::has_actor(Property::Side side) const {
  return std::any_of(
      event_.roles.begin(), event_.roles.end(),
      [&](const Role& role) { return is_on(role, side) && is_entity(role); });
}

bool RoleFiller::heads_time(WordIndex word) const {
  const auto& times = in_.times_in[sentence_];
  return std::any_of(times.begin(), times.end(), [&](TimeId id) {
    return in_.extraction.times[index(id)].head == word;
  });
}

void fill_roles(const RoleSources& in, const Trigger& trigger, Event& event) {
  RoleFiller(in, trigger, event).fill();
}

}  // namespace demarche
