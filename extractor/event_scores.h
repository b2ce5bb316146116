#ifndef DEMARCHE_EXTRACTOR_EVENT_SCORES_H_
#define DEMARCHE_EXTRACTOR_EVENT_SCORES_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/extraction.h"
#include "extractor/model/model_file.h"

namespace demarche {

/// What the analyser's network says of the words of an event and of those who
/// may stand on its sides, as log-odds: the numbers of the layer `event` of
/// docs/model_format.md.  0 where it says nothing.
class EventScores {
 public:
  EventScores() = default;

  /// Reads how many numbers are what; refuses a file that has too few.
  explicit EventScores(const ModelFile& file);

  /// That a word tells an event of a PLOVER category.
  double of_type(const Word& event, std::string_view category) const;

  /// That he stands on a side whom `head` means; a bilinear form of both words.
  BySide of_candidate(const Word& event, const Word& head) const;

  /// That nobody does.
  BySide of_nobody(const Word& event) const;

 private:
  using Numbers = std::span<const float>;

  Numbers numbers(const Word& word, std::size_t place, std::size_t count) const;

  std::vector<std::string> categories_;
  std::size_t rank_ = 0;  ///< Of the bilinear forms.
};

}  // namespace demarche

#endif
