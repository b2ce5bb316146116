#include "graphs/event_actors.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "extractor/coreference.h"
#include "extractor/entity_classes.h"
#include "extractor/grammar_words.h"
#include "extractor/tree.h"
#include "graphs/direct_triples.h"

namespace demarche {
namespace {

constexpr std::size_t most_owners = 2;
constexpr int most_links = 2;  ///< From a phrase's head to an owner in it.

bool is_nominal_link(const Word& word) {
  return is_relation(word.relation, "nmod") || word.relation == "amod" ||
         is_relation(word.relation, "compound");
}

/// Whether a word stands where its head's act arrives, and not where, when or
/// why that is done.
bool is_acted_on(const Tree& tree, WordIndex word) {
  const std::string& relation = tree[word].relation;
  if (relation == "obj" || relation == "iobj" || relation == "nsubj:pass")
    return true;
  if (relation != "obl" && relation != "nmod") return false;
  const auto marker = tree.child(word, {"case"});
  return marker && is_directing_preposition(tree[*marker].lemma);
}

/// The sentence of an event; an empty one where the words are not known, as in
/// graphs that were read back.
const Sentence& sentence_of(const Extraction& extraction, const Event& event) {
  static const Sentence unknown;
  const auto& sentences = extraction.analysis.sentences;
  return event.sentence < sentences.size() ? sentences[event.sentence]
                                           : unknown;
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
  bool is_named(EntityId id) const;
  bool is_told_apart(const EventActor& actor) const {
    return !actor.code.code.empty() || is_named(actor.entity);
  }
  bool are_forces(const Actors& actors) const;
  bool is_beside(WordIndex word) const;
  bool is_in_phrase(WordIndex inner, WordIndex outer) const;
  std::optional<int> links_to_trigger(WordIndex word) const;
  std::optional<int> clauses_to_trigger(WordIndex word) const;
  Actors actors(const std::vector<const Role*>& roles) const;
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
  ClassId force_;
  Sides sides_;
  Tree tree_;
};

EventActors ActorFinder::find() const {
  EventActors found;
  found.sources = sources();
  found.targets = targets(found.sources);
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
    for (const MentionId id : event_.initiators) found.push_back(mentioned(id));
  return found;
}

ActorFinder::Actors ActorFinder::targets(const Actors& sources) const {
  Actors found = actors(sides_.targets);
  // "withdrew its troops", "opened its borders"
  std::erase_if(found, [&](const EventActor& target) {
    return !is_a(target.entity, classes_.person) && is_source(target.entity);
  });
  // "sent troops to Chad"
  if (are_forces(found))
    if (auto others = told_apart(content()); !others.empty()) found = others;
  if (found.empty()) found = told_apart(owners());
  if (found.empty()) found = foreigner(sources);
  if (found.empty()) found = owners();
  if (found.empty()) found = content();
  return found;
}

/// An actor; or a place or somebody of unknown kind, who may be one.  A thing
/// or an act is on no side of event data.
bool ActorFinder::may_act(EntityId id) const {
  const ClassId type = extraction_.entities[index(id)].type;
  return type == ClassId::none || type == classes_.entity ||
         is_a(id, classes_.actor) || is_a(id, classes_.place);
}

bool ActorFinder::is_source(EntityId id) const {
  const EntityId behind = represented(extraction_, id);
  return std::any_of(
      sides_.sources.begin(), sides_.sources.end(), [&](const Role* role) {
        const auto* source = std::get_if<EntityId>(&role->filler);
        return source != nullptr && represented(extraction_, *source) == behind;
      });
}

bool ActorFinder::is_named(EntityId id) const {
  const auto& mentions = extraction_.entities[index(id)].mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](MentionId mention) {
    return extraction_.mentions[index(mention)].kind == MentionKind::name;
  });
}

/// Whether there is nobody but forces that are not known to be anybody's.
bool ActorFinder::are_forces(const Actors& actors) const {
  return std::all_of(actors.begin(), actors.end(), [&](const EventActor& one) {
    return one.code.code.empty() && is_a(one.entity, force_);
  });
}

ActorFinder::Actors ActorFinder::actors(
    const std::vector<const Role*>& roles) const {
  Actors found;
  for (const Role* role : roles)
    if (const auto* id = std::get_if<EntityId>(&role->filler))
      if (may_act(*id)) found.push_back(actor(*id, role->evidence));
  return found;
}

