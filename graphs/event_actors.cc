#include "graphs/event_actors.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string_view>

#include "extractor/coreference.h"
#include "extractor/entity_classes.h"
#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"
#include "extractor/reference.h"
#include "extractor/tree.h"
#include "graphs/direct_triples.h"

namespace demarche {
namespace {

// Where nobody is likelier to stand on a side than this, nobody is guessed.
constexpr double most_nobody_for_guess = .95;

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

/// Whether a word stands in a clause beside the trigger's, or not below it.
bool is_beside(const Tree& tree, WordIndex trigger, WordIndex word) {
  while (word != trigger && word != no_word) {
    const std::string& relation = tree[word].relation;
    if (is_relation(relation, "conj") || relation == "parataxis" ||
        relation == "acl:relcl")
      return true;
    word = tree[word].head;
  }
  return word == no_word;
}

/// Whether `inner` belongs to the phrase of `outer`, a few links down.
bool is_in_phrase(const Tree& tree, WordIndex inner, WordIndex outer) {
  constexpr int most_links = 3;
  for (int links = 0; links <= most_links; ++links) {
    if (inner == outer) return true;
    inner = tree[inner].head;
    if (inner == no_word) return false;
  }
  return false;
}

/// The word of a phrase that the others hang on.
std::optional<WordIndex> head_in(const Tree& tree, Span phrase) {
  const auto& words = tree.sentence().words;
  for (WordIndex word = 0; word < words.size(); ++word) {
    const WordIndex head = words[word].head;
    if (contains(phrase, words[word].span) &&
        (head == no_word || !contains(phrase, words[head].span)))
      return word;
  }
  return std::nullopt;
}

/// The code of the country that most of an article's mentions are of; empty
/// where there is none, or where the article is short.
std::string home_of(const Extraction& extraction) {
  constexpr std::size_t fewest = 6;
  std::map<std::string_view, std::size_t> mentions_of;
  std::size_t all = 0;
  for (const Entity& entity : extraction.entities) {
    if (entity.actor_code.empty()) continue;
    mentions_of[entity.actor_code] += entity.mentions.size();
    all += entity.mentions.size();
  }
  for (const auto& [code, count] : mentions_of)
    if (count >= fewest && 2 * count > all) return std::string(code);
  return "";
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
  bool is_namesake(const EventActor& actor, const Actors& actors) const;
  Actors actors(const std::vector<const Role*>& roles) const;
  Actors actors_of(const Role& role) const;
  bool is_they(Span words) const;
  bool is_anyone(Span words) const;
  bool is_met(const EventActor& actor) const;
  bool is_reciprocal() const {
    return event_.type != ClassId::none && ontology_[event_.type].reciprocal;
  }
  Actors targets(const Actors& sources) const;
  bool may_guess(EventSide side) const {
    return event_.nobody[side] <= most_nobody_for_guess;
  }
  Actors foreigner(const Actors& others, bool before) const;
  std::string country_here(const EventActor& actor) const;

  const Extraction& extraction_;
  const Event& event_;
  const SentenceMentions& mentions_;
  const Ontology& ontology_;
  const EntityClasses classes_;
  Sides sides_;
  Tree tree_;
};

EventActors ActorFinder::find() const {
  EventActors found;
  found.sources = actors(sides_.sources);
  found.targets = targets(found.sources);
  if (found.targets.empty() && may_guess(suffering))
    found.targets = foreigner(found.sources, false);
  if (found.sources.empty() && may_guess(acting))
    found.sources = foreigner(found.targets, true);
  if (is_reciprocal() && found.targets.empty() && found.sources.size() == 1 &&
      is_met(found.sources.front()))
    found.targets.swap(found.sources);
  for (Actors* side : {&found.sources, &found.targets})
    for (EventActor& actor : *side)
      if (actor.code.code.empty() && !is_named(actor.entity))
        actor.code.code = country_here(actor);
  return found;
}

EventActor ActorFinder::actor(EntityId id, Span words) const {
  return {id, words, actor_code(extraction_, id, "", ontology_)};
}

ActorFinder::Actors ActorFinder::targets(const Actors& sources) const {
  Actors found = actors(sides_.targets);
  // "withdrew its troops", "opened its borders"
  std::erase_if(found, [&](const EventActor& target) {
    return is_among(target.entity, sources) || is_namesake(target, sources) ||
           (!is_a(target.entity, classes_.person) && is_source(target.entity));
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

/// Who fills a role.  A thing or an act is on no side of event data, nor is
/// "you" a source: it stands for anyone.
ActorFinder::Actors ActorFinder::actors_of(const Role& role) const {
  const auto* id = std::get_if<EntityId>(&role.filler);
  const bool acts = ontology_[role.property].side == Property::Side::source;
  if (id == nullptr || (acts && is_anyone(role.evidence))) return {};
  if (may_act(*id) || (acts && is_they(role.evidence)))
    return {actor(*id, role.evidence)};
  return {};
}

/// Whether somebody else meets him: "talks with Chad".
bool ActorFinder::is_met(const EventActor& actor) const {
  const auto head = head_in(tree_, actor.words);
  const auto marker = head ? tree_.child(*head, {"case"}) : std::nullopt;
  return marker && is_meeting_preposition(tree_[*marker].lemma);
}

/// Whether the words are "they", who may act whatever it seems to refer to.
bool ActorFinder::is_they(Span words) const {
  const Pronoun* pronoun =
      find_pronoun(to_lower(slice(extraction_.article.text, words)));
  return pronoun != nullptr && pronoun->plural && !pronoun->possessive;
}

/// Whether the words are "you" or "your".
bool ActorFinder::is_anyone(Span words) const {
  const Pronoun* pronoun =
      find_pronoun(to_lower(slice(extraction_.article.text, words)));
  return pronoun != nullptr && pronoun->person == 2;
}

/// Of another country than all on the other side: the first before the trigger,
/// "Chad's army was ordered to strike", or the first after it in its own
/// phrase, "threatened to strike unless Chad left".  Before the trigger stand
/// many who have no part in it, so there only a country that faces another.  To
/// those whose country is not known nobody of the article's own is foreign.
ActorFinder::Actors ActorFinder::foreigner(const Actors& others,
                                           bool before) const {
  if (others.empty() || is_reciprocal()) return {};
  const bool is_known =
      std::none_of(others.begin(), others.end(),
                   [](const EventActor& one) { return one.code.code.empty(); });
  if (before && !is_known) return {};
  for (const MentionId id : mentions_here()) {
    const Mention& mention = extraction_.mentions[index(id)];
    const EventActor found = mentioned(id);
    const bool is_foreign =
        !found.code.code.empty() &&
        std::none_of(others.begin(), others.end(), [&](const EventActor& one) {
          return one.code.code == found.code.code;
        });
    const bool is_there =
        before ? mention.head < event_.trigger && found.code.sector.empty()
               : mention.head > event_.trigger &&
                     !is_beside(tree_, event_.trigger, mention.head) &&
                     (is_known || found.code.code != mentions_.home);
    if (is_foreign && is_there && !mention.background) return {found};
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
      entity_of(
          entities_by_mention(extraction.entities, extraction.mentions.size())),
      home(home_of(extraction)) {}

EventActors event_actors(const Extraction& extraction, const Event& event,
                         const SentenceMentions& mentions,
                         const Ontology& ontology) {
  return ActorFinder(extraction, event, mentions, ontology).find();
}

}  // namespace demarche
