#ifndef DEMARCHE_EXTRACTOR_DESCRIPTIONS_H_
#define DEMARCHE_EXTRACTOR_DESCRIPTIONS_H_

#include <optional>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/extraction.h"
#include "extractor/mention_clusters.h"
#include "extractor/reference.h"
#include "extractor/tree.h"

namespace demarche {

/// How a nominal stands to the mention that it describes.
struct NameDescription {
  MentionId nominal{};
  MentionId described{};
};

/// Titles before names ("spokeswoman Ana Silva"), appositions ("Ana Silva, a
/// spokeswoman"), kinds of place with their name ("Darfur region", "city of
/// Goma") and relative pronouns with what they stand for, in text order.
std::vector<NameDescription> find_descriptions(
    const std::vector<Tree>& trees, const std::vector<Mention>& mentions,
    const References& references, const Ontology& ontology);

/// Joins what describes with what it describes, where they fit, and learns
/// genders from titles.
void join_descriptions(const std::vector<Tree>& trees,
                       const std::vector<Mention>& mentions,
                       const References& references, const Ontology& ontology,
                       MentionClusters* clusters);

}  // namespace demarche

#endif
