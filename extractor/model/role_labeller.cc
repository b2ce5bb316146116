#include "extractor/model/role_labeller.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "extractor/model/bilinear.h"
#include "extractor/model/code_points.h"
#include "extractor/model/role_decoder.h"

namespace demarche {
namespace {

std::uint32_t outputs(const Linear& layer) {
  return static_cast<std::uint32_t>(layer.outputs());
}

// "struck the proposal down": some words may stand between.
bool follows(const Sentence& sentence, WordIndex predicate,
             std::string_view particle) {
  constexpr WordIndex reach = 8;
  const auto& words = sentence.words;
  const auto end = std::min<std::size_t>(words.size(), predicate + 1 + reach);
  for (std::size_t i = predicate + 1; i < end; ++i)
    if (lower(words[i].form) == particle) return true;
  return false;
}

}  // namespace

RoleLabeller::RoleLabeller(const ModelFile& file, std::uint32_t width)
    : predicate_(file, "predicate", width, 1),
      sense_(file, "sense", width),
      senses_(file, sense_.labels()),
      labels_(file.lines("role.labels")),
      paths_(file, labels_.size()),
      role_predicate_(file, "role.predicate", width, ModelFile::any),
      role_argument_(file, "role.argument", width, outputs(role_predicate_)),
      role_bilinear_(file, "role.bilinear", outputs(role_predicate_),
                     static_cast<std::uint32_t>(labels_.size()) *
                         (outputs(role_argument_) + 1)) {
  if (labels_.empty()) file.refuse("no labels of role");
  for (const std::string_view label : labels_)
    is_core_.push_back(label.size() == 4 && label.starts_with("ARG"));
}

std::vector<std::uint32_t> RoleLabeller::find_predicates(
    const Batch& batch, const QuantisedMatrix& words,
    const std::vector<Sentence>& sentences) const {
  const Matrix scores = predicate_(words);
  std::vector<std::uint32_t> rows;
  for (const Window& window : batch.windows) {
    const std::vector<Word>& these = sentences[window.sentence].words;
    for (std::size_t i = 0; i < window.size(); ++i)
      if (scores.values[window.row + i] > 0 &&
          senses_.may_be_predicate(these[window.first + i]))
        rows.push_back(static_cast<std::uint32_t>(window.row + i));
  }
  return rows;
}

void RoleLabeller::label(const Batch& batch, const QuantisedMatrix& words,
                         std::vector<Sentence>& sentences) const {
  const std::vector<std::uint32_t> rows =
      find_predicates(batch, words, sentences);
  const Matrix forms =
      role_bilinear_(rectified(role_predicate_, select_rows(words, rows)));
  const Matrix arguments = rectified(role_argument_, words);
  auto window = batch.windows.begin();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t row = rows[i];
    while (row >= window->row + window->size()) ++window;
    Sentence& sentence = sentences[window->sentence];
    const auto predicate =
        window->first + static_cast<WordIndex>(row - window->row);
    const Sense sense = senses_.find(
        sentence.words[predicate].lemma,
        [&](std::size_t label) { return sense_.layer().at(words, row, label); },
        [&](std::string_view particle) {
          return follows(sentence, predicate, particle);
        });
    sentence.frames.push_back(read_frame(sentence, predicate, *window, sense,
                                         forms.row(i), arguments));
  }
}

std::vector<float> RoleLabeller::preferences(const Sense& sense) const {
  std::vector<float> found;
  for (const std::string_view label : labels_)
    found.push_back(sense.preference(label));
  return found;
}

Frame RoleLabeller::read_frame(const Sentence& sentence, WordIndex predicate,
                               const Window& window, const Sense& sense,
                               std::span<const float> form,
                               const Matrix& arguments) const {
  const std::vector<float> preferred = preferences(sense);
  std::vector<std::vector<float>> scores;
  for (std::size_t i = 0; i < window.size(); ++i) {
    scores.push_back(
        score_classes(form, arguments.row(window.row + i), labels_.size()));
    std::ranges::transform(scores.back(), preferred, scores.back().begin(),
                           std::plus<>());
    paths_.weigh(sentence, predicate, window.first + static_cast<WordIndex>(i),
                 sense.roleset, scores.back());
  }
  const std::vector<std::size_t> roles =
      choose_roles(std::move(scores), is_core_);
  Frame frame{predicate, sense.roleset, {}};
  for (std::size_t i = 0; i < roles.size(); ++i)
    if (roles[i] != 0)
      frame.arguments.push_back({window.first + static_cast<WordIndex>(i),
                                 std::string(labels_[roles[i]])});
  return frame;
}

}  // namespace demarche
