#ifndef DEMARCHE_EXTRACTOR_MODEL_SENSE_INVENTORY_H_
#define DEMARCHE_EXTRACTOR_MODEL_SENSE_INVENTORY_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/model_file.h"
#include "ontology/text_map.h"

namespace demarche {

/// A roleset and the core roles that it has, as docs/model_format.md writes
/// them: "0C12f".
struct Sense {
  /// Of a roleset that may have any role.
  static constexpr std::string_view any = "*";

  std::string roleset;
  std::string_view cores = any;

  /// What to add to the score of a role ("ARG2", "R-ARG0", "ARGM-TMP"): more
  /// than 0 if the roleset has it more often than others have, negative
  /// infinity if it never has.
  float preference(std::string_view role) const;
};

/// The rolesets of each lemma, and which words are never predicates.  Keeps
/// views into the model file.
class SenseInventory {
 public:
  /// Scores one of the labels.
  using Score = std::function<float(std::size_t label)>;
  /// Whether a word, in lower case, follows the predicate.
  using Follows = std::function<bool(std::string_view particle)>;

  /// Reads `rolesets` and, where they are, `rolesets.cores` and
  /// `not_predicates`; `labels` are those that a head can score.
  SenseInventory(const ModelFile& file,
                 const std::vector<std::string_view>& labels);

  /// The highest scored roleset of a lemma that is a label, else its first,
  /// else its name with ".01".  One of a verb with a particle, such as
  /// "strike_down.08", is left out where the particle does not follow.
  Sense find(std::string_view lemma, const Score& score,
             const Follows& follows) const;

  /// Only verbs and adjectives do without a roleset.
  bool may_be_predicate(const Word& word) const;

 private:
  struct Rolesets {
    std::string_view names;
    std::string_view cores;  ///< Empty if unknown.
  };

  TextMap<Rolesets> rolesets_;
  TextMap<bool> never_;  ///< Lemma, tab, UPOS.
  TextMap<std::size_t> labels_;
};

}  // namespace demarche

#endif
