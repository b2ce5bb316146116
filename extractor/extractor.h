#ifndef DEMARCHE_EXTRACTOR_EXTRACTOR_H_
#define DEMARCHE_EXTRACTOR_EXTRACTOR_H_

#include <string>
#include <vector>

#include "extractor/analyser.h"
#include "extractor/boundary_model.h"
#include "extractor/confidence_model.h"
#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// Reads articles: text in, all layers out.  **Start here**: extractor.cc calls
/// the stages in order.
///
/// Const after construction and shared by threads; an article's extraction
/// depends on the article, the model and the ontology alone.
class Extractor {
 public:
  /// Throws `Error` if the model lacks a part.  Events that are less sure than
  /// `least_confidence` stay without a type.
  Extractor(Ontology ontology, Analyser analyser,
            double least_confidence = ConfidenceModel::default_least_type);

  /// Never throws because of what the article says.
  Extraction extract(Article article) const;

  /// The same from words that are given, such as a treebank's: `sentences`
  /// have spans, tokens and forms.
  Extraction extract(Article article, std::vector<Sentence> sentences) const;

  const Ontology& ontology() const { return ontology_; }
  const Analyser& analyser() const { return analyser_; }

 private:
  Ontology ontology_;
  Analyser analyser_;
  BoundaryModel boundaries_;
  ConfidenceModel confidence_;
};

/// The layers above the analysis, from `article` and `analysis` alone.
/// Without a model nothing is too doubtful to be kept.
Extraction interpret(Article article, Analysis analysis,
                     const Ontology& ontology,
                     const ConfidenceModel& confidence = {});

}  // namespace demarche

#endif
