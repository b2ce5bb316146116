#include "extractor/model/integer_product.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <numeric>

#include "extractor/model/kernels.h"
#include "extractor/model/wide.h"

namespace demarche {
namespace {

constexpr std::size_t group_inputs = PackedWeights::group_inputs;
constexpr std::size_t block_outputs = PackedWeights::block_outputs;
constexpr std::size_t groups_read = 16;  // At a time, at most.

std::size_t groups_of(std::size_t inputs) {
  return (inputs + group_inputs - 1) / group_inputs;
}

// Where the weights of an output are, those of its next group `block_vectors`
// farther.
std::size_t first_vector(std::size_t output, std::size_t groups) {
  return output / block_outputs * groups * PackedWeights::block_vectors +
         output % block_outputs / PackedWeights::vector_outputs;
}

// The weights of one output, where they belong among those of its block.
void pack(std::span<const std::int8_t> weights, std::size_t lane,
          PackedWeights::Vector* vectors) {
  for (; weights.size() >= group_inputs;
       weights = weights.subspan(group_inputs)) {
    std::memcpy(vectors->weights[lane].data(), weights.data(), group_inputs);
    vectors += PackedWeights::block_vectors;
  }
  if (!weights.empty())
    std::ranges::copy(weights, vectors->weights[lane].begin());
}

DEMARCHE_WIDE std::int32_t sum(std::span<const std::int8_t> weights) {
  std::array<std::int32_t, 16> parts{};
  std::size_t i = 0;
  for (; i + parts.size() <= weights.size(); i += parts.size())
    for (std::size_t lane = 0; lane < parts.size(); ++lane)
      parts[lane] += weights[i + lane];
  for (; i < weights.size(); ++i) parts[0] += weights[i];
  return std::accumulate(parts.begin(), parts.end(), 0);
}

}  // namespace

QuantisedMatrix::QuantisedMatrix(std::size_t row_count,
                                 std::size_t column_count)
    : rows(row_count),
      columns(column_count),
      stride(groups_of(column_count) * group_inputs),
      bytes(row_count * stride),
      scales(row_count) {
  if (stride == columns) return;
  for (std::size_t i = 0; i < rows; ++i)
    std::fill(row(i) + columns, row(i) + stride, std::uint8_t{offset});
}

PackedWeights::PackedWeights(std::span<const std::int8_t> weights,
                             std::size_t inputs,
                             std::span<const float> output_scales,
                             std::span<const float> output_biases)
    : outputs(output_scales.size()), groups(groups_of(inputs)) {
  const std::size_t blocks = (outputs + block_outputs - 1) / block_outputs;
  vectors.resize((blocks * groups + groups_read) * block_vectors);
  corrections.resize(blocks * block_outputs);
  scales.assign(output_scales.begin(), output_scales.end());
  biases.assign(output_biases.begin(), output_biases.end());
  scales.resize(corrections.size());
  biases.resize(corrections.size());
  for (std::size_t o = 0; o < outputs; ++o) {
    const auto row = weights.subspan(o * inputs, inputs);
    pack(row, o % vector_outputs, &vectors[first_vector(o, groups)]);
    corrections[o] = -QuantisedMatrix::offset * sum(row);
  }
}

std::int32_t PackedWeights::product(const std::uint8_t* row,
                                    std::size_t output) const {
  const Vector* vector = &vectors[first_vector(output, groups)];
  std::int32_t total = corrections[output];
  for (std::size_t group = 0; group < groups; ++group) {
    const auto& four = vector->weights[output % vector_outputs];
    for (std::size_t i = 0; i < group_inputs; ++i) total += row[i] * four[i];
    row += group_inputs;
    vector += block_vectors;
  }
  return total;
}

void multiply(const QuantisedMatrix& rows, const PackedWeights& weights,
              Matrix& result) {
  assert(groups_of(rows.columns) == weights.groups);
  result.resize(rows.rows, weights.outputs);
  kernels().multiply({rows, weights, result});
}

}  // namespace demarche
