#include "extractor/model/tagger.h"

#include <optional>

namespace demarche {

Tagger::Tagger(const ModelFile& file, std::uint32_t width)
    : upos_(file, "upos", width),
      xpos_(file, "xpos", width),
      features_(file, "feats", width),
      lemma_(file, "lemma", width),
      lemmatizer_(file, lemma_.labels()) {
  for (const std::string_view label : upos_.labels()) {
    const std::optional<Upos> part = find_upos(label);
    if (!part) file.refuse("no part of speech: " + std::string(label));
    parts_.push_back(*part);
  }
}

void Tagger::tag(const Batch& batch, const QuantisedMatrix& words,
                 std::vector<Sentence>& sentences) const {
  const auto upos = upos_.classify(words);
  const auto xpos = xpos_.classify(words);
  const auto features = features_.classify(words);
  const Matrix lemmas = lemma_.layer()(words);
  for (const Window& window : batch.windows)
    for (std::size_t i = 0; i < window.size(); ++i) {
      Word& word = sentences[window.sentence].words[window.first + i];
      const std::size_t row = window.row + i;
      word.upos = parts_[upos[row]];
      word.xpos = xpos_.labels()[xpos[row]];
      word.features = features_.labels()[features[row]];
      if (word.features == "_") word.features.clear();
      word.lemma = lemmatizer_.lemma(word.form, word.xpos, lemmas.row(row));
    }
}

}  // namespace demarche
