#include "extractor/model/name_finder.h"

#include <algorithm>
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
      decoder_(make_decoder(file, labels_.labels())) {}

void NameFinder::find(const Batch& batch, const QuantisedMatrix& words,
                      std::vector<Sentence>& sentences) const {
  const Matrix all = labels_.layer()(words);
  for (const Window& window : batch.windows) {
    Matrix scores(window.size(), all.columns);
    for (std::size_t i = 0; i < window.size(); ++i)
      std::ranges::copy(all.row(window.row + i), scores.row(i).begin());
    for (Name& name : decoder_.decode(scores)) {
      name.first += window.first;
      name.end += window.first;
      sentences[window.sentence].names.push_back(std::move(name));
    }
  }
}

}  // namespace demarche
