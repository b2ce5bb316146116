#include "graphs/event_actors.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "extractor/coreference.h"
#include "extractor/entity_classes.h"
#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"
#include "extractor/reference.h"
#include "extractor/slots.h"
#include "extractor/tree.h"
#include "graphs/direct_triples.h"
#include "graphs/phrase_paths.h"

namespace demarche {
namespace {

constexpr std::size_t most_owners = 2;
constexpr int most_steps = 3;  ///< From a noun up to its clause.

/// The sentence of an event; an empty one where the words are not known, as in
/// graphs that were read back.
const Sentence& sentence_of(const Extraction& extraction, const Event& event) {
  static const Sentence unknown;
  const auto& sentences = extraction.analysis.sentences;
  return event.sentence < sentences.size() ? sentences[event.sentence]
                                           : unknown;
}

/// "talks with Chad", "the war against Chad": Chad is whom somebody else meets.
bool is_meeting_preposition(std::string_view lemma) {
  return lemma == "with" || lemma == "to" || lemma == "against";
}

bool is_among(EntityId id, const std::vector<EventActor>& actors) {
  return std::any_of(actors.begin(), actors.end(),
                     [&](const EventActor& one) { return one.entity == id; });
}

class ActorFinder {
 public:
  ActorFinder(const Extraction& extraction, const Event& event,
              const SentenceMentions& mentions, const Ontology& ontology)
      : extraction_(extraction),
        event_(event),
        mentions_(mentions),
        ontology_(ontology),
        classes_(ontology),
        force_(ontology.find_class("ArmedForce")),
        city_(ontology.find_class("City")),
        sides_(sides_of(event, ontology)),
        tree_(sentence_of(extraction, event)) {}

  EventActors find() const;

 private:
  using Actors = std::vector<EventActor>;

  bool is_a(EntityId id, ClassId type) const {
    return ontology_.is_a(extraction_.entities[index(id)].type, type);
  }
  EventActor mentioned(MentionId id) const {
    return actor(mentions_.entity_of[index(id)],
                 extraction_.mentions[index(id)].span);
  }
  std::span<const MentionId> mentions_here() const {
    if (tree_.sentence().words.empty()) return {};
    return mentions_.of_sentence[event_.sentence];
  }
  WordIndex head_of(MentionId id) const {
    return extraction_.mentions[index(id)].head;
  }
  EventActor actor(EntityId id, Span words) const;
  bool may_act(EntityId id) const;
  bool is_source(EntityId id) const;
  bool is_named(EntityId id) const {
    return has_name(extraction_.entities[index(id)], extraction_.mentions);
  }
  bool is_told_apart(const EventActor& actor) const {
    return !actor.code.code.empty() || is_named(actor.entity);
  }
  bool are_forces(const Actors& actors) const;
  bool is_namesake(const EventActor& actor, const Actors& actors) const;
  Actors actors(const std::vector<const Role*>& roles) const;
  Actors actors_of(const Role& role) const;
  std::optional<MentionId> owner_of(WordIndex word) const;
  bool is_owner(MentionId id) const;
  bool is_they(Span words) const;
  bool is_bare(const Mention& mention) const;
  bool is_reciprocal() const {
    return event_.type != ClassId::none && ontology_[event_.type].reciprocal;
  }
  void add_agent_above(EventActors& actors) const;
  std::optional<EventActor> agent_above() const;
  Actors told_apart(Actors actors) const;
  Actors sources() const;
  Actors targets(const Actors& sources) const;
  Actors content() const;
  Actors owners() const;
  Actors foreigner(const Actors& sources) const;
  std::string country_here(const EventActor& actor) const;

