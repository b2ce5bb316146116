#ifndef DEMARCHE_EXTRACTOR_MODEL_NAME_DECODER_H_
#define DEMARCHE_EXTRACTOR_MODEL_NAME_DECODER_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/matrix.h"

namespace demarche {

/// Reads names off scores of the labels O, B-X and I-X, where I-X continues
/// a name of type X.  Keeps views into the labels' text.
class NameDecoder {
 public:
  /// Nothing where a label is none of these, or there is no O.
  static std::optional<NameDecoder> make(
      const std::vector<std::string_view>& labels);

  /// The names on the best path that is allowed (Viterbi 1967).  `scores`
  /// has a row for each word and a column for each label.
  std::vector<Name> decode(const Matrix& scores) const;

  /// The labels of that path.
  std::vector<std::size_t> best_path(const Matrix& scores) const;

 private:
  enum class Place { outside, begins, continues };
  struct Label {
    Place place = Place::outside;
    std::string_view type;
  };
  bool can_follow(std::size_t label, std::size_t previous) const;

  std::vector<Label> labels_;
};

}  // namespace demarche

#endif
