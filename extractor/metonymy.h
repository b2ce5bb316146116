#ifndef DEMARCHE_EXTRACTOR_METONYMY_H_
#define DEMARCHE_EXTRACTOR_METONYMY_H_

#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// How the name of a capital or seat of government is meant.
enum class Usage {
  place,       ///< "talks in Moscow"
  government,  ///< "Moscow said", "ties with Moscow"
  open         ///< The sentence does not tell.
};

/// What the sentence tells of the name that `word` heads.  `is_building`: it
/// is one building or street ("the Kremlin"), which, unlike a city, people
/// are "at" rather than angry at.
///
/// The lexicon is asked first (is the role that the name fills an actor's or
/// a place's?), then PropBank's roles, then grammar.
Usage read_metonym(const Tree& tree, WordIndex word, bool is_building,
                   const Ontology& ontology);

}  // namespace demarche

#endif
