#include "extractor/confidence_model.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <span>

namespace demarche {
namespace {

constexpr auto shares = "confidence.network";

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

double SideModel::odds_of_candidate(const Traits& traits,
                                    double of_network) const {
  return std::exp(candidate_.log_odds(traits) + network_share_ * of_network);
}

double SideModel::odds_of_nobody(const Traits& traits,
                                 double of_network) const {
  return nobody_.empty()
             ? 0
             : std::exp(nobody_.log_odds(traits) + network_share_ * of_network);
}

ConfidenceModel load_confidence_model(const ModelFile& file) {
  const std::array<float, 2> none{};
  const std::span<const float> share =
      file.contains(shares) ? file.floats(shares, {2}) : none;
  const auto side = [&](const std::string& name) {
    return SideModel(load(file, name), load(file, name + ".nobody"), share[1]);
  };
  return {load(file, "confidence.type"),
          side("confidence.source"),
          side("confidence.target"),
          load(file, "confidence.relation"),
          EventScores(file),
          share[0]};
}

}  // namespace demarche
