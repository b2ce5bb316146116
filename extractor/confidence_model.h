#ifndef DEMARCHE_EXTRACTOR_CONFIDENCE_MODEL_H_
#define DEMARCHE_EXTRACTOR_CONFIDENCE_MODEL_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/analysis.h"
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
  /// `first_place` is that of its numbers in `Word::log_odds`.
  SideModel(LogLinearModel candidate, LogLinearModel nobody,
            std::size_t first_place)
      : candidate_(std::move(candidate)),
        nobody_(std::move(nobody)),
        first_place_(first_place) {}

  bool empty() const { return candidate_.empty(); }

  double odds_of_candidate(const Traits& traits, const Word& event_word,
                           const Word& head) const;
  /// By the traits of the event.  0 where the file knows nothing of nobody.
  double odds_of_nobody(const Traits& traits, const Word& event_word) const;

 private:
  LogLinearModel candidate_;
  LogLinearModel nobody_;
  std::size_t first_place_ = 0;
};

/// What a word's vector adds to the log-odds of its event's type.
double type_log_odds(const Word& word);

/// How far to trust what the rules read (confidence estimation: Culotta and
/// McCallum 2004).
struct ConfidenceModel {
  LogLinearModel type;      ///< Of an event.
  SideModel source;         ///< Who acts.
  SideModel target;         ///< Whom it is done to.
  LogLinearModel relation;  ///< That a standing relation holds.
  /// Events of event data that are less sure lose their type.
  double least_type = default_least_type;

  static constexpr double default_least_type = .42;
};

/// Empty models where the file has none.
ConfidenceModel load_confidence_model(const ModelFile& file);

}  // namespace demarche

#endif
