#ifndef DEMARCHE_ONTOLOGY_TEXT_MAP_H_
#define DEMARCHE_ONTOLOGY_TEXT_MAP_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace demarche {

/// A value for each of many texts: a hash table in two arrays, which is filled
/// and freed much faster than `unordered_map`.  Keeps views of the texts.
template <class Value>
class TextMap {
 public:
  /// For about so many texts; more are fine.
  explicit TextMap(std::size_t expected = 0) {
    entries_.reserve(expected);
    slots_.resize(2 * std::bit_ceil(expected + 1));
  }

  /// Does nothing if `text` is there.
  void emplace(std::string_view text, Value value) {
    std::uint32_t& slot = slots_[slot_of(text)];
    if (slot != 0) return;
    entries_.push_back({text, value});
    slot = static_cast<std::uint32_t>(entries_.size());
    if (2 * entries_.size() > slots_.size()) grow();
  }

  /// Null if `text` is not there.
  const Value* find(std::string_view text) const {
    const std::uint32_t slot = slots_[slot_of(text)];
    return slot == 0 ? nullptr : &entries_[slot - 1].value;
  }
  bool contains(std::string_view text) const { return find(text) != nullptr; }
  bool empty() const { return entries_.empty(); }

  struct Entry {
    std::string_view text;
    Value value;
  };
  /// In the order in which they came.
  std::span<const Entry> entries() const { return entries_; }

 private:
  // Where `text` is, or is to be.  At most half of the slots are taken.
  std::size_t slot_of(std::string_view text) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = std::hash<std::string_view>{}(text)&mask;
    while (slots_[i] != 0 && entries_[slots_[i] - 1].text != text)
      i = (i + 1) & mask;
    return i;
  }

  void grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (std::uint32_t i = 0; i < entries_.size(); ++i)
      slots_[slot_of(entries_[i].text)] = i + 1;
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< Of an entry, from 1; 0: none.
};

}  // namespace demarche

#endif
