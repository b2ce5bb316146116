// Who takes part in an event besides those whom its entry's slots name.

#include <algorithm>
#include <array>
#include <string_view>

#include "extractor/makers.h"
#include "extractor/role_filling.h"
#include "extractor/slots.h"

namespace demarche {

/// An actor who is the object of an active verb is acted on, where the analysis
/// gave the object no part: "mocked the president for resigning".
void RoleFiller::fill_object() {
  if (tree_[trigger_.word].upos != Upos::verb || trigger_.light_verb ||
      is_passive(tree_, trigger_.word) || has_actor(Property::Side::target))
    return;
  const auto object = tree_.child(trigger_.word, {"iobj", "obj"});
  const auto entity =
      object ? in_.references.entity_at(sentence_, *object) : std::nullopt;
  if (!entity ||
      !in_.ontology.is_a(in_.references.type_at(sentence_, *object), actor_))
    return;
  const auto& slots = trigger_.meaning->entry->slots;
  const auto target = std::find_if(slots.begin(), slots.end(), [&](auto& slot) {
    return in_.ontology[slot.second].side == Property::Side::target;
  });
  const bool has_part = std::any_of(
      event_.roles.begin(), event_.roles.end(),
      [&](const Role& role) { return role.filler == Filler{*entity}; });
  if (target == slots.end() || has_part) return;
  for (const WordIndex word : with_conjuncts(tree_, *object))
    add_role(target->second, word);
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

/// Whether an entity that is no mere thing fills the role.
bool RoleFiller::is_entity(const Role& role) const {
  const auto* id = std::get_if<EntityId>(&role.filler);
  return id != nullptr &&
         !in_.ontology.is_a(in_.extraction.entities[index(*id)].type, thing_);
}

/// Where an entity fills an actor's role, events and phrases that the analysis
/// put beside it ("accused Armenia of abandoning") do not.
void RoleFiller::prefer_actors() {
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

}  // namespace demarche
