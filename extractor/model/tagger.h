#ifndef DEMARCHE_EXTRACTOR_MODEL_TAGGER_H_
#define DEMARCHE_EXTRACTOR_MODEL_TAGGER_H_

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/batch.h"
#include "extractor/model/classifier.h"
#include "extractor/model/lemma_rule.h"

namespace demarche {

/// The heads that say of each word what it is: part of speech, tag, features
/// and lemma.  Keeps views into the model file.
///
/// An irregular past form has the lemma that grammar gives it.  Of the best few
/// lemma rules of another verb the first is taken that makes a lemma which has
/// rolesets; failing that, the rules of spelling are tried.
class Tagger {
 public:
  Tagger(const ModelFile& file, std::uint32_t width);

  /// Fills these fields of the words of `batch`.
  void tag(const Batch& batch, const QuantisedMatrix& words,
           std::vector<Sentence>& sentences) const;

 private:
  std::string lemma(const Word& word, std::span<const float> scores) const;
  std::string singular(const std::string& form, const std::string& lemma) const;

  Classifier upos_;
  Classifier xpos_;
  Classifier features_;
  Classifier lemma_;
  std::vector<Upos> parts_;                     ///< By label of `upos_`.
  std::vector<LemmaRule> rules_;                ///< By label of `lemma_`.
  std::unordered_set<std::string_view> verbs_;  ///< Lemmas that have rolesets.
};

}  // namespace demarche

#endif
