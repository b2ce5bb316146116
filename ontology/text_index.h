#ifndef DEMARCHE_ONTOLOGY_TEXT_INDEX_H_
#define DEMARCHE_ONTOLOGY_TEXT_INDEX_H_

#include <bit>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace demarche {

/// Lists of values by text: a hash table in three arrays, quick to fill and to
/// free.  Keeps views of the texts.
template <class Value>
class TextIndex {
 public:
  /// The values of one text, all at once; those of its first `add` are found.
  void add(std::string_view text, std::span<const Value> values) {
    rows_.push_back({text, static_cast<std::uint32_t>(values_.size()),
                     static_cast<std::uint32_t>(values.size())});
    values_.insert(values_.end(), values.begin(), values.end());
    if (2 * rows_.size() > slots_.size())
      return rehash(std::bit_ceil(4 * rows_.size()));
    insert(static_cast<std::uint32_t>(rows_.size()));
  }

  void reserve(std::size_t rows) {
    rows_.reserve(rows);
    values_.reserve(rows);
    if (2 * rows > slots_.size()) rehash(std::bit_ceil(2 * rows + 1));
  }

  /// Nothing for a text that was not added.  Valid until the next `add`.
  std::span<const Value> find(std::string_view text) const {
    if (slots_.empty()) return {};
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash(text) & mask; slots_[i] != 0; i = (i + 1) & mask)
      if (rows_[slots_[i] - 1].text == text) return values(slots_[i] - 1);
    return {};
  }

  /// In the order of adding.
  std::size_t size() const { return rows_.size(); }
  std::string_view text(std::size_t row) const { return rows_[row].text; }
  std::span<const Value> values(std::size_t row) const {
    return std::span(values_).subspan(rows_[row].begin, rows_[row].count);
  }

 private:
  struct Row {
    std::string_view text;
    std::uint32_t begin, count;
  };

  static std::size_t hash(std::string_view text) {
    return std::hash<std::string_view>{}(text);
  }

  void insert(std::uint32_t number) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = hash(rows_[number - 1].text) & mask;
    while (slots_[i] != 0) i = (i + 1) & mask;
    slots_[i] = number;
  }

  /// `slots` is a power of two.
  void rehash(std::size_t slots) {
    slots_.assign(slots, 0);
    for (std::uint32_t number = 1; number <= rows_.size(); ++number)
      insert(number);
  }

  std::vector<Row> rows_;
  std::vector<Value> values_;
  std::vector<std::uint32_t> slots_;  ///< Row, from 1; 0: none.
};

}  // namespace demarche

#endif
