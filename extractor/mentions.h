#ifndef DEMARCHE_EXTRACTOR_MENTIONS_H_
#define DEMARCHE_EXTRACTOR_MENTIONS_H_

#include <vector>

#include "extractor/analysis.h"
#include "extractor/article.h"
#include "extractor/extraction.h"
#include "ontology/ontology.h"

namespace demarche {

/// Every phrase that refers to an actor, place or thing: names, nominals and
/// pronouns, in order of sentence and first word.
///
/// Mentions nest ("Russia" in "Russia's foreign ministry spokeswoman") but no
/// two have the same head.  A title before a name is a mention of its own.
/// Time expressions and numbers are none.  Nouns that nobody acts upon, words
/// that evoke events among them, and "this" and "that" are in the background.
std::vector<Mention> find_mentions(const Article& article,
                                   const Analysis& analysis,
                                   const Ontology& ontology);

}  // namespace demarche

#endif
