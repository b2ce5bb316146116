#ifndef DEMARCHE_EXTRACTOR_OFFICE_HOLDERS_H_
#define DEMARCHE_EXTRACTOR_OFFICE_HOLDERS_H_

#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/mention_clusters.h"
#include "extractor/reference.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// Links those whom the article never names but calls by their office of a
/// state ("the French president", "this President") to who held it on
/// `date` (ISO 8601), as the gazetteer's tenures tell; nothing without a date.
///
/// The state is the owner in the noun's phrase; of a bare "the president" that
/// which most of the article's linked mentions belong to, if it is clear.
/// Former, future and acting holders are left alone.
void link_office_holders(const std::vector<Tree>& trees,
                         const std::vector<Mention>& mentions,
                         const References& references, const Ontology& ontology,
                         std::string_view date, MentionClusters* clusters);

}  // namespace demarche

#endif
