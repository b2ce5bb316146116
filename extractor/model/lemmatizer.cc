#include "extractor/model/lemmatizer.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>

#include "extractor/model/code_points.h"
#include "extractor/model/functions.h"

namespace demarche {
namespace {

constexpr std::size_t rules_tried = 8;

/// The indexes of the highest scores, the highest first.
std::vector<std::size_t> highest(std::span<const float> scores) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto end = order.begin() + static_cast<std::ptrdiff_t>(
                                       std::min(rules_tried, order.size()));
  std::partial_sort(
      order.begin(), end, order.end(), [&](std::size_t a, std::size_t b) {
        return scores[a] > scores[b] || (scores[a] == scores[b] && a < b);
      });
  order.erase(end, order.end());
  return order;
}

/// The class of a Penn Treebank tag in the table of lemmas; 0 if the tag's
/// words are not in it.
char class_of(std::string_view xpos) {
  if (xpos == "VBD" || xpos == "VBN") return 'V';
  if (xpos.starts_with("VB")) return 'v';
  if (xpos == "NN" || xpos == "NNS") return 'N';
  if (xpos.starts_with("JJ")) return 'J';
  return xpos.starts_with("RB") ? 'R' : '\0';
}

/// Whether a noun's form is a plural of the lemma by its endings.
bool is_plural(std::string_view form, std::string_view lemma) {
  constexpr std::pair<std::string_view, std::string_view> endings[] = {
      {"", "s"},     {"", "es"},     {"y", "ies"}, {"f", "ves"},
      {"fe", "ves"}, {"man", "men"}, {"is", "es"}};
  return std::ranges::any_of(endings, [&](const auto& ending) {
    if (!lemma.ends_with(ending.first)) return false;
    const auto stem = lemma.substr(0, lemma.size() - ending.first.size());
    return form.size() == stem.size() + ending.second.size() &&
           form.starts_with(stem) && form.ends_with(ending.second);
  });
}

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// "wag", "rap": its last letter is doubled in "wagging", "rapped".
bool doubles(std::string_view lemma) {
  const auto size = lemma.size();
  if (size < 3) return false;
  const char last = lemma[size - 1];
  return !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' &&
         is_vowel(lemma[size - 2]) && !is_vowel(lemma[size - 3]) &&
         std::count_if(lemma.begin(), lemma.end(), is_vowel) == 1;
}

/// Whether a verb's form can be the lemma's by its endings.
bool may_be_of(std::string_view form, std::string_view lemma,
               std::string_view xpos) {
  if (xpos == "VBZ") return is_plural(form, lemma);
  const bool ed = form == std::string(lemma) + "ed";
  const bool ing = form == std::string(lemma) + "ing";
  return !((ed || ing) && doubles(lemma));
}

}  // namespace

Lemmatizer::Lemmatizer(const ModelFile& file,
                       const std::vector<std::string_view>& rules) {
  for (const std::string_view label : rules) {
    std::optional<LemmaRule> rule = LemmaRule::parse(label);
    if (!rule) file.refuse("no lemma rule: " + std::string(label));
    rules_.push_back(*std::move(rule));
  }
  const auto lemmas = file.lines("lemmas");
  lemmas_ = TextMap<std::string_view>(lemmas.size());
  for (const std::string_view line : lemmas) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab + 1 == line.size())
      file.refuse("no lemma: " + std::string(line));
    lemmas_.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  const auto rolesets = file.lines("rolesets");
  predicates_ = TextMap<bool>(rolesets.size());
  for (const std::string_view line : rolesets)
    predicates_.emplace(line.substr(0, line.find('\t')), true);
  const auto pieces = file.lines("pieces");
  pieces_ = TextMap<bool>(pieces.size());
  for (const std::string_view piece : pieces) pieces_.emplace(piece, true);
}

std::string Lemmatizer::lemma(std::string_view form, std::string_view xpos,
                              std::span<const float> scores) const {
  if (const char kind = class_of(xpos)) {
    const auto* known = lemmas_.find(std::string{kind, ' '} + lower(form));
    if (known != nullptr) return std::string(*known);
  }
  const bool noun = xpos == "NNS";
  if (!noun && !xpos.starts_with("VB")) return rules_[best(scores)].apply(form);
  std::optional<std::string> singular;
  const auto order = highest(scores);
  for (const std::size_t rule : order) {
    std::string lemma = rules_[rule].apply(form);
    if (noun && !is_plural(lower(form), lower(lemma))) continue;
    if (!noun && !may_be_of(lower(form), lower(lemma), xpos)) continue;
    if (predicates_.contains(lower(lemma)) || (noun && pieces_.contains(lemma)))
      return lemma;
    if (noun && !singular) singular = std::move(lemma);
  }
  return singular ? *std::move(singular) : rules_[order.front()].apply(form);
}

}  // namespace demarche
