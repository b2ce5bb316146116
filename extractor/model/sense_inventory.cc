#include "extractor/model/sense_inventory.h"

#include <limits>
#include <optional>

#include "extractor/model/code_points.h"

namespace demarche {
namespace {

// Removes and returns what stands before the next space.
std::string_view take_word(std::string_view& words) {
  const std::string_view taken = words.substr(0, words.find(' '));
  words.remove_prefix(taken.size() < words.size() ? taken.size() + 1
                                                  : taken.size());
  return taken;
}

// "down" of "strike_down.08" for "strike"; nothing of "strike.01".
std::string_view particle_of(std::string_view roleset, std::string_view lemma) {
  if (!roleset.starts_with(lemma) || roleset.size() <= lemma.size() ||
      roleset[lemma.size()] != '_')
    return {};
  roleset.remove_prefix(lemma.size() + 1);
  return roleset.substr(0, roleset.find_first_of("_."));
}

std::vector<std::string_view> lines_if_there(const ModelFile& file,
                                             std::string_view name) {
  return file.contains(name) ? file.lines(name)
                             : std::vector<std::string_view>();
}

}  // namespace

float Sense::preference(std::string_view role) const {
  if (role.starts_with("R-") || role.starts_with("C-")) role.remove_prefix(2);
  if (cores == any || role.size() != 4 || !role.starts_with("ARG")) return 0;
  const std::size_t at = cores.find(role.back());
  if (at == std::string_view::npos)
    return -std::numeric_limits<float>::infinity();
  const char mark = at + 1 < cores.size() ? cores[at + 1] : '0';
  if (mark > 'a' && mark <= 'z') return static_cast<float>('a' - mark) / 10;
  if (mark > 'A' && mark <= 'Z') return static_cast<float>(mark - 'A') / 10;
  return 0;
}

SenseInventory::SenseInventory(const ModelFile& file,
                               const std::vector<std::string_view>& labels) {
  labels_ = TextMap<std::size_t>(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) labels_.emplace(labels[i], i);
  const std::vector<std::string_view> lines = file.lines("rolesets");
  const auto cores = lines_if_there(file, "rolesets.cores");
  if (!cores.empty() && cores.size() != lines.size())
    file.refuse("not as many lines of rolesets and rolesets.cores");
  rolesets_ = TextMap<Rolesets>(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab + 1 == line.size())
      file.refuse("no roleset: " + std::string(line));
    rolesets_.emplace(
        line.substr(0, tab),
        {line.substr(tab + 1), cores.empty() ? std::string_view() : cores[i]});
  }
  for (const std::string_view line : lines_if_there(file, "not_predicates"))
    never_.emplace(line, true);
}

Sense SenseInventory::find(std::string_view lemma, const Score& score,
                           const Follows& follows) const {
  const std::string lowered = lower(lemma);
  const Rolesets* found = rolesets_.find(lowered);
  if (found == nullptr) return {lowered + ".01"};
  Rolesets rest = *found;
  Sense best;
  std::optional<float> highest;
  while (!rest.names.empty()) {
    const std::string_view roleset = take_word(rest.names);
    const std::string_view cores = take_word(rest.cores);
    const std::string_view particle = particle_of(roleset, lowered);
    if (!particle.empty() && !follows(particle)) continue;
    const Sense sense = {std::string(roleset),
                         cores.empty() ? Sense::any : cores};
    if (best.roleset.empty()) best = sense;
    const std::size_t* label = labels_.find(roleset);
    if (label == nullptr) continue;
    const float scored = score(*label);
    if (highest && !(scored > *highest)) continue;
    highest = scored;
    best = sense;
  }
  return best.roleset.empty() ? Sense{lowered + ".01"} : best;
}

bool SenseInventory::may_be_predicate(const Word& word) const {
  const std::string lemma = lower(word.lemma);
  if (never_.contains(lemma + '\t' + std::string(name_of(word.upos))))
    return false;
  return word.upos == Upos::verb || word.upos == Upos::adj ||
         rolesets_.contains(lemma);
}

}  // namespace demarche
