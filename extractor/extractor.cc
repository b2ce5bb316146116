// The way of an article through the stages.  Each stage is a file of its own,
// named after what it finds; docs/design.md has the picture.

#include "extractor/extractor.h"

#include <utility>

#include "extractor/claims.h"
#include "extractor/confidence.h"
#include "extractor/coreference.h"
#include "extractor/event_coreference.h"
#include "extractor/events.h"
#include "extractor/link_entities.h"
#include "extractor/mentions.h"
#include "extractor/quantities.h"
#include "extractor/reference.h"
#include "extractor/relations.h"
#include "extractor/sentence_splitter.h"
#include "extractor/sentence_view.h"
#include "extractor/stance.h"
#include "extractor/times.h"

namespace demarche {

Extractor::Extractor(Ontology ontology, Analyser analyser,
                     double least_confidence)
    : ontology_(std::move(ontology)),
      analyser_(std::move(analyser)),
      boundaries_(load_boundary_model(analyser_.file())),
      confidence_(load_confidence_model(analyser_.file())) {
  confidence_.least_type = least_confidence;
}

Extraction Extractor::extract(Article article) const {
  auto sentences = split_sentences(article, boundaries_);
  return extract(std::move(article), std::move(sentences));
}

Extraction Extractor::extract(Article article,
                              std::vector<Sentence> sentences) const {
  analyser_.analyse(sentences);
  return interpret(std::move(article), Analysis{std::move(sentences)},
                   ontology_, confidence_);
}

Extraction interpret(Article article, Analysis analysis,
                     const Ontology& ontology,
                     const ConfidenceModel& confidence) {
  Extraction e;
  e.article = std::move(article);
  e.analysis = std::move(analysis);

  e.mentions = find_mentions(e.article, e.analysis, ontology);
  const auto links = link_mentions(e.analysis, e.mentions, ontology,
                                   e.article.metadata.published);
  e.entities =
      resolve_coreference(e.article, e.analysis, e.mentions, links, ontology);
  e.times = find_times(e.article, e.analysis, ontology.holidays());
  e.quantities = find_quantities(e.article, e.analysis, e.times);
  e.relations = find_relations(e.article, e.analysis, e.mentions, e.entities,
                               e.times, ontology);

  const References references(e.analysis, e.mentions, e.entities);
  const auto views = view_sentences(e.analysis, ontology);
  e.relations = with_confidence(e, views, references, confidence, ontology);
  const Attributed attributed =
      attribute(e.article, e.analysis, views, references);
  e.events = find_events(e, views, references, attributed, ontology);
  e.events = without_doubtful(e, views, confidence, ontology);
  e.events = join_events(e, views, references, attributed, ontology);
  add_claims(attributed, ontology, e);
  return e;
}

}  // namespace demarche
