#ifndef DEMARCHE_EXTRACTOR_PHRASE_SECTOR_H_
#define DEMARCHE_EXTRACTOR_PHRASE_SECTOR_H_

#include "extractor/extraction.h"
#include "extractor/noun_phrase.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// What the noun that an actor's phrase is about says of the actor.
struct PhraseNoun {
  WordIndex head = no_word;         ///< "soldiers" in "a group of soldiers".
  Denotation denotation;            ///< Of the noun, if the lexicon knows it.
  bool is_former = false;           ///< "a former minister".
  std::string_view sector() const;  ///< "MIL"; "ELI" of who was in office.
  /// Whether acts of the bearer are acts of its state.
  bool acts_for_state() const;
  /// Whether the bearer may be abroad: soldiers and envoys, but not police.
  bool may_be_abroad() const;
};

/// "former", "ex-": an adjective whose entry changes the noun's office.
bool has_former(const Tree& tree, WordIndex head, const Ontology& ontology);

/// The noun of a nominal, or of the name of a body ("Ministry", "National
/// Guard"); without a denotation where the mention is of another kind.
PhraseNoun find_phrase_noun(const Tree& tree, const Mention& mention,
                            const Ontology& ontology);

/// The heads of the places where the noun's phrase puts it: "in Goma",
/// "Goma-based".
std::vector<WordIndex> find_places(const Tree& tree, WordIndex noun);

/// The state that a part of a name names ("Chadian Army Council"), or in which
/// a place does ("Goma Chamber of Trade"), if it is but one; or none.
ConceptId country_in_name(const Sentence& sentence, const Mention& name,
                          const Ontology& ontology);

/// Whether an actor of this noun that belongs to a body of another sector is
/// of the body's: an official of a party, a spokesman of rebels.
bool takes_sector_of_owner(std::string_view own, std::string_view owner);

}  // namespace demarche

#endif
