#include "graphs/addressed_actors.h"

#include <algorithm>
#include <cstdlib>

#include "extractor/coreference.h"
#include "extractor/tree.h"
#include "graphs/actor_code.h"
#include "graphs/direct_triples.h"

namespace demarche {
namespace {

constexpr std::size_t most_actors = 2;

class Addressees {
 public:
  Addressees(const Extraction& extraction, const Event& event,
             const SentenceMentions& mentions, const Ontology& ontology)
      : extraction_(extraction),
        event_(event),
        mentions_(mentions),
        ontology_(ontology),
        sides_(sides_of(event, ontology)) {}

  std::vector<MentionId> find() const;

 private:
  bool is_below(EntityId id, ClassId type) const {
    return ontology_.is_a(extraction_.entities[index(id)].type, type);
  }
  bool is_told_apart(EntityId id) const;
  bool has_target(ClassId actor) const;
  bool is_source(EntityId id) const;
  bool is_target(EntityId id) const;
  std::vector<MentionId> nearest(const Tree& tree, ClassId type) const;

  const Extraction& extraction_;
  const Event& event_;
  const SentenceMentions& mentions_;
  const Ontology& ontology_;
  Sides sides_;
};

bool Addressees::is_told_apart(EntityId id) const {
  const auto& mentions = extraction_.entities[index(id)].mentions;
  return !actor_code(extraction_, id, "", ontology_).code.empty() ||
         std::any_of(mentions.begin(), mentions.end(), [&](MentionId mention) {
           return extraction_.mentions[index(mention)].kind ==
                  MentionKind::name;
         });
}

/// Whether a target is an actor that can be told apart and is not the source's
/// own: "deployed its troops".
bool Addressees::has_target(ClassId actor) const {
  return std::any_of(sides_.targets.begin(), sides_.targets.end(),
                     [&](const Role* role) {
                       const auto* id = std::get_if<EntityId>(&role->filler);
                       return id != nullptr && is_below(*id, actor) &&
                              is_told_apart(*id) && !is_source(*id);
                     });
}

bool Addressees::is_source(EntityId id) const {
  const EntityId behind = represented(extraction_, id);
  return std::any_of(
      sides_.sources.begin(), sides_.sources.end(), [&](const Role* role) {
        const auto* source = std::get_if<EntityId>(&role->filler);
        return source != nullptr && represented(extraction_, *source) == behind;
      });
}

bool Addressees::is_target(EntityId id) const {
  return std::any_of(
      sides_.targets.begin(), sides_.targets.end(),
      [&](const Role* role) { return role->filler == Filler{id}; });
}

std::vector<MentionId> Addressees::nearest(const Tree& tree,
                                           ClassId type) const {
  std::vector<std::pair<WordIndex, MentionId>> found;  // distance, mention
  for (const MentionId id : mentions_.of_sentence[event_.sentence]) {
    const EntityId entity = mentions_.entity_of[index(id)];
    const Mention& mention = extraction_.mentions[index(id)];
    if (!mention.background && mention.head > event_.trigger &&
        is_below(entity, type) && !is_source(entity) && !is_target(entity) &&
        tree.dominates(event_.trigger, mention.head))
      found.emplace_back(mention.head - event_.trigger, id);
  }
  std::sort(found.begin(), found.end());
  if (found.size() > most_actors) found.resize(most_actors);
  std::vector<MentionId> actors;
  for (const auto& [distance, id] : found) actors.push_back(id);
  return actors;
}

std::vector<MentionId> Addressees::find() const {
  const auto& sentences = extraction_.analysis.sentences;
  const ClassId actor = ontology_.find_class("Actor");
  if (event_.type == ClassId::none || has_target(actor) ||
      event_.sentence >= sentences.size())
    return {};
  const Tree tree(sentences[event_.sentence]);
  auto actors = nearest(tree, actor);
  if (actors.empty() && sides_.targets.empty())
    actors = nearest(tree, ontology_.find_class("Place"));
  return actors;
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

std::vector<MentionId> addressed_actors(const Extraction& extraction,
                                        const Event& event,
                                        const SentenceMentions& mentions,
                                        const Ontology& ontology) {
  return Addressees(extraction, event, mentions, ontology).find();
}

}  // namespace demarche
