#include "graphs/addressed_actors.h"

#include <algorithm>
#include <cstdlib>

#include "extractor/reference.h"
#include "extractor/tree.h"
#include "graphs/direct_triples.h"

namespace demarche {
namespace {

constexpr std::size_t most_actors = 2;

class Addressees {
 public:
  Addressees(const Extraction& extraction, const Event& event,
             const Ontology& ontology)
      : extraction_(extraction),
        event_(event),
        ontology_(ontology),
        actor_(ontology.find_class("Actor")),
        sides_(sides_of(event, ontology)) {}

  std::vector<MentionId> find() const;

 private:
  bool is_actor(EntityId id) const {
    return ontology_.is_a(extraction_.entities[index(id)].type, actor_);
  }
  bool has_target() const;
  bool is_source(EntityId id) const;

  const Extraction& extraction_;
  const Event& event_;
  const Ontology& ontology_;
  ClassId actor_;
  Sides sides_;
};

bool Addressees::has_target() const {
  return std::any_of(sides_.targets.begin(), sides_.targets.end(),
                     [&](const Role* role) {
                       const auto* id = std::get_if<EntityId>(&role->filler);
                       return id != nullptr && is_actor(*id);
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

std::vector<MentionId> Addressees::find() const {
  const auto& sentences = extraction_.analysis.sentences;
  if (event_.type == ClassId::none || has_target() ||
      event_.sentence >= sentences.size())
    return {};
  const Tree tree(sentences[event_.sentence]);
  std::vector<std::pair<WordIndex, MentionId>> found;  // distance, mention
  for (std::uint32_t i = 0; i < extraction_.entities.size(); ++i) {
    if (!is_actor(EntityId{i}) || is_source(EntityId{i})) continue;
    for (const MentionId id : extraction_.entities[i].mentions) {
      const Mention& mention = extraction_.mentions[index(id)];
      if (mention.background || mention.sentence != event_.sentence ||
          mention.head <= event_.trigger ||
          !tree.dominates(event_.trigger, mention.head))
        continue;
      found.emplace_back(mention.head - event_.trigger, id);
    }
  }
  std::sort(found.begin(), found.end());
  if (found.size() > most_actors) found.resize(most_actors);
  std::vector<MentionId> actors;
  for (const auto& [distance, id] : found) actors.push_back(id);
  return actors;
}

}  // namespace

std::vector<MentionId> addressed_actors(const Extraction& extraction,
                                        const Event& event,
                                        const Ontology& ontology) {
  return Addressees(extraction, event, ontology).find();
}

}  // namespace demarche
