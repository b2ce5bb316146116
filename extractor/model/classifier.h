#ifndef DEMARCHE_EXTRACTOR_MODEL_CLASSIFIER_H_
#define DEMARCHE_EXTRACTOR_MODEL_CLASSIFIER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/model/functions.h"
#include "extractor/model/linear.h"
#include "extractor/model/model_file.h"

namespace demarche {

/// A head that gives each word the label of its highest score.
class Classifier {
 public:
  /// Reads the linear layer `name` and `name`.labels, of which there must be
  /// some.
  Classifier(const ModelFile& file, const std::string& name,
             std::uint32_t width)
      : labels_(file.lines(name + ".labels")),
        layer_(file, name, width, static_cast<std::uint32_t>(labels_.size())) {
    if (labels_.empty()) file.refuse("no labels of " + name);
  }

  const std::vector<std::string_view>& labels() const { return labels_; }
  const Linear& layer() const { return layer_; }

  /// The index of each row's label.
  std::vector<std::size_t> classify(const QuantisedMatrix& words) const {
    const Matrix scores = layer_(words);
    std::vector<std::size_t> found(scores.rows);
    for (std::size_t i = 0; i < found.size(); ++i)
      found[i] = best(scores.row(i));
    return found;
  }

 private:
  std::vector<std::string_view> labels_;
  Linear layer_;
};

}  // namespace demarche

#endif
