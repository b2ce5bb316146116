#ifndef DEMARCHE_EXTRACTOR_MODEL_PARSER_H_
#define DEMARCHE_EXTRACTOR_MODEL_PARSER_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extractor/analysis.h"
#include "extractor/model/batch.h"
#include "extractor/model/linear.h"

namespace demarche {

/// The head that finds dependency trees (Dozat and Manning 2017).
class Parser {
 public:
  Parser(const ModelFile& file, std::uint32_t width);

  /// Fills `head` and `relation` of the words of `batch`.  The root of a
  /// sentence's second and later windows hangs on that of its first.
  void parse(const Batch& batch, const QuantisedMatrix& words,
             const QuantisedMatrix& roots,
             std::vector<Sentence>& sentences) const;

 private:
  /// What the words of a batch say as dependents and as heads.
  struct Views {
    Matrix arc_forms;  ///< Times a head: the score of the arc.
    Matrix arc_heads;
    Matrix arc_roots;
    Matrix relation_forms;
    Matrix relation_heads;
  };
  Views view(const QuantisedMatrix& words, const QuantisedMatrix& roots) const;
  Matrix score_arcs(const Views& views, const Window& window,
                    std::size_t root) const;
  std::string_view find_relation(const Views& views, std::size_t dependent,
                                 std::span<const float> head) const;

  Linear arc_dependent_;
  Linear arc_head_;
  Linear arc_bilinear_;
  std::vector<std::string_view> labels_;
  std::size_t root_label_ = 0;  ///< Not that of a word below another.
  Linear relation_dependent_;
  Linear relation_head_;
  Linear relation_bilinear_;
};

}  // namespace demarche

#endif
