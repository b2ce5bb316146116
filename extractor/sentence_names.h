#ifndef DEMARCHE_EXTRACTOR_SENTENCE_NAMES_H_
#define DEMARCHE_EXTRACTOR_SENTENCE_NAMES_H_

#include <string>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// The names of a sentence, of the analyser and of the gazetteer, in text
/// order.  Where the two overlap the longer one wins, the analyser's if equal.
///
/// Titles and demonyms before a person's name are no part of it.  The only
/// names inside others are those that the gazetteer knows at the beginning
/// or after a preposition of an organisation's or facility's ("Chadian Army
/// Council", "Embassy of Chad"); they come after the one that holds them.
std::vector<Name> find_sentence_names(const Tree& tree,
                                      const Ontology& ontology);

/// The word of [first, end) whose head lies outside: the head of the name.
WordIndex head_of(const Sentence& sentence, WordIndex first, WordIndex end);

/// The analyser's name around a word, "South Korean", or the word alone.
std::string name_around(const Sentence& sentence, WordIndex word);

}  // namespace demarche

#endif
