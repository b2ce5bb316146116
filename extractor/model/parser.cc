#include "extractor/model/parser.h"

#include <algorithm>
#include <limits>
#include <string>

#include "extractor/model/arborescence.h"
#include "extractor/model/bilinear.h"
#include "extractor/model/functions.h"

namespace demarche {
namespace {

constexpr std::uint32_t any = ModelFile::any;

std::uint32_t outputs(const Linear& layer) {
  return static_cast<std::uint32_t>(layer.outputs());
}

// The first root word of a sentence; no word if it has none so far.
WordIndex find_root(const Sentence& sentence, WordIndex end) {
  for (WordIndex i = 0; i < end; ++i)
    if (sentence.words[i].head == no_word) return i;
  return no_word;
}

// A clause has one subject: of a noun and a name side by side that both seem to
// be it, "member Estonia", the noun describes the name.
void join_subjects(Sentence& sentence, const Window& window) {
  for (WordIndex i = window.first; i + 1 < window.end; ++i) {
    Word& noun = sentence.words[i];
    const Word& name = sentence.words[i + 1];
    if (noun.relation == "nsubj" && name.relation == "nsubj" &&
        noun.head == name.head && noun.upos == Upos::noun &&
        name.upos == Upos::propn) {
      noun.head = i + 1;
      noun.relation = "nmod:desc";
    }
  }
}

}  // namespace

Parser::Parser(const ModelFile& file, std::uint32_t width)
    : arc_dependent_(file, "arc.dependent", width, any),
      arc_head_(file, "arc.head", width, outputs(arc_dependent_)),
      arc_bilinear_(file, "arc.bilinear", outputs(arc_dependent_),
                    outputs(arc_head_)),
      labels_(file.lines("relation.labels")),
      relation_dependent_(file, "relation.dependent", width, any),
      relation_head_(file, "relation.head", width,
                     outputs(relation_dependent_)),
      relation_bilinear_(file, "relation.bilinear",
                         outputs(relation_dependent_),
                         static_cast<std::uint32_t>(labels_.size()) *
                             (outputs(relation_head_) + 1)) {
  if (labels_.empty()) file.refuse("no labels of relation");
  root_label_ = static_cast<std::size_t>(std::ranges::find(labels_, "root") -
                                         labels_.begin());
}

Parser::Views Parser::view(const QuantisedMatrix& words,
                           const QuantisedMatrix& roots) const {
  return {arc_bilinear_(rectified(arc_dependent_, words)),
          rectified(arc_head_, words), rectified(arc_head_, roots),
          relation_bilinear_(rectified(relation_dependent_, words)),
          rectified(relation_head_, words)};
}

void Parser::parse(const Batch& batch, const QuantisedMatrix& words,
                   const QuantisedMatrix& roots,
                   std::vector<Sentence>& sentences) const {
  const Views views = view(words, roots);
  for (std::size_t w = 0; w < batch.windows.size(); ++w) {
    const Window& window = batch.windows[w];
    Sentence& sentence = sentences[window.sentence];
    const auto heads = maximum_arborescence(score_arcs(views, window, w));
    const WordIndex above = find_root(sentence, window.first);
    for (std::size_t i = 0; i < window.size(); ++i) {
      Word& word = sentence.words[window.first + i];
      if (heads[i] == 0) {
        word.head = above;
        word.relation = above == no_word ? "root" : "parataxis";
        continue;
      }
      word.head = window.first + heads[i] - 1;
      word.relation =
          find_relation(views, window.row + i,
                        views.relation_heads.row(window.row + heads[i] - 1));
    }
    join_subjects(sentence, window);
  }
}

Matrix Parser::score_arcs(const Views& views, const Window& window,
                          std::size_t root) const {
  Matrix scores(window.size(), window.size() + 1);
  for (std::size_t i = 0; i < window.size(); ++i) {
    const auto form = views.arc_forms.row(window.row + i);
    scores.row(i)[0] = dot(form, views.arc_roots.row(root));
    dot_rows(form, views.arc_heads.row(window.row).data(),
             views.arc_heads.columns, scores.row(i).subspan(1));
  }
  return scores;
}

std::string_view Parser::find_relation(const Views& views,
                                       std::size_t dependent,
                                       std::span<const float> head) const {
  auto scores =
      score_classes(views.relation_forms.row(dependent), head, labels_.size());
  if (root_label_ < scores.size())
    scores[root_label_] = std::numeric_limits<float>::lowest();
  return labels_[best(scores)];
}

}  // namespace demarche
