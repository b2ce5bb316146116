#include "extractor/reference.h"

#include <algorithm>
#include <tuple>

namespace demarche {

References::References(const Analysis& analysis,
                       std::span<const Mention> mentions,
                       std::span<const Entity> entities, Scope scope)
    : entity_of_(mentions.size()) {
  mention_at_.resize(analysis.sentences.size());
  for (std::size_t i = 0; i < mention_at_.size(); ++i)
    mention_at_[i].resize(analysis.sentences[i].words.size());
  // How well a mention answers for a word: as its head, then by being short.
  const auto fit = [&](const Mention& mention, WordIndex word) {
    return std::tuple(mention.head != word, mention.end - mention.first);
  };
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.background && scope == Scope::foreground) continue;
    for (WordIndex word = mention.first; word < mention.end; ++word) {
      if (word != mention.head && mention.kind != MentionKind::name) continue;
      auto& best = mention_at_[mention.sentence][word];
      if (!best || fit(mention, word) < fit(mentions[index(*best)], word))
        best = MentionId{i};
    }
  }
  for (const Entity& entity : entities) types_.push_back(entity.type);
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    for (const MentionId mention : entities[i].mentions)
      entity_of_[index(mention)] = EntityId{i};
}

std::optional<MentionId> References::mention_at(std::uint32_t sentence,
                                                WordIndex word) const {
  return mention_at_[sentence][word];
}

std::optional<EntityId> References::entity_at(std::uint32_t sentence,
                                              WordIndex word) const {
  const auto mention = mention_at_[sentence][word];
  return mention ? entity_of_[index(*mention)] : std::nullopt;
}

ClassId References::type_at(std::uint32_t sentence, WordIndex word) const {
  const auto entity = entity_at(sentence, word);
  return entity ? types_[index(*entity)] : ClassId::none;
}

bool has_name(const Entity& entity, std::span<const Mention> mentions) {
  return std::ranges::any_of(entity.mentions, [&](MentionId id) {
    return mentions[index(id)].kind == MentionKind::name;
  });
}

std::vector<std::vector<MentionId>> mentions_by_sentence(
    std::span<const Mention> mentions, std::size_t sentences) {
  std::vector<std::vector<MentionId>> found(sentences);
  for (std::uint32_t i = 0; i < mentions.size(); ++i)
    if (mentions[i].sentence < sentences)
      found[mentions[i].sentence].push_back(MentionId{i});
  return found;
}

}  // namespace demarche
