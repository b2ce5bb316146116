#ifndef DEMARCHE_EXTRACTOR_NAME_COREFERENCE_H_
#define DEMARCHE_EXTRACTOR_NAME_COREFERENCE_H_

#include <optional>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/extraction.h"
#include "extractor/link_entities.h"
#include "extractor/mention_clusters.h"

namespace demarche {

/// Joins what is linked to one concept in one class.
void join_linked(const std::vector<std::optional<Link>>& links,
                 MentionClusters* clusters);

/// Joins names: the same words, a surname with the full name before it,
/// and acronyms with the names whose initials they are or after which they
/// stand in parentheses (misspelt ones too: "Arab Leage of Oil (ALO)").
void join_parts_of_names(const Analysis& analysis,
                         const std::vector<Mention>& mentions,
                         MentionClusters* clusters);
void join_names(const Analysis& analysis, const std::vector<Mention>& mentions,
                MentionClusters* clusters);

}  // namespace demarche

#endif
