#ifndef DEMARCHE_EXTRACTOR_MODEL_NAME_CONTEXT_H_
#define DEMARCHE_EXTRACTOR_MODEL_NAME_CONTEXT_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/model_file.h"

namespace demarche {

/// The scores of the labels of names: for each sentence a row for each word,
/// with a column for each label.
struct NameScores {
  std::size_t columns = 0;
  std::vector<std::vector<float>> sentences;

  float* row(std::size_t sentence, std::size_t word) {
    return sentences[sentence].data() + word * columns;
  }
};

/// What the tags and trees of words, and the other words of the document, say
/// of names beyond the scores (docs/model_format.md).
class NameContext {
 public:
  /// Reads `name.context` and `name.document`; without them it knows nothing.
  NameContext(const ModelFile& file,
              const std::vector<std::string_view>& labels);

  /// Adds what it knows to the scores of a document, whose words must have
  /// tags and heads.
  void weigh(const std::vector<Sentence>& document, NameScores& scores) const;

 private:
  void read_line(const ModelFile& file, std::string_view line,
                 const std::vector<std::string_view>& labels);
  void share(const std::vector<Sentence>& document, NameScores& scores) const;
  std::vector<float> type_scores(const float* row) const;

  /// For each trait that a word can have, what it adds to each label.
  std::vector<std::vector<float>> weights_;
  /// The number of the type of each label; O is one too.
  std::vector<std::size_t> types_;
  std::size_t type_count_ = 0;
  float share_ = 0;  ///< Of what a word's other places say of it.
};

}  // namespace demarche

#endif
