#include "extractor/confidence_model.h"

#include <cmath>
#include <cstdint>

namespace demarche {
namespace {

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

double LogLinearModel::probability(const Traits& traits) const {
  if (weights_.empty()) return 1;
  double sum = bias_;
  for (const std::string& trait : traits)
    if (const double* weight = weights_.find(trait)) sum += *weight;
  return std::round(100 / (1 + std::exp(-sum))) / 100;
}

ConfidenceModel load_confidence_model(const ModelFile& file) {
  return {load(file, "confidence.type"), load(file, "confidence.source"),
          load(file, "confidence.target"), load(file, "confidence.relation")};
}

}  // namespace demarche
