#include "extractor/boundary_model.h"

#include <algorithm>
#include <span>
#include <string>

#include "extractor/boundary_features.h"
#include "extractor/characters.h"
#include "extractor/model/lanes.h"
#include "extractor/model/model_file.h"
#include "extractor/model/wide.h"

namespace demarche {

namespace {

constexpr std::uint32_t shapes = 16, states = 2;

std::vector<std::string> text_lines(const ModelFile& file,
                                    std::string_view name) {
  const auto lines = file.lines(name);
  return {lines.begin(), lines.end()};
}

std::vector<float> copy_floats(const ModelFile& file, std::string_view name,
                               const ModelFile::Shape& shape) {
  const auto values = file.floats(name, shape);
  return {values.begin(), values.end()};
}

BoundaryModel::Layer load_layer(const ModelFile& file, const std::string& name,
                                std::uint32_t in) {
  BoundaryModel::Layer layer;
  const auto& shape = file.shape(name + ".weight");
  if (shape.size() != 3 || shape[1] != in || shape[0] % 2 == 0) {
    file.refuse("tensor " + name + ".weight has another shape");
  }
  layer.kernel = shape[0];
  layer.in = shape[1];
  layer.out = shape[2];
  layer.weight = copy_floats(file, name + ".weight", shape);
  layer.bias = copy_floats(file, name + ".bias", {shape[2]});
  const float dilation = file.floats(name + ".dilation", {1})[0];
  if (!(dilation >= 1 && dilation <= 16)) {
    file.refuse("tensor " + name + ".dilation is not from 1 to 16");
  }
  layer.dilation = static_cast<std::size_t>(dilation);
  return layer;
}

// Rows of one layer: `count` tokens from `begin`, some of them outside of the
// passage.
struct Rows {
  std::ptrdiff_t begin = 0;
  std::size_t count = 0, width = 0;
  std::vector<float> values;

  float* row(std::size_t i) { return values.data() + i * width; }
  const float* row(std::size_t i) const { return values.data() + i * width; }
};

void add(float* row, const float* values, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) row[i] += values[i];
}

Rows embed(const std::vector<TokenFeatures>& features,
           const BoundaryModel& model, std::ptrdiff_t begin,
           std::ptrdiff_t end) {
  const std::size_t width = model.width;
  Rows rows{begin, static_cast<std::size_t>(end - begin), width, {}};
  rows.values.resize(rows.count * width);
  const auto size = static_cast<std::ptrdiff_t>(features.size());
  for (std::ptrdiff_t t = begin; t < end; ++t) {
    float* row = rows.row(static_cast<std::size_t>(t - begin));
    if (t < 0 || t >= size) {
      add(row, model.shape.data(), width);
      continue;
    }
    const TokenFeatures& token = features[static_cast<std::size_t>(t)];
    const std::int8_t* word = model.word.data() + token.word * width;
    for (std::size_t i = 0; i < width; ++i) {
      row[i] = static_cast<float>(word[i]) * model.word_scale;
    }
    add(row, model.gap.data() + token.gap * width, width);
    add(row, model.quote.data() + token.quote * width, width);
    add(row, model.shape.data() + token.shape * width, width);
  }
  return rows;
}

// Sets sums of one row, from output `first`, to the products of the rows below
// `place` with the weights.  Each is added up in the order in which a plain
// loop would do it.
template <std::size_t Blocks>
[[gnu::always_inline]] inline void multiply(const Rows& below,
                                            std::size_t place,
                                            const BoundaryModel::Layer& layer,
                                            std::size_t first, float* sums) {
  Lanes sum[Blocks];
#pragma GCC unroll 4
  for (std::size_t b = 0; b < Blocks; ++b)
    load(layer.bias.data() + first + b * lane_count, sum[b]);
  const float* weight = layer.weight.data() + first;
  for (std::size_t k = 0; k < layer.kernel; ++k) {
    const float* row = below.row(place + k * layer.dilation);
    for (std::size_t i = 0; i < layer.in; ++i, weight += layer.out)
#pragma GCC unroll 4
      for (std::size_t b = 0; b < Blocks; ++b) {
        Lanes weights;
        load(weight + b * lane_count, weights);
        sum[b] += row[i] * weights;
      }
  }
#pragma GCC unroll 4
  for (std::size_t b = 0; b < Blocks; ++b) {
    sum[b] = sum[b] > 0 ? sum[b] : Lanes{};
    store(sum[b], sums + first + b * lane_count);
  }
}

// The same of one output.
void multiply_one(const Rows& below, std::size_t place,
                  const BoundaryModel::Layer& layer, std::size_t output,
                  float* sums) {
  float sum = layer.bias[output];
  const float* weight = layer.weight.data() + output;
  for (std::size_t k = 0; k < layer.kernel; ++k) {
    const float* row = below.row(place + k * layer.dilation);
    for (std::size_t i = 0; i < layer.in; ++i, weight += layer.out)
      sum += row[i] * *weight;
  }
  sums[output] = sum > 0 ? sum : 0;
}

// The rows above `below`, fewer by the layer's reach at both ends.
DEMARCHE_WIDE Rows convolve(const Rows& below,
                            const BoundaryModel::Layer& layer,
                            std::ptrdiff_t size) {
  const std::size_t reach = layer.kernel / 2 * layer.dilation;
  Rows above{below.begin + static_cast<std::ptrdiff_t>(reach),
             below.count - 2 * reach,
             layer.out,
             {}};
  above.values.resize(above.count * above.width);
  for (std::size_t t = 0; t < above.count; ++t) {
    const auto place = above.begin + static_cast<std::ptrdiff_t>(t);
    if (place < 0 || place >= size) continue;
    std::size_t first = 0;
    for (; first + 3 * lane_count <= layer.out; first += 3 * lane_count)
      multiply<3>(below, t, layer, first, above.row(t));
    for (; first + lane_count <= layer.out; first += lane_count)
      multiply<1>(below, t, layer, first, above.row(t));
    for (; first < layer.out; ++first)
      multiply_one(below, t, layer, first, above.row(t));
  }
  return above;
}

bool closes(std::string_view form) {
  return form == "\"" || form == "”" || form == "’" || form == "'" ||
         form == ")" || form == "]" || form == "»" || form == "''";
}

std::vector<float> scores_of_rules(std::string_view text,
                                   const std::vector<Token>& tokens) {
  std::vector<float> scores(tokens.size(), -1);
  bool stopped = false;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const auto form = slice(text, tokens[t].span);
    stopped =
        form == "." || form == "?" || form == "!" || (stopped && closes(form));
    if (!stopped || t + 1 == tokens.size()) continue;
    const auto next = tokens[t + 1].span.begin;
    if (next > tokens[t].span.end && !is_lower(character_at(text, next).code)) {
      scores[t] = 1;
    }
  }
  return scores;
}

}  // namespace

