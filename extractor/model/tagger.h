#ifndef DEMARCHE_EXTRACTOR_MODEL_TAGGER_H_
#define DEMARCHE_EXTRACTOR_MODEL_TAGGER_H_

#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/batch.h"
#include "extractor/model/classifier.h"
#include "extractor/model/lemmatizer.h"

namespace demarche {

/// The heads that say of each word what it is: part of speech, tag, features
/// and lemma.  Keeps views into the model file.
class Tagger {
 public:
  Tagger(const ModelFile& file, std::uint32_t width);

  /// Fills these fields of the words of `batch`.
  void tag(const Batch& batch, const QuantisedMatrix& words,
           std::vector<Sentence>& sentences) const;

 private:
  Classifier upos_;
  Classifier xpos_;
  Classifier features_;
  Classifier lemma_;
  Lemmatizer lemmatizer_;
  std::vector<Upos> parts_;  ///< By label of `upos_`.
};

}  // namespace demarche

#endif
