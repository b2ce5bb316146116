#ifndef DEMARCHE_EXTRACTOR_MODEL_LEMMATIZER_H_
#define DEMARCHE_EXTRACTOR_MODEL_LEMMATIZER_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/model/lemma_rule.h"
#include "extractor/model/model_file.h"
#include "ontology/text_map.h"

namespace demarche {

/// What chooses a word's lemma: first a table of known forms ("fled" as the
/// past of a verb), then the network's scores of rules.  Keeps views into the
/// model file.
///
/// Of the best few rules for a verb or a plural noun one is taken that makes a
/// known word, if any does; docs/model_format.md says which.
class Lemmatizer {
 public:
  /// `rules` are the labels of the network's head for lemmas.
  Lemmatizer(const ModelFile& file, const std::vector<std::string_view>& rules);

  std::string lemma(std::string_view form, std::string_view xpos,
                    std::span<const float> scores) const;

 private:
  std::vector<LemmaRule> rules_;
  /// By class of tag and form: "V fled".
  TextMap<std::string_view> lemmas_;
  TextMap<bool> predicates_;  ///< With rolesets.
  TextMap<bool> pieces_;
};

}  // namespace demarche

#endif
