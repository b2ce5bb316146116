#ifndef DEMARCHE_EXTRACTOR_MODEL_NAME_FINDER_H_
#define DEMARCHE_EXTRACTOR_MODEL_NAME_FINDER_H_

#include <cstdint>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/batch.h"
#include "extractor/model/classifier.h"
#include "extractor/model/name_decoder.h"

namespace demarche {

/// The head that finds names.
class NameFinder {
 public:
  NameFinder(const ModelFile& file, std::uint32_t width);

  /// Appends the names among the words of `batch`.
  void find(const Batch& batch, const QuantisedMatrix& words,
            std::vector<Sentence>& sentences) const;

 private:
  Classifier labels_;
  NameDecoder decoder_;
};

}  // namespace demarche

#endif
