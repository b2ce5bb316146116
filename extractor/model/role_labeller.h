#ifndef DEMARCHE_EXTRACTOR_MODEL_ROLE_LABELLER_H_
#define DEMARCHE_EXTRACTOR_MODEL_ROLE_LABELLER_H_

#include <cstdint>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/batch.h"
#include "extractor/model/classifier.h"
#include "extractor/model/role_paths.h"
#include "extractor/model/sense_inventory.h"

namespace demarche {

/// The heads that find PropBank's predicates, their senses and the words
/// that head their arguments.
class RoleLabeller {
 public:
  RoleLabeller(const ModelFile& file, std::uint32_t width);

  /// Appends the frames of the words of `batch`, whose lemmas and trees must be
  /// known.
  void label(const Batch& batch, const QuantisedMatrix& words,
             std::vector<Sentence>& sentences) const;

 private:
  std::vector<std::uint32_t> find_predicates(
      const Batch& batch, const QuantisedMatrix& words,
      const std::vector<Sentence>& sentences) const;
  Frame read_frame(const Sentence& sentence, WordIndex predicate,
                   const Window& window, const Sense& sense,
                   std::span<const float> form, const Matrix& arguments) const;
  /// What a sense adds to the score of each label.
  std::vector<float> preferences(const Sense& sense) const;

  Linear predicate_;
  Classifier sense_;
  SenseInventory senses_;
  std::vector<std::string_view> labels_;  ///< The first stands for none.
  std::vector<bool> is_core_;             ///< By label: ARG0 to ARG5, ARGA.
  RolePaths paths_;
  Linear role_predicate_;
  Linear role_argument_;
  Linear role_bilinear_;
};

}  // namespace demarche

#endif
