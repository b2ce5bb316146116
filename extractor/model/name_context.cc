#include "extractor/model/name_context.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "extractor/model/code_points.h"

namespace demarche {
namespace {

// How much worse than the best a type can be for a word, and how many other
// places have their full weight together.
constexpr float worst = 8;
constexpr float enough = 3;

bool is_proper(const Sentence& sentence, WordIndex i) {
  return sentence.words[i].upos == Upos::propn;
}

bool always(const Sentence&, WordIndex) { return true; }

bool is_not_proper(const Sentence& sentence, WordIndex i) {
  return !is_proper(sentence, i);
}

// "Brown" in "J. Brown".
bool follows_initial(const Sentence& sentence, WordIndex i) {
  if (i == 0 || !is_proper(sentence, i) || sentence.words[i].relation != "flat")
    return false;
  const std::string& before = sentence.words[i - 1].form;
  return !before.empty() && before[0] >= 'A' && before[0] <= 'Z' &&
         (before.size() == 1 || before.substr(1) == ".");
}

// A proper noun after one to which no arc leads, nor do both hang on one word.
bool is_unlinked(const Sentence& sentence, WordIndex i) {
  if (i == 0 || !is_proper(sentence, i) || !is_proper(sentence, i - 1))
    return false;
  const WordIndex head = sentence.words[i].head;
  const WordIndex other = sentence.words[i - 1].head;
  return head != i - 1 && other != i && head != other;
}

// "Volvo" in "Volvo dealers".
bool modifies_noun(const Sentence& sentence, WordIndex i) {
  const Word& word = sentence.words[i];
  return word.upos == Upos::propn && word.relation == "compound" &&
         word.head != no_word && word.head > i &&
         !is_proper(sentence, word.head);
}

// A greeting or a signature: "Ann," or "Ann Lee".
bool stands_alone(const Sentence& sentence, WordIndex i) {
  const Word& word = sentence.words[i];
  return word.upos == Upos::propn && word.head == no_word &&
         word.form.size() > 1 &&
         std::ranges::count_if(sentence.words, [](const Word& each) {
           return each.upos != Upos::punct;
         }) <= 2;
}

struct Trait {
  std::string_view name;
  bool (*holds)(const Sentence&, WordIndex);
};
constexpr std::array traits{
    Trait{"any", always},
    Trait{"common", is_not_proper},
    Trait{"initial", follows_initial},
    Trait{"unlinked", is_unlinked},
    Trait{"modifier", modifies_noun},
    Trait{"alone", stands_alone},
};

std::string_view type_of(std::string_view label) {
  return label.size() > 2 ? label.substr(2) : label;
}

// Targets are a type, "name" for all types, and "inside" for all I-X.
bool is_target(std::string_view target, std::string_view label) {
  if (label == "O") return target == label;
  return target == "name" || target == type_of(label) ||
         (target == "inside" && label.starts_with("I-"));
}

}  // namespace

NameContext::NameContext(const ModelFile& file,
                         const std::vector<std::string_view>& labels) {
  std::vector<std::string_view> types;
  for (const std::string_view label : labels) {
    const auto found = std::ranges::find(types, type_of(label));
    types_.push_back(static_cast<std::size_t>(found - types.begin()));
    if (found == types.end()) types.push_back(type_of(label));
  }
  type_count_ = types.size();
  if (file.contains("name.document"))
    share_ = file.floats("name.document", {1})[0];
  if (!file.contains("name.context")) return;
  weights_.assign(traits.size(), std::vector<float>(labels.size()));
  for (const std::string_view line : file.lines("name.context"))
    read_line(file, line, labels);
}

void NameContext::read_line(const ModelFile& file, std::string_view line,
                            const std::vector<std::string_view>& labels) {
  const std::size_t tab = line.find('\t');
  const std::size_t last = line.rfind('\t');
  const auto trait =
      std::ranges::find(traits, line.substr(0, tab), &Trait::name);
  float weight = 0;
  if (trait == traits.end() || tab == last ||
      std::from_chars(line.data() + last + 1, line.data() + line.size(), weight)
              .ptr != line.data() + line.size())
    file.refuse("name.context: " + std::string(line));
  std::vector<float>& weights =
      weights_[static_cast<std::size_t>(trait - traits.begin())];
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (is_target(line.substr(tab + 1, last - tab - 1), labels[i]))
      weights[i] += weight;
}

void NameContext::weigh(const std::vector<Sentence>& document,
                        NameScores& scores) const {
  for (std::size_t s = 0; s < document.size(); ++s)
    for (WordIndex i = 0; i < document[s].words.size(); ++i)
      for (std::size_t trait = 0; trait < weights_.size(); ++trait)
        if (traits[trait].holds(document[s], i))
          std::transform(weights_[trait].begin(), weights_[trait].end(),
                         scores.row(s, i), scores.row(s, i), std::plus<>());
  if (share_ > 0) share(document, scores);
}

// How much each type's best label is below the best of all.
std::vector<float> NameContext::type_scores(const float* row) const {
  const float best = *std::max_element(row, row + types_.size());
  std::vector<float> found(type_count_, -worst);
  for (std::size_t label = 0; label < types_.size(); ++label)
    found[types_[label]] = std::max(found[types_[label]], row[label] - best);
  return found;
}

// A name means the same throughout a document (Ratinov and Roth 2009).
void NameContext::share(const std::vector<Sentence>& document,
                        NameScores& scores) const {
  struct Place {
    float* row;
    std::vector<float> types;
  };
  std::map<std::string, std::vector<Place>> places;
  for (std::size_t s = 0; s < document.size(); ++s)
    for (WordIndex i = 0; i < document[s].words.size(); ++i)
      if (is_proper(document[s], i) && document[s].words[i].form.size() > 1)
        places[lower(document[s].words[i].form)].push_back(
            {scores.row(s, i), type_scores(scores.row(s, i))});
  for (const auto& [form, all] : places) {
    if (all.size() < 2) continue;
    const auto others = static_cast<float>(all.size() - 1);
    const float weight = share_ * std::min(1.F, others / enough) / others;
    std::vector<float> sum(type_count_);
    for (const Place& place : all)
      std::ranges::transform(sum, place.types, sum.begin(), std::plus<>());
    for (const Place& place : all)
      for (std::size_t label = 0; label < types_.size(); ++label) {
        const std::size_t type = types_[label];
        place.row[label] += weight * (sum[type] - place.types[type]);
      }
  }
}

}  // namespace demarche
