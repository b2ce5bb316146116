#ifndef DEMARCHE_EXTRACTOR_CONLLU_H_
#define DEMARCHE_EXTRACTOR_CONLLU_H_

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/article.h"

namespace demarche {

/// A document of CoNLL-U (https://universaldependencies.org/format.html): its
/// text, and its tokens and words with nothing but spans and forms.
struct ConlluDocument {
  /// The text is put together from FORM and `SpaceAfter`; paragraphs, each a
  /// passage, have an empty line between them.  The id is that of the
  /// document; the IRI is empty.
  Article article;
  std::vector<Sentence> sentences;
  std::vector<std::string> sentence_ids;  ///< One each; "" where it has none.
};

/// Reads documents one at a time.
///
/// Of a token's line the ID, the FORM and `SpaceAfter` of MISC are read; empty
/// nodes are skipped.  Of the comments: newdoc, newpar, sent_id, and the kind
/// of a passage, as `to_conllu` writes them.
class ConlluReader {
 public:
  /// `name` is what messages call the stream, which must outlive the reader.
  ConlluReader(std::istream& stream, std::string name);

  /// The next document, or nothing after the last one.  Throws `Error` with
  /// the line that is malformed; what follows is then not to be read.
  std::optional<ConlluDocument> next();

 private:
  bool read_block();

  std::istream& stream_;
  std::string name_;
  std::size_t line_ = 0;
  std::size_t first_line_ = 0;      ///< Of the block.
  std::vector<std::string> block_;  ///< The lines of the next sentence.
};

/// The layers of an article as CoNLL-U, which holds every character of the text
/// that is not white space.
///
/// Comments: `# newdoc id` before the first sentence, `# newpar` before the
/// first of a passage, with `# passage = caption` where it is no paragraph; `#
/// sent_id` and `# text` before each.  `sentence_ids` are those of the
/// analysis' sentences; without them sentences are counted.
///
/// MISC: `TokenRange=b:e` in code points of the text, `SpaceAfter=No`,
/// `Name=B-GPE`, `Pred=accuse.01`, `Arg=3:ARG0,7:ARG1` (this word heads ARG0
/// of the predicate with ID 3).  What lies between passages, such as a bullet,
/// is punctuation of the sentence that follows on its line, or a sentence.
std::string to_conllu(const Article& article, const Analysis& analysis,
                      const std::vector<std::string>& sentence_ids = {});

}  // namespace demarche

#endif
