#ifndef DEMARCHE_EXTRACTOR_TIME_CURSOR_H_
#define DEMARCHE_EXTRACTOR_TIME_CURSOR_H_

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/time_reader.h"

namespace demarche {

/// What the readers of times share: looking at tokens, which may lie beyond
/// the last one, and making matches.
class TimeCursor {
 public:
  TimeCursor(const std::vector<TextToken>& tokens, const TimeAnchor& anchor)
      : tokens_(tokens), anchor_(anchor) {}

 protected:
  using Kind = TimeExpression::Kind;
  using Match = std::optional<TimeMatch>;
  using Words = std::initializer_list<std::string_view>;

  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].text)
                              : std::string_view();
  }
  bool is(std::size_t i, Words words) const {
    return std::find(words.begin(), words.end(), text(i)) != words.end();
  }
  bool is_capital(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].form[0] >= 'A' &&
           tokens_[i].form[0] <= 'Z';
  }
  std::size_t skip(std::size_t i, Words words) const {
    return is(i, words) ? i + 1 : i;
  }

  static Match made(std::size_t end, std::string value, Kind kind = Kind::date,
                    std::optional<Day> day = std::nullopt) {
    return TimeMatch{0, end, kind, std::move(value), day};
  }
  static Match made_day(std::size_t end, Day day) {
    return made(end, edtf_day(day), Kind::date, day);
  }
  /// So many days after the publication.
  Match from_published(std::size_t end, int offset) const {
    if (!anchor_.published) return made(end, "");
    return made_day(end, *anchor_.published + std::chrono::days(offset));
  }

  const std::vector<TextToken>& tokens_;
  const TimeAnchor& anchor_;
};

}  // namespace demarche

#endif
