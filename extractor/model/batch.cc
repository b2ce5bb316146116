#include "extractor/model/batch.h"

#include <algorithm>
#include <string>

namespace demarche {

Batch BatchReader::next() {
  Batch batch;
  while (sentence_ < sentences_.size() && batch.pieces.size() < rows_) {
    if (word_ < sentences_[sentence_].words.size()) {
      const WordIndex first = word_;
      add_window(batch);
      if (batch.pieces.size() <= rows_ || batch.windows.size() == 1) continue;
      drop_window(batch);
      word_ = first;
      break;
    }
    ++sentence_;
    word_ = 0;
  }
  return batch;
}

void BatchReader::drop_window(Batch& batch) {
  batch.word_rows.resize(batch.windows.back().row);
  batch.windows.pop_back();
  batch.ends.pop_back();
  batch.pieces.resize(batch.ends.back());
  batch.shapes.resize(batch.ends.back());
}

void BatchReader::add_window(Batch& batch) {
  const std::vector<Word>& words = sentences_[sentence_].words;
  const std::size_t last_row = batch.pieces.size() + longest_window_ - 1;
  Window window{sentence_, word_, word_, batch.word_rows.size()};
  batch.pieces.push_back(pieces_.begin());
  batch.shapes.push_back(WordShape::marker);
  for (; window.end < words.size(); ++window.end) {
    const std::string& form = words[window.end].form;
    const std::size_t row = batch.pieces.size();
    pieces_.split(form, batch.pieces);
    if (batch.pieces.size() > last_row) {
      // The word opens the next window; a word that fills one is cut.
      batch.pieces.resize(window.size() > 0 ? row : last_row);
      if (window.size() > 0) break;
    }
    batch.word_rows.push_back(static_cast<std::uint32_t>(row));
    batch.shapes.resize(batch.pieces.size(), word_shape(form));
  }
  batch.pieces.push_back(pieces_.end());
  batch.shapes.push_back(WordShape::marker);
  batch.ends.push_back(batch.pieces.size());
  batch.windows.push_back(window);
  word_ = window.end;
}

}  // namespace demarche
