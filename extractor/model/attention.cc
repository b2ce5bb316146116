#include "extractor/model/attention.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "extractor/model/functions.h"
#include "extractor/model/lanes.h"
#include "extractor/model/row_sums.h"
#include "extractor/model/wide.h"

namespace demarche {
namespace {

std::size_t round_up(std::size_t count) {
  return whole_lanes(count + lane_count - 1);
}

// The columns [first, first + width) of some rows, turned: one row each, with
// room for whole lanes.
Matrix transpose(const Matrix& matrix, std::size_t begin, std::size_t end,
                 std::size_t first, std::size_t width) {
  Matrix turned(width, round_up(end - begin));
  for (std::size_t j = 0; j < width; ++j)
    std::ranges::fill(turned.row(j).subspan(end - begin), 0.0f);
  for (std::size_t i = begin; i < end; ++i)
    for (std::size_t j = 0; j < width; ++j)
      turned.values[j * turned.columns + i - begin] = matrix.row(i)[first + j];
  return turned;
}

/// One head of attention in a window.
struct Head {
  std::size_t width;
  std::size_t rows;
  const float* queries;  ///< Of row 0 of the matrix; the next `stride` farther.
  const float* values;   ///< Of the window's first row; the same.
  std::size_t stride;
  float scale;
  Matrix keys;  ///< Turned.
};

/// What `Count` rows get; `room` is for their queries and for their scores.
template <std::size_t Count>
[[gnu::always_inline]] inline void attend_rows(const Head& head,
                                               const std::uint32_t* looking,
                                               float* room, float* mixed,
                                               std::size_t mixed_stride) {
  std::array<const float*, Count> queries;
  std::array<const float*, Count> weights;
  std::array<float*, Count> scores;
  std::array<float*, Count> results;
  for (std::size_t n = 0; n < Count; ++n) {
    float* const query = room + n * (head.width + head.keys.columns);
    for (std::size_t j = 0; j < head.width; ++j)
      query[j] = head.queries[looking[n] * head.stride + j] * head.scale;
    queries[n] = query;
    weights[n] = scores[n] = query + head.width;
    results[n] = mixed + n * mixed_stride;
  }
  add_rows<Count>(
      queries, head.width, head.keys.columns,
      [&](std::size_t j) { return head.keys.row(j).data(); }, scores);
  softmax(scores[0], Count, head.width + head.keys.columns, head.rows);
  add_rows<Count>(
      weights, head.rows, head.width,
      [&](std::size_t k) { return head.values + k * head.stride; }, results);
}

}  // namespace

DEMARCHE_WIDE void attend(const Matrix& qkv, std::size_t begin, std::size_t end,
                          std::span<const std::uint32_t> looking,
                          std::size_t heads, Matrix& mixed, std::size_t first) {
  constexpr std::size_t together = 4;
  const std::size_t width = mixed.columns / heads;
  Scratch<float> room(together * (width + round_up(end - begin)));
  for (std::size_t h = 0; h < heads; ++h) {
    const std::size_t column = h * width;
    const Head head{width,
                    end - begin,
                    &qkv.values[column],
                    &qkv.row(begin)[2 * mixed.columns + column],
                    qkv.columns,
                    1 / std::sqrt(static_cast<float>(width)),
                    transpose(qkv, begin, end, mixed.columns + column, width)};
    float* result = &mixed.row(first)[column];
    std::size_t i = 0;
    for (; i + together <= looking.size(); i += together) {
      attend_rows<together>(head, &looking[i], room.data(), result,
                            mixed.columns);
      result += together * mixed.columns;
    }
    for (; i < looking.size(); ++i) {
      attend_rows<1>(head, &looking[i], room.data(), result, mixed.columns);
      result += mixed.columns;
    }
  }
}

}  // namespace demarche
