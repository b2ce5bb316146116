#include "extractor/model/role_decoder.h"

#include <algorithm>
#include <limits>

#include "extractor/model/functions.h"

namespace demarche {
namespace {

constexpr float forbidden = -std::numeric_limits<float>::infinity();

/// What a word loses if it may not have its role.
float loss_without(std::vector<float> scores, std::size_t role) {
  const float score = scores[role];
  scores[role] = forbidden;
  return score - *std::ranges::max_element(scores);
}

/// The words that have `role`.
std::vector<std::size_t> words_with(const std::vector<std::size_t>& roles,
                                    std::size_t role) {
  std::vector<std::size_t> words;
  for (std::size_t i = 0; i < roles.size(); ++i)
    if (roles[i] == role) words.push_back(i);
  return words;
}

}  // namespace

std::vector<std::size_t> choose_roles(std::vector<std::vector<float>> scores,
                                      const std::vector<bool>& is_core) {
  std::vector<std::size_t> roles;
  for (const std::vector<float>& row : scores) roles.push_back(best(row));
  // A word never gets back a role that it gave up, so this ends.
  for (std::size_t role = 1; role < is_core.size();) {
    const auto words = words_with(roles, role);
    if (!is_core[role] || words.size() < 2) {
      ++role;
      continue;
    }
    const std::size_t keeper = *std::ranges::max_element(
        words, {},
        [&](std::size_t word) { return loss_without(scores[word], role); });
    for (const std::size_t word : words) {
      if (word == keeper) continue;
      scores[word][role] = forbidden;
      roles[word] = best(scores[word]);
    }
    role = 1;
  }
  return roles;
}

}  // namespace demarche
