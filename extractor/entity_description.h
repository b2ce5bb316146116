#ifndef DEMARCHE_EXTRACTOR_ENTITY_DESCRIPTION_H_
#define DEMARCHE_EXTRACTOR_ENTITY_DESCRIPTION_H_

#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/mention_clusters.h"
#include "extractor/reference.h"
#include "extractor/tree.h"

namespace demarche {

/// Fills in what the mentions of each entity, and the gazetteer, say of it:
/// type, label, concept, sector, actor code, and whom it acts for, as of
/// `date` (ISO 8601, or "").
/// `references` must know the entities, which then have their mentions.
void describe_entities(const std::vector<Tree>& trees,
                       const std::vector<Mention>& mentions,
                       const References& references,
                       const MentionClusters& clusters,
                       const Ontology& ontology, std::string_view date,
                       std::vector<Entity>* entities);

}  // namespace demarche

#endif