  const Extraction& extraction_;
  const Event& event_;
  const SentenceMentions& mentions_;
  const Ontology& ontology_;
  const EntityClasses classes_;
  ClassId force_, city_;
  Sides sides_;
  Tree tree_;
};

EventActors ActorFinder::find() const {
  EventActors found;
  found.sources = sources();
  found.targets = targets(found.sources);
  add_agent_above(found);
  for (Actors* side : {&found.sources, &found.targets})
    for (EventActor& actor : *side)
      if (!is_told_apart(actor)) actor.code.code = country_here(actor);
  return found;
}

EventActor ActorFinder::actor(EntityId id, Span words) const {
  return {id, words, actor_code(extraction_, id, "", ontology_)};
}

ActorFinder::Actors ActorFinder::sources() const {
  Actors found = actors(sides_.sources);
  if (found.empty())
    for (const MentionId id : event_.initiators)
      if (may_act(mentions_.entity_of[index(id)]))
        found.push_back(mentioned(id));
  return found;
}

ActorFinder::Actors ActorFinder::targets(const Actors& sources) const {
  Actors found = actors(sides_.targets);
  // "withdrew its troops", "opened its borders"
  std::erase_if(found, [&](const EventActor& target) {
    return is_among(target.entity, sources) || is_namesake(target, sources) ||
           (!is_a(target.entity, classes_.person) && is_source(target.entity));
  });
  // "sent troops to Chad"
  if (are_forces(found))
    if (auto others = told_apart(content()); !others.empty()) found = others;
  if (found.empty()) found = told_apart(owners());
  if (found.empty()) found = foreigner(sources);
  if (found.empty()) found = owners();
  // What is talked about takes no part.
  if (found.empty() && !is_reciprocal()) found = content();
  std::erase_if(found, [&](const EventActor& target) {
    return is_among(target.entity, sources);
  });
  return found;
}

/// An actor; or a place or "they", who may be one.
bool ActorFinder::may_act(EntityId id) const {
  const ClassId type = extraction_.entities[index(id)].type;
  return type == ClassId::none || is_a(id, classes_.actor) ||
         is_a(id, classes_.place);
}

bool ActorFinder::is_source(EntityId id) const {
  const EntityId behind = represented(extraction_, id);
  return std::any_of(
      sides_.sources.begin(), sides_.sources.end(), [&](const Role* role) {
        const auto* source = std::get_if<EntityId>(&role->filler);
        return source != nullptr && represented(extraction_, *source) == behind;
      });
}

/// Whether there is nobody but forces that are not known to be anybody's.
bool ActorFinder::are_forces(const Actors& actors) const {
  return std::all_of(actors.begin(), actors.end(), [&](const EventActor& one) {
    return one.code.code.empty() && is_a(one.entity, force_);
  });
}

/// Whether another of the same name is among them, as one person whom
/// coreference took for two.
bool ActorFinder::is_namesake(const EventActor& actor,
                              const Actors& actors) const {
  const auto label = [&](const EventActor& one) -> const std::string& {
    return extraction_.entities[index(one.entity)].label;
  };
  return is_named(actor.entity) &&
         std::any_of(actors.begin(), actors.end(), [&](const EventActor& one) {
           return label(one) == label(actor);
         });
}

ActorFinder::Actors ActorFinder::actors(
    const std::vector<const Role*>& roles) const {
  Actors found;
  for (const Role* role : roles)
    for (const EventActor& one : actors_of(*role))
      if (!is_among(one.entity, found)) found.push_back(one);
  return found;
}

/// Who fills a role: an actor, or whose plan, word or majority it is.  A thing
/// or an act is on no side of event data.
ActorFinder::Actors ActorFinder::actors_of(const Role& role) const {
  const auto* id = std::get_if<EntityId>(&role.filler);
  const bool acts = ontology_[role.property].side == Property::Side::source;
  if (id != nullptr && (may_act(*id) || (acts && is_they(role.evidence))))
    return {actor(*id, role.evidence)};
  if (const auto head = head_in(tree_, role.evidence))
    if (const auto owner = owner_of(*head)) return {mentioned(*owner)};
  return {};
}

/// One alone who talks or clashes does so with who acts in the clause.
void ActorFinder::add_agent_above(EventActors& actors) const {
  auto& [sources, targets] = actors;
  if (!is_reciprocal() || sources.size() + targets.size() != 1) return;
  const auto partner = head_in(
      tree_, sources.empty() ? targets.front().words : sources.front().words);
  const auto marker = partner ? tree_.child(*partner, {"case"}) : std::nullopt;
  if (!marker || !is_meeting_preposition(tree_[*marker].lemma)) return;
  if (targets.empty()) targets.swap(sources);
  const auto agent = agent_above();
  if (agent && !is_among(agent->entity, targets)) sources = {*agent};
}

/// Who acts in the clause that a noun is told in: "after talks with Chad, they
/// left".
std::optional<EventActor> ActorFinder::agent_above() const {
  WordIndex word = event_.trigger;
  if (word == no_word || word >= tree_.sentence().words.size() ||
      tree_[word].upos != Upos::noun)
    return std::nullopt;
  for (int steps = 0; steps < most_steps; ++steps) {
    const std::string& relation = tree_[word].relation;
    if (!(relation == "obl" || relation == "nmod" || relation == "obj"))
      return std::nullopt;
    word = tree_[word].head;
    if (word == no_word) return std::nullopt;
    if (tree_[word].upos != Upos::verb) continue;
    const auto agent = find_agent(tree_, word);
    if (!agent) return std::nullopt;
    for (const MentionId id : mentions_here())
      if (head_of(id) == *agent && may_act(mentions_.entity_of[index(id)]))
        return mentioned(id);
    return std::nullopt;
  }
  return std::nullopt;
}

/// Whether the words are "they", who may act whatever it seems to refer to.
bool ActorFinder::is_they(Span words) const {
  const Pronoun* pronoun =
      find_pronoun(to_lower(slice(extraction_.article.text, words)));
  return pronoun != nullptr && pronoun->plural && !pronoun->possessive;
}

/// "Chad's plan", "a Chadian plan", "a plan of Chad", "a majority of voters".
std::optional<MentionId> ActorFinder::owner_of(WordIndex word) const {
  for (const MentionId id : mentions_here())
    if (tree_[head_of(id)].head == word && is_owner(id)) return id;
  return std::nullopt;
}

bool ActorFinder::is_owner(MentionId id) const {
  const Mention& mention = extraction_.mentions[index(id)];
  const EntityId entity = mentions_.entity_of[index(id)];
  const Word& word = tree_[mention.head];
  if (mention.background || !may_act(entity)) return false;
  if (word.relation == "nmod:poss") return true;
  if (word.relation == "nmod") {
    const auto marker = tree_.child(mention.head, {"case"});
    return marker &&
           (tree_[*marker].lemma == "of" || tree_[*marker].lemma == "by");
  }
  // "a House bill", but "the Holm deal" is about Holm.
  return is_nominal_link(word) && mention.kind == MentionKind::name &&
         is_a(entity, classes_.organization);
}

/// Those with a name or a code, other than the source.
ActorFinder::Actors ActorFinder::told_apart(Actors actors) const {
  std::erase_if(actors, [&](const EventActor& actor) {
    return is_source(actor.entity) || !is_told_apart(actor);
  });
  return actors;
}

/// Who fills the roles on neither side, but for buildings: "withdrew from
/// Chad".
ActorFinder::Actors ActorFinder::content() const {
  std::vector<const Role*> content;
  for (const Role& role : event_.roles)
    if (role.property != PropertyId::none &&
        ontology_[role.property].side == Property::Side::neither)
      content.push_back(&role);
  Actors found = actors(content);
  std::erase_if(found, [&](const EventActor& one) {
    return is_a(one.entity, classes_.facility);
  });
  return found;
}

/// A singular noun without a determiner or anything else before it names a
/// matter, "for justice", and nobody.
bool ActorFinder::is_bare(const Mention& mention) const {
  return mention.kind == MentionKind::nominal && !mention.plural &&
         mention.first == mention.head;
}

ActorFinder::Actors ActorFinder::owners() const {
  std::vector<std::pair<int, MentionId>> found;  // links, mention
  for (const MentionId id : mentions_here()) {
    const EntityId entity = mentions_.entity_of[index(id)];
    const Mention& mention = extraction_.mentions[index(id)];
    if (mention.background || is_source(entity) || is_bare(mention) ||
        is_a(entity, classes_.facility) || is_a(entity, city_) ||
        !(is_a(entity, classes_.actor) || is_a(entity, classes_.place)) ||
        is_matter(tree_, event_.trigger, mention.head))
      continue;
    if (const auto links = links_to(tree_, event_.trigger, mention.head))
      found.emplace_back(*links, id);
  }
  std::sort(found.begin(), found.end());
  if (found.size() > most_owners) found.resize(most_owners);
  Actors owners;
  for (const auto& [links, id] : found) owners.push_back(mentioned(id));
  return owners;
}

/// The nearest of another country that the trigger's phrase names: "threatened
/// to strike unless Chad left".
ActorFinder::Actors ActorFinder::foreigner(const Actors& sources) const {
  if (sources.empty() || is_reciprocal()) return {};
  for (const MentionId id : mentions_here()) {
    const Mention& mention = extraction_.mentions[index(id)];
    const EventActor found = mentioned(id);
    const bool is_foreign =
        !found.code.code.empty() &&
        std::none_of(sources.begin(), sources.end(),
                     [&](const EventActor& source) {
                       return source.code.code == found.code.code;
                     });
    if (is_foreign && !mention.background && mention.head > event_.trigger &&
        !is_beside(tree_, event_.trigger, mention.head))
      return {found};
  }
  return {};
}

/// The code of the country that an actor's phrase names, or else of where the
/// event is: "residents of Abéché".
std::string ActorFinder::country_here(const EventActor& actor) const {
  for (const MentionId whole : mentions_here())
    if (extraction_.mentions[index(whole)].span == actor.words)
      for (const MentionId part : mentions_here()) {
        const std::string code = mentioned(part).code.code;
        if (!code.empty() && is_in_phrase(tree_, head_of(part), head_of(whole)))
          return code;
      }
  for (const EntityId place : event_.places) {
    const std::string code = actor_code(extraction_, place, "", ontology_).code;
    if (!code.empty()) return code;
  }
  return "";
}

}  // namespace

SentenceMentions::SentenceMentions(const Extraction& extraction)
    : of_sentence(mentions_by_sentence(extraction.mentions,
                                       extraction.analysis.sentences.size())),
      entity_of(entities_by_mention(extraction.entities,
                                    extraction.mentions.size())) {}

EventActors event_actors(const Extraction& extraction, const Event& event,
                         const SentenceMentions& mentions,
                         const Ontology& ontology) {
  return ActorFinder(extraction, event, mentions, ontology).find();
}

}  // namespace demarche
