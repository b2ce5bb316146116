#include "extractor/model/sense_inventory.h"

#include <optional>

#include "extractor/model/code_points.h"

namespace demarche {
namespace {

// Removes and returns what stands before the next space.
std::string_view take_roleset(std::string_view& rolesets) {
  const std::string_view taken = rolesets.substr(0, rolesets.find(' '));
  rolesets.remove_prefix(taken.size() < rolesets.size() ? taken.size() + 1
                                                        : taken.size());
  return taken;
}

}  // namespace

SenseInventory::SenseInventory(const ModelFile& file,
                               const std::vector<std::string_view>& labels) {
  labels_ = TextMap<std::size_t>(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) labels_.emplace(labels[i], i);
  const std::vector<std::string_view> lines = file.lines("rolesets");
  rolesets_ = TextMap<std::string_view>(lines.size());
  for (const std::string_view line : lines) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab + 1 == line.size())
      file.refuse("no roleset: " + std::string(line));
    rolesets_.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
}

std::string SenseInventory::find(std::string_view lemma,
                                 const Score& score) const {
  const std::string lowered = lower(lemma);
  const std::string_view* found = rolesets_.find(lowered);
  if (found == nullptr) return lowered + ".01";
  std::string_view rest = *found;
  std::string_view best;
  std::optional<float> highest;
  while (!rest.empty()) {
    const std::string_view roleset = take_roleset(rest);
    if (best.empty()) best = roleset;
    const std::size_t* label = labels_.find(roleset);
    if (label == nullptr) continue;
    const float scored = score(*label);
    if (highest && !(scored > *highest)) continue;
    highest = scored;
    best = roleset;
  }
  return std::string(best);
}

}  // namespace demarche
