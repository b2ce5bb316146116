#ifndef DEMARCHE_EXTRACTOR_MODEL_NAME_FINDER_H_
#define DEMARCHE_EXTRACTOR_MODEL_NAME_FINDER_H_

#include <cstdint>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/batch.h"
#include "extractor/model/classifier.h"
#include "extractor/model/name_context.h"
#include "extractor/model/name_decoder.h"

namespace demarche {

/// The head that finds names.
class NameFinder {
 public:
  NameFinder(const ModelFile& file, std::uint32_t width);

  /// Room for the scores of a document.
  NameScores scores_for(const std::vector<Sentence>& sentences) const;

  /// Fills in those of the words of `batch`.
  void score(const Batch& batch, const QuantisedMatrix& words,
             NameScores& scores) const;

  /// Appends the names of a document whose words all have scores, tags and
  /// heads.
  void find(NameScores scores, std::vector<Sentence>& sentences) const;

 private:
  Classifier labels_;
  NameDecoder decoder_;
  NameContext context_;
};

}  // namespace demarche

#endif
