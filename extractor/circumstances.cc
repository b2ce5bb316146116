#include "extractor/circumstances.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "extractor/clause_grammar.h"

namespace demarche {
namespace {

/// The event that a word belongs to: the nearest trigger above it in its own
/// clause, or what the clause's verb opens ("began shelling on Monday").
std::optional<EventId> event_above(const Tree& tree, const EventIndex& event_at,
                                   std::uint32_t sentence, WordIndex word) {
  for (int steps = 0; steps < 6 && word != no_word; ++steps) {
    if (const auto found = event_at.find({sentence, word});
        found != event_at.end())
      return found->second;
    if (tree[word].upos == Upos::verb) {
      const auto opened = tree.child(word, {"xcomp"});
      const auto found =
          opened ? event_at.find({sentence, *opened}) : event_at.end();
      if (found == event_at.end()) return std::nullopt;
      return found->second;
    }
    word = tree[word].head;
  }
  return std::nullopt;
}

/// Whether a time belongs to the noun it hangs on alone: "the 2020 war",
/// "Friday's vote", "the protests of May".
bool is_time_of_noun(const Tree& tree, WordIndex word) {
  const std::string& relation = tree[word].relation;
  if (relation == "nmod") {
    const auto preposition = tree.child(word, {"case"});
    return preposition && tree[*preposition].lemma == "of";
  }
  return is_relation(relation, "compound") || is_relation(relation, "nummod") ||
         is_relation(relation, "amod") || relation == "nmod:poss";
}

/// A date tells more than an amount of time.
bool tells_more(const TimeExpression& time, const TimeExpression& other) {
  const auto rank = [](const TimeExpression& one) {
    const bool dated = one.kind == TimeExpression::Kind::date ||
                       one.kind == TimeExpression::Kind::time;
    return dated ? 1 + !one.value.empty() : 0;
  };
  return rank(time) > rank(other);
}

/// Whether a date begins later than the day of publication, as far as both
/// are told.
bool is_after(const TimeExpression& time, std::string_view published) {
  constexpr std::size_t day_size = 10;
  if (time.kind != TimeExpression::Kind::date || published.size() < day_size)
    return false;
  const std::string_view value = time.value;
  const std::string_view begin =
      value.substr(0, std::min(value.find_first_not_of("0123456789-"),
                               std::min(value.size(), day_size)));
  return begin > published.substr(0, begin.size());
}

}  // namespace

void attach_times(const Extraction& extraction,
                  const std::vector<SentenceView>& views,
                  const EventIndex& event_at, std::vector<Event>& events) {
  const auto& times = extraction.times;
  for (std::uint32_t i = 0; i < times.size(); ++i) {
    const std::uint32_t sentence = times[i].sentence;
    const WordIndex head = times[i].head;
    const Tree& tree = views[sentence].tree;
    std::optional<EventId> id;
    if (!is_time_of_noun(tree, head))
      id = event_above(tree, event_at, sentence, head);
    else if (const auto found = event_at.find({sentence, tree[head].head});
             found != event_at.end())
      id = found->second;
    if (!id) continue;
    auto& known = events[index(*id)].time;
    if (!known || tells_more(times[i], times[index(*known)])) known = TimeId{i};
  }
}

void look_ahead(const Extraction& extraction,
                const std::vector<SentenceView>& views,
                std::vector<Event>& events) {
  for (Event& event : events) {
    const Tree& tree = views[event.sentence].tree;
    const Upos upos = tree[event.trigger].upos;
    // "the vote on Sunday", "is heading to Mali on Sunday", not "left Sunday"
    const bool may_come = upos == Upos::noun ||
                          (upos == Upos::verb && !is_past(tree, event.trigger));
    if (event.time && may_come &&
        is_after(extraction.times[index(*event.time)],
                 extraction.article.metadata.published))
      event.future = true;
  }
}

void attach_quantities(const Extraction& extraction,
                       const std::vector<SentenceView>& views,
                       const EventIndex& event_at, std::vector<Event>& events) {
  for (std::uint32_t i = 0; i < extraction.quantities.size(); ++i) {
    const Quantity& quantity = extraction.quantities[i];
    if (const auto id = event_above(views[quantity.sentence].tree, event_at,
                                    quantity.sentence, quantity.head))
      events[index(*id)].quantities.push_back(QuantityId{i});
  }
}

}  // namespace demarche
