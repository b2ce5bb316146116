#ifndef DEMARCHE_EXTRACTOR_BOUNDARY_MODEL_H_
#define DEMARCHE_EXTRACTOR_BOUNDARY_MODEL_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/tokenizer.h"

namespace demarche {

class ModelFile;

/// The small convolutional network that tells after which tokens of a passage
/// a sentence ends; training/boundaries.py trains it.
///
///     x0[t] = word[hash(form)] + shape[shape] + gap[space before]
///             + quote[inside of double quotes after it]
///     xN[t] = relu(bias + sum of weight[k] xN-1[t + (k - K/2) dilation])
///     score[t] = output . xN[t] + bias
///
/// A sentence ends after t if the score is above 0, says the training; see
/// `split_sentences` for the exceptions.
///
/// Beyond the passage all x are as of tokens that have shape 0, no word, gap
/// or quote, in x0; and zero above it.  All is computed in floats in one fixed
/// order, so that every processor finds the same ends.
struct BoundaryModel {
  struct Layer {
    std::size_t kernel = 0, in = 0, out = 0, dilation = 1;
    std::vector<float> weight;  ///< [kernel, in, out]
    std::vector<float> bias;    ///< [out]
  };

  TokenLists lists;
  std::size_t width = 0;          ///< Of x0; 0: there is no network.
  std::vector<std::int8_t> word;  ///< [buckets, width]
  float word_scale = 0;
  std::vector<float> shape;  ///< [16, width]
  std::vector<float> gap;    ///< [2, width]
  std::vector<float> quote;  ///< [2, width]
  std::vector<Layer> layers;
  std::vector<float> output;  ///< [out of the last layer]
  float output_bias = 0;
};

/// Copies the tensors `boundary.…` of docs/model_format.md.  Throws `Error`
/// where one is missing or of another shape.
BoundaryModel load_boundary_model(const ModelFile& file);

/// The scores of a passage's tokens.
/// Without a network, a score of 1 after "." "?" "!" and what closes them where
/// no lower-case letter follows, else -1.
std::vector<float> boundary_scores(std::string_view text,
                                   const std::vector<Token>& tokens,
                                   const BoundaryModel& model);

}  // namespace demarche

#endif
