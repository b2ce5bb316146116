#ifndef DEMARCHE_EXTRACTOR_MEANINGS_H_
#define DEMARCHE_EXTRACTOR_MEANINGS_H_

#include <vector>

#include "extractor/analysis.h"
#include "extractor/tree.h"
#include "ontology/ontology.h"

namespace demarche {

/// A lexical entry that a word, with others, stands for: "turned its back on"
/// at "turned".
struct Meaning {
  const LexicalEntry* entry = nullptr;
  /// The words that match the entry's lemmas, the head first.
  std::vector<WordIndex> words;
};

/// All that the lexicon knows of each word of a sentence as the head of an
/// entry: by roleset where the word is a predicate, and by lemma; most
/// specific first: by the number of words and conditions, of equals longer
/// ones first, then rolesets before lemmas.  Conditions are not yet checked.
///
/// An entry's further words are looked for among the words that follow the
/// head and depend on it, in order ("pulled its troops out of"), or, for a
/// noun, among those just before it ("prime minister").
std::vector<std::vector<Meaning>> find_meanings(const Tree& tree,
                                                const Ontology& ontology);

/// The first effect on factuality among a word's meanings.
Effect effect_of(const std::vector<Meaning>& meanings);

/// The frame of `word`, or null.
const Frame* find_frame(const Sentence& sentence, WordIndex word);

/// Whether the entry says who or what fills this slot of syntax or roleset.
bool has_slot(const LexicalEntry& entry, std::string_view slot);

}  // namespace demarche

#endif
