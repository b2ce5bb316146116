#ifndef DEMARCHE_EXTRACTOR_MODEL_WORD_PIECES_H_
#define DEMARCHE_EXTRACTOR_MODEL_WORD_PIECES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/model/model_file.h"
#include "ontology/text_map.h"

namespace demarche {

/// Index of a piece in the vocabulary.
using PieceId = std::uint32_t;

/// Splits words into the pieces of BERT's uncased vocabulary.
///
/// A word loses its case and its accents, is split at punctuation, and each
/// part is matched from the left with the longest pieces that there are (Wu
/// et al. 2016).  Keeps views into the model file.
class WordPieces {
 public:
  explicit WordPieces(const ModelFile& file);

  /// Appends the pieces of a word: at least one, at most about 300.
  void split(std::string_view word, std::vector<PieceId>& pieces) const;

  PieceId begin() const { return begin_; }  ///< `[CLS]`
  PieceId end() const { return end_; }      ///< `[SEP]`
  std::size_t size() const { return size_; }

 private:
  void match(std::string_view part, std::vector<PieceId>& pieces) const;

  TextMap<PieceId> first_;   ///< At a beginning.
  TextMap<PieceId> next_;    ///< After "##".
  std::size_t longest_ = 0;  ///< In bytes.
  std::size_t size_ = 0;
  PieceId unknown_ = 0;
  PieceId begin_ = 0;
  PieceId end_ = 0;
};

}  // namespace demarche

#endif
