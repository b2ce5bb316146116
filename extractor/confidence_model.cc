#include "extractor/confidence_model.h"

#include <cmath>
#include <cstdint>

namespace demarche {
namespace {

// In `Word::log_odds`, as training/confidence.py writes them: what an event's
// word tells of its type; then of either side what it and a candidate's word
// tell of the candidate, and what it tells of nobody.
constexpr std::size_t type_place = 0, source_place = 1, target_place = 4;

double number_at(const Word& word, std::size_t place) {
  return place < word.log_odds.size() ? word.log_odds[place] : 0;
}

LogLinearModel load(const ModelFile& file, const std::string& name) {
  return file.contains(name + ".traits") ? LogLinearModel(file, name)
                                         : LogLinearModel();
}

}  // namespace

LogLinearModel::LogLinearModel(const ModelFile& file, const std::string& name) {
  const auto traits = file.lines(name + ".traits");
  const auto weights = file.floats(name + ".weights",
                                   {static_cast<std::uint32_t>(traits.size())});
  weights_ = TextMap<double>(traits.size());
  bias_ = file.floats(name + ".bias", {1})[0];
  for (std::size_t i = 0; i < traits.size(); ++i)
    weights_.emplace(traits[i], weights[i]);
}

double LogLinearModel::log_odds(const Traits& traits) const {
  double sum = bias_;
  for (const std::string& trait : traits)
    if (const double* weight = weights_.find(trait)) sum += *weight;
  return sum;
}

double LogLinearModel::probability(const Traits& traits, double more) const {
  if (weights_.empty()) return 1;
  return in_hundredths(1 / (1 + std::exp(-log_odds(traits) - more)));
}

double in_hundredths(double probability) {
  return std::round(100 * probability) / 100;
}

double type_log_odds(const Word& word) { return number_at(word, type_place); }

double SideModel::odds_of_candidate(const Traits& traits,
                                    const Word& event_word,
                                    const Word& head) const {
  return std::exp(candidate_.log_odds(traits) +
                  number_at(event_word, first_place_) +
                  number_at(head, first_place_ + 1));
}

double SideModel::odds_of_nobody(const Traits& traits,
                                 const Word& event_word) const {
  return nobody_.empty() ? 0
                         : std::exp(nobody_.log_odds(traits) +
                                    number_at(event_word, first_place_ + 2));
}

ConfidenceModel load_confidence_model(const ModelFile& file) {
  const auto side = [&](const std::string& name, std::size_t first_place) {
    return SideModel(load(file, name), load(file, name + ".nobody"),
                     first_place);
  };
  return {load(file, "confidence.type"),
          side("confidence.source", source_place),
          side("confidence.target", target_place),
          load(file, "confidence.relation")};
}

}  // namespace demarche
