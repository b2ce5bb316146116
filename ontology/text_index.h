#ifndef DEMARCHE_ONTOLOGY_TEXT_INDEX_H_
#define DEMARCHE_ONTOLOGY_TEXT_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ontology/text_map.h"

namespace demarche {

/// Lists of values by text, all in one array.  Keeps views of the texts.
template <class Value>
class TextIndex {
 public:
  /// For about so many texts; more are fine.
  explicit TextIndex(std::size_t expected = 0) : ranges_(expected) {
    values_.reserve(expected);
  }

  /// The values of one text, all at once; those of its first `add` are found.
  void add(std::string_view text, std::span<const Value> values) {
    ranges_.emplace(text, {static_cast<std::uint32_t>(values_.size()),
                           static_cast<std::uint32_t>(values.size())});
    values_.insert(values_.end(), values.begin(), values.end());
  }

  /// Nothing for a text that was not added.  Valid until the next `add`.
  std::span<const Value> find(std::string_view text) const {
    const Range* const range = ranges_.find(text);
    if (range == nullptr) return {};
    return values_in(*range);
  }

  std::size_t size() const { return ranges_.entries().size(); }

  /// Calls `use` with each text and its values, in the order of adding.
  template <class Use>
  void for_each(const Use& use) const {
    for (const auto& [text, range] : ranges_.entries())
      use(text, values_in(range));
  }

 private:
  struct Range {
    std::uint32_t begin, count;
  };

  std::span<const Value> values_in(const Range& range) const {
    return std::span(values_).subspan(range.begin, range.count);
  }

  TextMap<Range> ranges_;
  std::vector<Value> values_;
};

}  // namespace demarche

#endif
