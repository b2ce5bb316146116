#ifndef DEMARCHE_EXTRACTOR_REFERENCE_H_
#define DEMARCHE_EXTRACTOR_REFERENCE_H_

#include <optional>
#include <span>
#include <vector>

#include "extractor/extraction.h"

namespace demarche {

/// Whether one of an entity's mentions is a name.
bool has_name(const Entity& entity, std::span<const Mention> mentions);

/// The mentions of each of `sentences` sentences, in text order; those beyond
/// are left out.
std::vector<std::vector<MentionId>> mentions_by_sentence(
    std::span<const Mention> mentions, std::size_t sentences);

/// Looks up what the words of an article refer to.
class References {
 public:
  enum class Scope { foreground, all };

  /// Mentions in the background are looked up only with `Scope::all`.
  References(const Analysis& analysis, std::span<const Mention> mentions,
             std::span<const Entity> entities, Scope scope = Scope::foreground);

  /// The mention headed by `word`, else the shortest name that covers it.
  std::optional<MentionId> mention_at(std::uint32_t sentence,
                                      WordIndex word) const;
  /// The entity of that mention.
  std::optional<EntityId> entity_at(std::uint32_t sentence,
                                    WordIndex word) const;
  /// Its class; none where there is no entity.
  ClassId type_at(std::uint32_t sentence, WordIndex word) const;

 private:
  std::vector<std::vector<std::optional<MentionId>>> mention_at_;
  std::vector<std::optional<EntityId>> entity_of_;
  std::vector<ClassId> types_;  ///< By entity.
};

}  // namespace demarche

#endif
