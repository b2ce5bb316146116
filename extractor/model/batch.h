#ifndef DEMARCHE_EXTRACTOR_MODEL_BATCH_H_
#define DEMARCHE_EXTRACTOR_MODEL_BATCH_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/word_pieces.h"
#include "extractor/model/word_shape.h"

namespace demarche {

/// Words of one sentence that the encoder sees together: all of them, unless
/// the sentence is longer than the encoder can take.
struct Window {
  std::size_t sentence = 0;
  WordIndex first = 0;  ///< Words [first, end) of the sentence.
  WordIndex end = 0;
  std::size_t row = 0;  ///< Of its first word among the batch's words.

  std::size_t size() const { return end - first; }
};

/// Windows that go through the network together, to make its matrices large.
/// What comes out for one does not depend on the others.
struct Batch {
  std::vector<Window> windows;
  /// The rows of all windows: `[CLS]`, the pieces of the words, `[SEP]`.
  std::vector<PieceId> pieces;
  std::vector<WordShape> shapes;
  std::vector<std::size_t> ends;  ///< Where each window's rows end.
  /// The row of the first piece of each word.
  std::vector<std::uint32_t> word_rows;
};

/// Cuts sentences into batches, in order.  Refers to the sentences.
class BatchReader {
 public:
  /// A window has at most `longest_window` rows, 3 or more; a batch has at most
  /// `rows`, unless its only window has more.
  BatchReader(const std::vector<Sentence>& sentences, const WordPieces& pieces,
              std::size_t longest_window, std::size_t rows)
      : sentences_(sentences),
        pieces_(pieces),
        longest_window_(longest_window),
        rows_(rows) {}

  /// Without windows after the last one.
  Batch next();

 private:
  void add_window(Batch& batch);
  /// The last one.
  static void drop_window(Batch& batch);

  const std::vector<Sentence>& sentences_;
  const WordPieces& pieces_;
  std::size_t longest_window_;
  std::size_t rows_;
  std::size_t sentence_ = 0;  ///< Where the next window begins.
  WordIndex word_ = 0;
};

}  // namespace demarche

#endif
