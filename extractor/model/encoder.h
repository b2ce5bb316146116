#ifndef DEMARCHE_EXTRACTOR_MODEL_ENCODER_H_
#define DEMARCHE_EXTRACTOR_MODEL_ENCODER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extractor/model/batch.h"
#include "extractor/model/linear.h"
#include "extractor/model/matrix.h"
#include "extractor/model/model_file.h"

namespace demarche {

/// What the encoder makes of a batch: a row for each word, and one for the
/// root of each window.
struct WordVectors {
  Matrix words;
  Matrix roots;
};

/// A transformer of BERT's form (Devlin et al. 2019) over word pieces.
///
/// Nothing else knows of what form it is: the heads read word vectors.  A
/// view into its model file.
class Encoder {
 public:
  Encoder(const ModelFile& file, std::size_t piece_count);

  std::uint32_t width() const { return width_; }

  /// The most rows that a window can have.
  std::size_t longest_window() const { return positions_; }

  WordVectors encode(const Batch& batch) const;

 private:
  struct Norm {
    Norm(const ModelFile& file, const std::string& name, std::uint32_t width);
    void apply(Matrix& rows) const;
    std::span<const float> weight;
    std::span<const float> bias;
  };

  struct Layer {
    Layer(const ModelFile& file, const std::string& name, std::uint32_t width);
    Linear attention_qkv;
    Linear attention_output;
    Norm attention_norm;
    Linear up;
    Linear down;
    Norm norm;
  };

  struct Looking;
  static Looking every_row(const Batch& batch);
  static Looking roots_and_words(const Batch& batch);

  Matrix embed(const Batch& batch) const;
  /// A row for each that looks.
  Matrix apply(const Layer& layer, const Batch& batch, const Looking& looking,
               const Matrix& rows) const;

  std::uint32_t width_;
  std::uint32_t positions_;
  std::span<const std::int8_t> pieces_;
  std::span<const float> piece_scales_;
  std::span<const std::int8_t> position_rows_;
  std::span<const float> position_scales_;
  std::span<const float> shapes_;
  Norm norm_;
  std::size_t heads_ = 1;
  std::vector<Layer> layers_;
};

}  // namespace demarche

#endif
