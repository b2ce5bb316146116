#include "extractor/model/name_finder.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace demarche {
namespace {

NameDecoder make_decoder(const ModelFile& file,
                         const std::vector<std::string_view>& labels) {
  std::optional<NameDecoder> decoder = NameDecoder::make(labels);
  if (!decoder) file.refuse("name.labels: not O, B-X and I-X");
  return *std::move(decoder);
}

}  // namespace

NameFinder::NameFinder(const ModelFile& file, std::uint32_t width)
    : labels_(file, "name", width),
      decoder_(make_decoder(file, labels_.labels())),
      context_(file, labels_.labels()) {}

NameScores NameFinder::scores_for(
    const std::vector<Sentence>& sentences) const {
  NameScores scores{labels_.labels().size(), {}};
  for (const Sentence& sentence : sentences)
    scores.sentences.emplace_back(sentence.words.size() * scores.columns);
  return scores;
}

void NameFinder::score(const Batch& batch, const QuantisedMatrix& words,
                       NameScores& scores) const {
  const Matrix all = labels_.layer()(words);
  for (const Window& window : batch.windows)
    for (std::size_t i = 0; i < window.size(); ++i)
      std::ranges::copy(all.row(window.row + i),
                        scores.row(window.sentence, window.first + i));
}

void NameFinder::find(NameScores scores,
                      std::vector<Sentence>& sentences) const {
  context_.weigh(sentences, scores);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    Matrix matrix(sentences[s].words.size(), scores.columns);
    std::ranges::copy(scores.sentences[s], matrix.values.begin());
    std::ranges::move(decoder_.decode(matrix),
                      std::back_inserter(sentences[s].names));
  }
}

}  // namespace demarche
