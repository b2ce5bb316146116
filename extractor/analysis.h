#ifndef DEMARCHE_EXTRACTOR_ANALYSIS_H_
#define DEMARCHE_EXTRACTOR_ANALYSIS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/span.h"

namespace demarche {

/// Universal parts of speech, https://universaldependencies.org/u/pos/.
enum class Upos {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};

/// "NOUN" for `Upos::noun`, and back; nothing for another string.
std::string_view name_of(Upos upos);
std::optional<Upos> find_upos(std::string_view name);

/// Index of a word in its sentence, from 0.
using WordIndex = std::uint32_t;
inline constexpr WordIndex no_word = 0xffffffff;

/// A syntactic word of Universal Dependencies.  The words of a multiword
/// token ("don't") have their own parts of its span.
struct Word {
  Span span;
  std::string form;
  std::string lemma;
  Upos upos = Upos::x;
  std::string xpos;      ///< Penn Treebank tag: "VBD".
  std::string features;  ///< UD features, sorted: "Mood=Ind|Tense=Past"; or "".
  WordIndex head = no_word;  ///< `no_word` for the root.
  std::string relation;      ///< UD relation with subtype: "nsubj:pass".
  /// What the network says of it as an event, or as one who takes part
  /// (`EventScores`); empty where no network or an older one read it.
  std::vector<float> event_scores;
};

/// A token as written: one word, or a multiword token.
struct Token {
  Span span;
  WordIndex first = 0;
  WordIndex end = 0;  ///< One past its last word.
};

/// A name in the text: words [first, end).
struct Name {
  WordIndex first = 0;
  WordIndex end = 0;
  std::string type;  ///< PER ORG LOC GPE NORP FAC EVENT MISC.
};

/// The word that heads an argument of a frame, and its PropBank role.
struct Argument {
  WordIndex head = 0;
  std::string role;  ///< "ARG0", "ARGM-TMP", "R-ARG0".
};

/// A PropBank predicate with its arguments (Palmer et al. 2005).
struct Frame {
  WordIndex predicate = 0;
  std::string roleset;              ///< "accuse.01"
  std::vector<Argument> arguments;  ///< By word.
};

/// A sentence; its heads form a tree with one root, if it has words.
struct Sentence {
  Span span;
  std::uint32_t passage = 0;  ///< Index into `Article::passages`.
  std::vector<Token> tokens;
  std::vector<Word> words;
  std::vector<Name> names;    ///< In text order, not overlapping.
  std::vector<Frame> frames;  ///< By predicate.
};

/// What the trained analyser read: sentences in text order.
struct Analysis {
  std::vector<Sentence> sentences;
};

}  // namespace demarche

#endif
