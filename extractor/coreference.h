#ifndef DEMARCHE_EXTRACTOR_COREFERENCE_H_
#define DEMARCHE_EXTRACTOR_COREFERENCE_H_

#include <optional>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/article.h"
#include "extractor/extraction.h"
#include "extractor/link_entities.h"
#include "ontology/ontology.h"

namespace demarche {

/// The referents of an article, in order of their first mention.
///
/// Every mention belongs to exactly one entity.  Mentions are joined where
/// they are linked to one concept in one class, bear one name (or its
/// surname, or an acronym that the text explains), stand as title or
/// apposition to each other, or where a pronoun or definite nominal finds a
/// near antecedent that fits; in doubt they stay apart.  Time is linear in
/// the mentions: antecedents are sought in a window of fixed size.
///
/// Precondition: `links` has one element for each mention.
std::vector<Entity> resolve_coreference(
    const Article& article, const Analysis& analysis,
    const std::vector<Mention>& mentions,
    const std::vector<std::optional<Link>>& links, const Ontology& ontology);

/// The entity of each mention, in the order of mentions.
std::vector<EntityId> entities_by_mention(const std::vector<Entity>& entities,
                                          std::size_t mention_count);

}  // namespace demarche

#endif
