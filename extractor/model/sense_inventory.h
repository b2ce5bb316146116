#ifndef DEMARCHE_EXTRACTOR_MODEL_SENSE_INVENTORY_H_
#define DEMARCHE_EXTRACTOR_MODEL_SENSE_INVENTORY_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/model/model_file.h"
#include "ontology/text_map.h"

namespace demarche {

/// The rolesets of each lemma.  Keeps views into the model file.
class SenseInventory {
 public:
  /// Scores one of the labels.
  using Score = std::function<float(std::size_t label)>;

  /// Reads `rolesets`; `labels` are those that a head can score.
  SenseInventory(const ModelFile& file,
                 const std::vector<std::string_view>& labels);

  /// The highest scored roleset of a lemma that is a label, else its first,
  /// else its name with ".01".
  std::string find(std::string_view lemma, const Score& score) const;

 private:
  TextMap<std::string_view> rolesets_;
  TextMap<std::size_t> labels_;
};

}  // namespace demarche

#endif