/// Those with a name or a code, other than the source.
ActorFinder::Actors ActorFinder::told_apart(Actors actors) const {
  std::erase_if(actors, [&](const EventActor& actor) {
    return is_source(actor.entity) || !is_told_apart(actor);
  });
  return actors;
}

/// Who fills the roles on neither side: "withdrew from Chad".
ActorFinder::Actors ActorFinder::content() const {
  std::vector<const Role*> content;
  for (const Role& role : event_.roles)
    if (role.property != PropertyId::none &&
        ontology_[role.property].side == Property::Side::neither)
      content.push_back(&role);
  return actors(content);
}

/// How far a word is from the trigger by links of noun phrases, and by clauses
/// that the trigger governs without a subject; none by any other way.
std::optional<int> ActorFinder::links_to_trigger(WordIndex word) const {
  for (int links = 0; links <= most_links; ++links) {
    const WordIndex head = tree_[word].head;
    if (head == no_word) return std::nullopt;
    if (is_acted_on(tree_, word))
      if (const auto clauses = clauses_to_trigger(head))
        return links + *clauses;
    if (is_nominal_link(tree_[word]))
      word = head;
    else if (tree_[word].relation == "obl:agent" &&
             tree_[head].relation == "acl")
      word = tree_[head].head;  // "an offer made by Chad"
    else
      return std::nullopt;
  }
  return std::nullopt;
}

/// "offered to help Chad".
std::optional<int> ActorFinder::clauses_to_trigger(WordIndex word) const {
  for (int clauses = 0; clauses <= most_links && word != no_word; ++clauses) {
    if (word == event_.trigger) return clauses;
    if (tree_[word].relation != "xcomp") return std::nullopt;
    word = tree_[word].head;
  }
  return std::nullopt;
}

ActorFinder::Actors ActorFinder::owners() const {
  std::vector<std::pair<int, MentionId>> found;  // links, mention
  for (const MentionId id : mentions_here()) {
    const EntityId entity = mentions_.entity_of[index(id)];
    const Mention& mention = extraction_.mentions[index(id)];
    if (mention.background || is_source(entity) ||
        !(is_a(entity, classes_.actor) || is_a(entity, classes_.place)))
      continue;
    if (const auto links = links_to_trigger(mention.head))
      found.emplace_back(*links, id);
  }
  std::sort(found.begin(), found.end());
  if (found.size() > most_owners) found.resize(most_owners);
  Actors owners;
  for (const auto& [links, id] : found) owners.push_back(mentioned(id));
  return owners;
}

/// Whether a word stands in another clause beside the trigger's.
bool ActorFinder::is_beside(WordIndex word) const {
  while (word != event_.trigger && word != no_word) {
    const std::string& relation = tree_[word].relation;
    if (is_relation(relation, "conj") || relation == "parataxis" ||
        relation == "acl:relcl")
      return true;
    word = tree_[word].head;
  }
  return word == no_word;
}

/// The nearest of another country that the trigger's phrase names: "threatened
/// to strike unless Chad left".
ActorFinder::Actors ActorFinder::foreigner(const Actors& sources) const {
  if (sources.empty()) return {};
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
        !is_beside(mention.head))
      return {found};
  }
  return {};
}

/// Whether `inner` belongs to the phrase of `outer`, a few links down.
bool ActorFinder::is_in_phrase(WordIndex inner, WordIndex outer) const {
  for (int links = 0; links <= most_links + 1; ++links) {
    if (inner == outer) return true;
    inner = tree_[inner].head;
    if (inner == no_word) return false;
  }
  return false;
}

/// The code of the country that an actor's phrase names, or else of where the
/// event is: "residents of Abéché".
std::string ActorFinder::country_here(const EventActor& actor) const {
  for (const MentionId whole : mentions_here())
    if (extraction_.mentions[index(whole)].span == actor.words)
      for (const MentionId part : mentions_here()) {
        const std::string code = mentioned(part).code.code;
        if (!code.empty() && is_in_phrase(head_of(part), head_of(whole)))
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
    : of_sentence(extraction.analysis.sentences.size()),
      entity_of(entities_by_mention(extraction.entities,
                                    extraction.mentions.size())) {
  for (std::uint32_t i = 0; i < extraction.mentions.size(); ++i)
    if (extraction.mentions[i].sentence < of_sentence.size())
      of_sentence[extraction.mentions[i].sentence].push_back(MentionId{i});
}

EventActors event_actors(const Extraction& extraction, const Event& event,
                         const SentenceMentions& mentions,
                         const Ontology& ontology) {
  return ActorFinder(extraction, event, mentions, ontology).find();
}

}  // namespace demarche
