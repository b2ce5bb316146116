#include "extractor/event_scores.h"

#include <algorithm>
#include <numeric>

namespace demarche {
namespace {

// After the categories, for either side: what an event's word tells of all
// candidates, a candidate's of all events, and an event's of nobody.
constexpr std::size_t of_event = 0, of_head = 2, of_none = 4;
// Then the factors of the forms: of events for either side, of heads so too.
constexpr std::size_t factors = 6;
constexpr std::size_t blocks = 4;

}  // namespace

EventScores::EventScores(const ModelFile& file) {
  if (!file.contains("event.labels")) return;
  const auto labels = file.lines("event.labels");
  categories_.assign(labels.begin(), labels.end());
  const std::size_t count = file.shape("event.bias").at(0);
  const std::size_t fixed = categories_.size() + factors;
  if (count < fixed || (count - fixed) % blocks != 0)
    file.refuse("its layer \"event\" has " + std::to_string(count) +
                " outputs for " + std::to_string(categories_.size()) +
                " categories");
  rank_ = (count - fixed) / blocks;
}

EventScores::Numbers EventScores::numbers(const Word& word, std::size_t place,
                                          std::size_t count) const {
  const std::size_t first = categories_.size() + place;
  if (first + count > word.event_scores.size()) return {};
  return Numbers(word.event_scores).subspan(first, count);
}

double EventScores::of_type(const Word& event,
                            std::string_view category) const {
  const auto found =
      std::find(categories_.begin(), categories_.end(), category);
  const auto place = static_cast<std::size_t>(found - categories_.begin());
  return found != categories_.end() && place < event.event_scores.size()
             ? event.event_scores[place]
             : 0;
}

BySide EventScores::of_candidate(const Word& event, const Word& head) const {
  BySide odds{};
  for (const EventSide side : {acting, suffering}) {
    const Numbers of_this = numbers(event, of_event + side, 1);
    const Numbers of_him = numbers(head, of_head + side, 1);
    const Numbers left = numbers(event, factors + side * rank_, rank_);
    const Numbers right = numbers(head, factors + (2 + side) * rank_, rank_);
    if (of_this.empty() || of_him.empty() || left.size() != right.size())
      continue;
    odds[side] = std::inner_product(left.begin(), left.end(), right.begin(),
                                    double{of_this.front()} + of_him.front());
  }
  return odds;
}

BySide EventScores::of_nobody(const Word& event) const {
  const Numbers odds = numbers(event, of_none, 2);
  return odds.empty() ? BySide{} : BySide{odds[acting], odds[suffering]};
}

}  // namespace demarche
