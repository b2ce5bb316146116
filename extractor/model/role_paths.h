#ifndef DEMARCHE_EXTRACTOR_MODEL_ROLE_PATHS_H_
#define DEMARCHE_EXTRACTOR_MODEL_ROLE_PATHS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/model_file.h"
#include "ontology/text_map.h"

namespace demarche {

/// The way through the tree from a predicate to a word: "^" and a relation for
/// each arc up, a relation for each arc down ("^acl", "obl/nmod"); the number
/// of arcs if there are more than two, "6" standing for no way too.
std::string path_between(const Sentence& sentence, WordIndex predicate,
                         WordIndex word);

/// What the tree says of a word's role: how likely each is at the end of such a
/// path, and how much more so for a predicate's roleset (Gildea and Jurafsky
/// 2002).  Keeps views into the model file.
class RolePaths {
 public:
  /// Reads `role.paths` and `role.habits`; without them it knows nothing.
  RolePaths(const ModelFile& file, std::size_t labels);

  /// Adds what it knows to the scores of the labels of a word.
  void weigh(const Sentence& sentence, WordIndex predicate, WordIndex word,
             std::string_view roleset, std::vector<float>& scores) const;

 private:
  void weigh_habit(std::string_view key, std::string_view roleset,
                   std::vector<float>& scores) const;

  TextMap<std::string_view> paths_;   ///< A letter for each label.
  TextMap<std::string_view> habits_;  ///< By roleset.
};

}  // namespace demarche

#endif
