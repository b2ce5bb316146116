#ifndef DEMARCHE_EXTRACTOR_TOKENIZER_H_
#define DEMARCHE_EXTRACTOR_TOKENIZER_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/span.h"

namespace demarche {

/// What the language writes in its own way.  Comes with the model, so that no
/// list of words stands in the code; without it only the rules of shape hold.
struct TokenLists {
  std::vector<std::string> abbreviations;  ///< "Mr.", "etc."; sorted.
  std::vector<std::string> prefixes;       ///< "anti" of "anti-war"; sorted.
  std::vector<std::string> units;          ///< "km" of "5km"; sorted.
  /// Where words written as one are parted, in bytes: "cannot" at 3.  Keys
  /// are in lower case.
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> contractions;
};

/// The lists of lines as the model file has them: contractions with a space
/// where they are parted, "can not".
TokenLists make_token_lists(std::vector<std::string> abbreviations,
                            std::vector<std::string> prefixes,
                            std::vector<std::string> units,
                            const std::vector<std::string>& contractions);

/// The tokens of a text and the words in them.
struct Tokens {
  std::vector<Token> tokens;  ///< `first` and `end` point into `words`.
  std::vector<Span> words;
};

/// Tokens and words of `part` of `text`, as the English Web Treebank has them:
/// hyphens are tokens of their own ("Russian - led", but "anti-war"), numbers
/// lose their units ("$ 6.5 K"), contractions and possessives are multiword
/// tokens ("do|n't", "Armenia|'s").
///
/// The tokens hold every character that is not white space; none crosses
/// white space or reaches out of `part`.  An abbreviation keeps its full stop;
/// one that ends a sentence loses it later, in `split_sentences`.  Time is
/// linear in the length.
Tokens tokenize(std::string_view text, Span part, const TokenLists& lists);

}  // namespace demarche

#endif
