#include "extractor/model/encoder.h"

#include <algorithm>
#include <numeric>

#include "extractor/model/attention.h"
#include "extractor/model/functions.h"

namespace demarche {
namespace {

constexpr std::uint32_t any = ModelFile::any;
constexpr std::uint32_t fewest_positions = 3;  // Two markers and a piece.

// Row by row, while a row is near.
QuantisedMatrix activate(Matrix inner) {
  QuantisedMatrix active(inner.rows, inner.columns);
  for (std::size_t i = 0; i < inner.rows; ++i) {
    gelu(inner.row(i));
    quantise(inner.row(i), active, i);
  }
  return active;
}

Matrix select_rows(const Matrix& matrix, std::span<const std::uint32_t> rows) {
  Matrix selected(rows.size(), matrix.columns);
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::ranges::copy(matrix.row(rows[i]), selected.row(i).begin());
  return selected;
}

std::uint32_t first_dimension(const ModelFile& file, std::string_view name) {
  const ModelFile::Shape& shape = file.shape(name);
  return shape.empty() ? 0 : shape[0];
}

std::uint32_t second_dimension(const ModelFile& file, std::string_view name) {
  const ModelFile::Shape& shape = file.shape(name);
  return shape.size() < 2 ? 0 : shape[1];
}

std::size_t read_head_count(const ModelFile& file, std::uint32_t width) {
  const float heads = file.floats("encoder.heads", {1})[0];
  if (!(heads >= 1 && heads <= static_cast<float>(width)) ||
      width % static_cast<std::uint32_t>(heads) != 0)
    file.refuse("encoder.heads: does not divide the width");
  return static_cast<std::size_t>(heads);
}

}  // namespace

// The rows of a batch that attend to those of their windows, by window.
struct Encoder::Looking {
  std::span<const std::uint32_t> of(std::size_t first, std::size_t end) const {
    return std::span(rows).subspan(first, end - first);
  }

  std::vector<std::uint32_t> rows;
  std::vector<std::size_t> ends;
};

Encoder::Looking Encoder::every_row(const Batch& batch) {
  Looking looking{std::vector<std::uint32_t>(batch.pieces.size()), batch.ends};
  std::iota(looking.rows.begin(), looking.rows.end(), 0);
  return looking;
}

// What the heads read: in each window its first row and those of its words.
Encoder::Looking Encoder::roots_and_words(const Batch& batch) {
  Looking looking;
  auto word = batch.word_rows.begin();
  std::size_t begin = 0;
  for (const std::size_t end : batch.ends) {
    looking.rows.push_back(static_cast<std::uint32_t>(begin));
    for (; word != batch.word_rows.end() && *word < end; ++word)
      looking.rows.push_back(*word);
    looking.ends.push_back(looking.rows.size());
    begin = end;
  }
  return looking;
}

Encoder::Norm::Norm(const ModelFile& file, const std::string& name,
                    std::uint32_t width)
    : weight(file.floats(name + ".weight", {width})),
      bias(file.floats(name + ".bias", {width})) {}

void Encoder::Norm::apply(Matrix& rows) const {
  for (std::size_t i = 0; i < rows.rows; ++i)
    normalise(rows.row(i), weight, bias);
}

Encoder::Layer::Layer(const ModelFile& file, const std::string& name,
                      std::uint32_t width)
    : attention_qkv(file, name + ".attention.qkv", width, 3 * width),
      attention_output(file, name + ".attention.output", width, width),
      attention_norm(file, name + ".attention.norm", width),
      up(file, name + ".up", width, any),
      down(file, name + ".down", static_cast<std::uint32_t>(up.outputs()),
           width),
      norm(file, name + ".norm", width) {}

Encoder::Encoder(const ModelFile& file, std::size_t piece_count)
    : width_(second_dimension(file, "embeddings.shape")),
      positions_(first_dimension(file, "embeddings.position")),
      pieces_(file.integers("embeddings.piece",
                            {static_cast<std::uint32_t>(piece_count), width_})),
      piece_scales_(file.floats("embeddings.piece.scale",
                                {static_cast<std::uint32_t>(piece_count)})),
      position_rows_(
          file.integers("embeddings.position", {positions_, width_})),
      position_scales_(file.floats("embeddings.position.scale", {positions_})),
      shapes_(file.floats("embeddings.shape", {word_shape_count, width_})),
      norm_(file, "embeddings.norm", width_),
      heads_(read_head_count(file, width_)) {
  if (positions_ < fewest_positions)
    file.refuse("embeddings.position: too few");
  for (int i = 0;; ++i) {
    const std::string name = "encoder." + std::to_string(i);
    if (!file.contains_below(name + ".")) break;
    layers_.emplace_back(file, name, width_);
  }
}

WordVectors Encoder::encode(const Batch& batch) const {
  Matrix rows = embed(batch);
  const Looking all = every_row(batch);
  for (const Layer& layer : layers_)
    if (&layer != &layers_.back()) rows = apply(layer, batch, all, rows);
  const Looking read = roots_and_words(batch);
  rows = layers_.empty() ? select_rows(rows, read.rows)
                         : apply(layers_.back(), batch, read, rows);
  WordVectors vectors{Matrix(batch.word_rows.size(), width_),
                      Matrix(batch.ends.size(), width_)};
  std::size_t row = 0;
  std::size_t word = 0;
  for (std::size_t w = 0; w < read.ends.size(); ++w) {
    std::ranges::copy(rows.row(row++), vectors.roots.row(w).begin());
    for (; row < read.ends[w]; ++row)
      std::ranges::copy(rows.row(row), vectors.words.row(word++).begin());
  }
  return vectors;
}

Matrix Encoder::embed(const Batch& batch) const {
  Matrix rows(batch.pieces.size(), width_);
  std::size_t begin = 0;
  for (const std::size_t end : batch.ends) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t piece = batch.pieces[i];
      const std::size_t position = i - begin;
      const auto shape = static_cast<std::size_t>(batch.shapes[i]);
      const std::span<float> row = rows.row(i);
      for (std::size_t j = 0; j < width_; ++j)
        row[j] =
            pieces_[piece * width_ + j] * piece_scales_[piece] +
            position_rows_[position * width_ + j] * position_scales_[position] +
            shapes_[shape * width_ + j];
    }
    begin = end;
  }
  norm_.apply(rows);
  return rows;
}

Matrix Encoder::apply(const Layer& layer, const Batch& batch,
                      const Looking& looking, const Matrix& rows) const {
  const Matrix qkv = layer.attention_qkv(rows);
  Matrix mixed(looking.rows.size(), width_);
  std::size_t begin = 0;
  std::size_t first = 0;
  for (std::size_t w = 0; w < batch.ends.size(); ++w) {
    attend(qkv, begin, batch.ends[w], looking.of(first, looking.ends[w]),
           heads_, mixed, first);
    begin = batch.ends[w];
    first = looking.ends[w];
  }
  Matrix attended = layer.attention_output(mixed);
  for (std::size_t i = 0; i < attended.rows; ++i)
    add(rows.row(looking.rows[i]), attended.row(i));
  layer.attention_norm.apply(attended);
  Matrix result = layer.down(activate(layer.up(attended)));
  add(attended.values, result.values);
  layer.norm.apply(result);
  return result;
}

}  // namespace demarche
