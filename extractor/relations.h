#ifndef DEMARCHE_EXTRACTOR_RELATIONS_H_
#define DEMARCHE_EXTRACTOR_RELATIONS_H_

#include <vector>

#include "extractor/analysis.h"
#include "extractor/article.h"
#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// The standing relations that the article's words state: by title and
/// apposition, copula, possessive, and verbs and nouns of the lexicon that
/// have a relation.  In text order, each once.
///
/// The factuality is that of the words themselves: what they lie inside of
/// ("he denied that …", quotations) is for attribution to see.
std::vector<Relation> find_relations(const Article& article,
                                     const Analysis& analysis,
                                     const std::vector<Mention>& mentions,
                                     const std::vector<Entity>& entities,
                                     const std::vector<TimeExpression>& times,
                                     const Ontology& ontology);

}  // namespace demarche

#endif
