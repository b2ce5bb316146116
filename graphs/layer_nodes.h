#ifndef DEMARCHE_GRAPHS_LAYER_NODES_H_
#define DEMARCHE_GRAPHS_LAYER_NODES_H_

#include <string>
#include <string_view>

#include "extractor/extraction.h"
#include "graphs/article_nodes.h"

namespace demarche {

/// Adds what only the full view has: every sentence with its words, lemmas,
/// tags and tree, and every mention of every entity.
void add_layers(const Extraction& extraction, ArticleNodes& nodes);

/// The property for a PropBank role: dm:arg0 for "ARG0", dm:argmTmp for
/// "ARGM-TMP"; dm:argument for what is no such role.
std::string argument_property(std::string_view role);

}  // namespace demarche

#endif
