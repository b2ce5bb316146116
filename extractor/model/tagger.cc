#include "extractor/model/tagger.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "extractor/model/code_points.h"
#include "extractor/model/inflection.h"

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

}  // namespace

Tagger::Tagger(const ModelFile& file, std::uint32_t width)
    : upos_(file, "upos", width),
      xpos_(file, "xpos", width),
      features_(file, "feats", width),
      lemma_(file, "lemma", width) {
  for (const std::string_view label : upos_.labels()) {
    const std::optional<Upos> part = find_upos(label);
    if (!part) file.refuse("no part of speech: " + std::string(label));
    parts_.push_back(*part);
  }
  for (const std::string_view label : lemma_.labels()) {
    std::optional<LemmaRule> rule = LemmaRule::parse(label);
    if (!rule) file.refuse("no lemma rule: " + std::string(label));
    rules_.push_back(*std::move(rule));
  }
  for (const std::string_view line : file.lines("rolesets"))
    verbs_.insert(line.substr(0, line.find('\t')));
}

// "clashe" of "clashes" is no lemma, but "clash" is.
std::string Tagger::singular(const std::string& form,
                             const std::string& lemma) const {
  if (verbs_.contains(lower(lemma))) return lemma;
  for (std::string& base : regular_bases(lower(form)))
    if (verbs_.contains(base)) return std::move(base);
  return lemma;
}

std::string Tagger::lemma(const Word& word,
                          std::span<const float> scores) const {
  if (!word.xpos.starts_with("VB")) {
    const std::string lemma = rules_[best(scores)].apply(word.form);
    return word.xpos == "NNS" ? singular(word.form, lemma) : lemma;
  }
  if (word.xpos == "VBD" || word.xpos == "VBN")
    if (std::string base = irregular_base(lower(word.form));
        verbs_.contains(base))
      return base;
  const auto order = highest(scores);
  for (const std::size_t rule : order) {
    std::string lemma = rules_[rule].apply(word.form);
    if (verbs_.contains(lower(lemma))) return lemma;
  }
  for (std::string& lemma : regular_bases(lower(word.form)))
    if (verbs_.contains(lemma)) return std::move(lemma);
  return rules_[order.front()].apply(word.form);
}

void Tagger::tag(const Batch& batch, const QuantisedMatrix& words,
                 std::vector<Sentence>& sentences) const {
  const auto upos = upos_.classify(words);
  const auto xpos = xpos_.classify(words);
  const auto features = features_.classify(words);
  const Matrix lemmas = lemma_.layer()(words);
  for (const Window& window : batch.windows)
    for (std::size_t i = 0; i < window.size(); ++i) {
      Word& word = sentences[window.sentence].words[window.first + i];
      const std::size_t row = window.row + i;
      word.upos = parts_[upos[row]];
      word.xpos = xpos_.labels()[xpos[row]];
      word.features = features_.labels()[features[row]];
      if (word.features == "_") word.features.clear();
      word.lemma = lemma(word, lemmas.row(row));
    }
}

}  // namespace demarche
