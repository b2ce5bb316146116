#ifndef DEMARCHE_EXTRACTOR_CONFIDENCE_MODEL_H_
#define DEMARCHE_EXTRACTOR_CONFIDENCE_MODEL_H_

#include <string>
#include <string_view>
#include <vector>

#include "extractor/model/model_file.h"
#include "ontology/text_map.h"

namespace demarche {

/// The named traits of something that may be right or wrong; a trait that
/// stands there twice counts twice.
using Traits = std::vector<std::string>;

/// A log-linear model of being right (Berger, Della Pietra and Della Pietra
/// 1996): the log-odds are a sum of the weights of the traits.
///
/// training/confidence.py learns it from what readers judged.
class LogLinearModel {
 public:
  /// Without weights: everything is as good as certain.
  LogLinearModel() = default;

  /// Reads the tensors `name`.traits, `name`.weights and `name`.bias of
  /// docs/model_format.md.  Views into the file.
  LogLinearModel(const ModelFile& file, const std::string& name);

  /// The probability of being right, in hundredths: so much is the same on
  /// every processor.
  double probability(const Traits& traits) const;

  bool empty() const { return weights_.empty(); }

 private:
  TextMap<double> weights_;
  double bias_ = 0;
};

/// How far to trust what the rules read (confidence estimation: Culotta and
/// McCallum 2004).
struct ConfidenceModel {
  LogLinearModel type;      ///< Of an event.
  LogLinearModel source;    ///< That somebody is on the side that acts.
  LogLinearModel target;    ///< That he is on the side acted on.
  LogLinearModel relation;  ///< That a standing relation holds.
  /// Events of event data that are less sure to be of their type lose it.
  double least_type = default_least_type;

  static constexpr double default_least_type = .45;
};

/// Empty models where the file has none.
ConfidenceModel load_confidence_model(const ModelFile& file);

}  // namespace demarche

#endif