BoundaryModel load_boundary_model(const ModelFile& file) {
  BoundaryModel model;
  model.lists = make_token_lists(text_lines(file, "boundary.abbreviations"),
                                 text_lines(file, "boundary.prefixes"),
                                 text_lines(file, "boundary.units"),
                                 text_lines(file, "boundary.contractions"));
  const auto& words = file.shape("boundary.word");
  if (words.size() != 2 || words[0] == 0 || words[1] == 0) {
    file.refuse("tensor boundary.word is not a table");
  }
  const auto table = file.integers("boundary.word", words);
  model.word.assign(table.begin(), table.end());
  model.width = words[1];
  model.word_scale = file.floats("boundary.word.scale", {1})[0];
  model.shape = copy_floats(file, "boundary.shape", {shapes, words[1]});
  model.gap = copy_floats(file, "boundary.gap", {states, words[1]});
  model.quote = copy_floats(file, "boundary.quote", {states, words[1]});
  std::uint32_t in = words[1];
  for (std::size_t i = 0;; ++i) {
    const std::string name = "boundary.layer." + std::to_string(i);
    if (!file.contains(name + ".weight")) break;
    model.layers.push_back(load_layer(file, name, in));
    in = static_cast<std::uint32_t>(model.layers.back().out);
  }
  model.output = copy_floats(file, "boundary.output.weight", {in});
  model.output_bias = file.floats("boundary.output.bias", {1})[0];
  return model;
}

std::vector<float> boundary_scores(std::string_view text,
                                   const std::vector<Token>& tokens,
                                   const BoundaryModel& model) {
  if (model.width == 0) return scores_of_rules(text, tokens);
  const auto features = boundary_features(
      text, tokens,
      static_cast<std::uint32_t>(model.word.size() / model.width));
  std::size_t reach = 0;
  for (const auto& layer : model.layers) {
    reach += layer.kernel / 2 * layer.dilation;
  }
  constexpr std::size_t part = 1024;  // Tokens at a time, to bound memory.
  const auto margin = static_cast<std::ptrdiff_t>(reach);
  const auto size = static_cast<std::ptrdiff_t>(features.size());
  std::vector<float> scores;
  scores.reserve(features.size());
  for (std::size_t begin = 0; begin < features.size(); begin += part) {
    const std::size_t end = std::min(begin + part, features.size());
    Rows rows =
        embed(features, model, static_cast<std::ptrdiff_t>(begin) - margin,
              static_cast<std::ptrdiff_t>(end) + margin);
    for (const auto& layer : model.layers) rows = convolve(rows, layer, size);
    for (std::size_t t = 0; t < rows.count; ++t) {
      float score = model.output_bias;
      for (std::size_t i = 0; i < rows.width; ++i) {
        score += model.output[i] * rows.row(t)[i];
      }
      scores.push_back(score);
    }
  }
  return scores;
}

}  // namespace demarche
