#include "extractor/model/name_decoder.h"

#include <algorithm>
#include <string>

namespace demarche {

std::optional<NameDecoder> NameDecoder::make(
    const std::vector<std::string_view>& labels) {
  NameDecoder decoder;
  for (const std::string_view label : labels) {
    if (label == "O")
      decoder.labels_.push_back({});
    else if (label.size() > 2 && label.starts_with("B-"))
      decoder.labels_.push_back({Place::begins, label.substr(2)});
    else if (label.size() > 2 && label.starts_with("I-"))
      decoder.labels_.push_back({Place::continues, label.substr(2)});
    else
      return std::nullopt;
  }
  const bool has_outside = std::ranges::any_of(
      decoder.labels_,
      [](const Label& label) { return label.place == Place::outside; });
  return has_outside ? std::optional(decoder) : std::nullopt;
}

bool NameDecoder::can_follow(std::size_t label, std::size_t previous) const {
  const Label& that = labels_[label];
  return that.place != Place::continues ||
         (labels_[previous].place != Place::outside &&
          labels_[previous].type == that.type);
}

std::vector<std::size_t> NameDecoder::best_path(const Matrix& scores) const {
  constexpr float impossible = -1e30f;
  const std::size_t count = labels_.size();
  std::vector<std::size_t> path(scores.rows);
  if (path.empty()) return path;
  // The score of the best path that ends here with each label, and the label
  // before it on that path.
  Matrix totals(scores.rows, count);
  std::vector<std::size_t> before(scores.rows * count, 0);
  for (std::size_t label = 0; label < count; ++label)
    totals.row(0)[label] = labels_[label].place == Place::continues
                               ? impossible
                               : scores.row(0)[label];
  for (std::size_t i = 1; i < scores.rows; ++i)
    for (std::size_t label = 0; label < count; ++label) {
      std::optional<std::size_t> best;
      for (std::size_t previous = 0; previous < count; ++previous)
        if (can_follow(label, previous) &&
            (!best || totals.row(i - 1)[previous] > totals.row(i - 1)[*best]))
          best = previous;
      before[i * count + label] = best.value_or(0);
      totals.row(i)[label] =
          best ? totals.row(i - 1)[*best] + scores.row(i)[label] : impossible;
    }
  const auto last = totals.row(scores.rows - 1);
  path.back() =
      static_cast<std::size_t>(std::ranges::max_element(last) - last.begin());
  for (std::size_t i = scores.rows; --i > 0;)
    path[i - 1] = before[i * count + path[i]];
  return path;
}

std::vector<Name> NameDecoder::decode(const Matrix& scores) const {
  std::vector<Name> names;
  WordIndex word = 0;
  for (const std::size_t i : best_path(scores)) {
    const Label& label = labels_[i];
    if (label.place == Place::begins)
      names.push_back({word, word + 1, std::string(label.type)});
    if (label.place == Place::continues && !names.empty())
      names.back().end = word + 1;
    ++word;
  }
  return names;
}

}  // namespace demarche
