#ifndef DEMARCHE_EXTRACTOR_CONFIDENCE_MODEL_H_
#define DEMARCHE_EXTRACTOR_CONFIDENCE_MODEL_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/event_scores.h"
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

  double log_odds(const Traits& traits) const;

  /// The probability of being right, in hundredths.  `more` is added to the
  /// log-odds.  Without weights 1.
  double probability(const Traits& traits, double more = 0) const;

  bool empty() const { return weights_.empty(); }

 private:
  TextMap<double> weights_;
  double bias_ = 0;
};

/// Half a hundredth up or down: so much is the same on every processor.
double in_hundredths(double probability);

/// Who stands on a side of an event: each candidate has odds, and so has
/// nobody.
class SideModel {
 public:
  SideModel() = default;
  /// `network_share` is what the log-odds of the network count.
  SideModel(LogLinearModel candidate, LogLinearModel nobody,
            double network_share)
      : candidate_(std::move(candidate)),
        nobody_(std::move(nobody)),
        network_share_(network_share) {}

  bool empty() const { return candidate_.empty(); }

  double odds_of_candidate(const Traits& traits, double of_network) const;
  /// By the traits of the event.  0 where the file knows nothing of nobody.
  double odds_of_nobody(const Traits& traits, double of_network) const;

 private:
  LogLinearModel candidate_;
  LogLinearModel nobody_;
  double network_share_ = 0;
};

/// How far to trust what the rules read (confidence estimation: Culotta and
/// McCallum 2004).
struct ConfidenceModel {
  LogLinearModel type;      ///< Of an event.
  SideModel source;         ///< Who acts.
  SideModel target;         ///< Whom it is done to.
  LogLinearModel relation;  ///< That a standing relation holds.
  EventScores network;      ///< Says its part of the first three.
  double type_share = 0;    ///< What that counts for a type.
  /// Events of event data that are less sure lose their type.
  double least_type = default_least_type;

  static constexpr double default_least_type = .38;
};

/// Empty models where the file has none.
ConfidenceModel load_confidence_model(const ModelFile& file);

}  // namespace demarche

#endif
