#include "graphs/claim_values.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

/// "most of the 40 envoys", "60 percent of 800".
bool is_whole_of_part(const std::vector<Word>& words,
                      std::vector<Word>::const_iterator number) {
  if (number == words.begin()) return false;
  auto before = number - 1;
  if (before != words.begin() &&
      (before->lemma == "the" || before->lemma == "all"))
    --before;
  return before->lemma == "of" && before != words.begin() &&
         ((before - 1)->upos == Upos::num || (before - 1)->lemma == "percent" ||
          (before - 1)->lemma == "%" || (before - 1)->lemma == "most" ||
          (before - 1)->lemma == "half" || (before - 1)->lemma == "some");
}

/// "three other envoys", "another 40 people", "two of them", "one of the four".
bool counts_a_part(const Extraction& extraction, const Quantity& quantity) {
  constexpr std::array<std::string_view, 7> rest = {
      "other", "others", "another", "more", "additional", "further", "extra"};
  constexpr std::array<std::string_view, 6> whole = {"the",   "them",  "whom",
                                                     "these", "those", "which"};
  const auto& words = extraction.analysis.sentences[quantity.sentence].words;
  const auto begin = std::partition_point(
      words.begin(), words.end(),
      [&](const Word& word) { return word.span.end <= quantity.span.begin; });
  auto end = std::partition_point(begin, words.end(), [&](const Word& word) {
    return word.span.begin < quantity.span.end;
  });
  const auto head = words.begin() + quantity.head;
  // "60 percent of the 800 seats": the whole that is not all meant.
  if (is_whole_of_part(words, begin)) return true;
  // "the A, C and 1 trains": a name.
  if (quantity.value == 1 && is_plural(*head)) return true;
  for (auto word = begin; word != words.end() && (word < end || word <= head);
       ++word) {
    if (is_one_of(to_lower(word->form), rest) &&
        !(word + 1 != words.end() && (word + 1)->lemma == "than"))
      return true;
    end = std::max(end, word + 1);
  }
  if (begin != words.begin() && is_one_of(to_lower((begin - 1)->form), rest))
    return true;
  for (auto of = begin;
       quantity.unit != "percent" && of != words.end() && of <= end; ++of)
    if (of->lemma == "of" && of + 1 != words.end() &&
        is_one_of(to_lower((of + 1)->form), whole))
      return true;
  return end != words.end() && is_one_of(to_lower(end->form), rest);
}

const Word& trigger_of(const Extraction& extraction, const Event& event) {
  return extraction.analysis.sentences[event.sentence].words[event.trigger];
}

/// Of "2020-05" and finer; of a year alone its last one.  Nothing for what is
/// no plain date.
std::optional<int> months_of(std::string_view date) {
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (const char c : date.substr(at, length)) {
      if (c < '0' || c > '9') return -1;
      value = 10 * value + (c - '0');
    }
    return value;
  };
  if (date.size() < 4) return std::nullopt;
  const int year = number(0, 4);
  const int month = date.size() < 7 ? 12 : number(5, 2);
  if (year < 0 || month < 1 || month > 12) return std::nullopt;
  return 12 * year + month;
}

}  // namespace

ClaimNumbers numbers_of(const Extraction& extraction, const Event& event) {
  ClaimNumbers numbers;
  const auto add = [&](const Quantity& quantity,
                       std::vector<const Quantity*>& to) {
    if (!counts_a_part(extraction, quantity)) to.push_back(&quantity);
  };
  const auto read = [&](const Event& one, std::vector<const Quantity*>& to) {
    for (const auto id : one.quantities)
      add(extraction.quantities[index(id)], to);
  };
  read(event, numbers.own);
  numbers.all = numbers.own;
  for (const Role& role : event.roles) {
    if (const auto* filler = std::get_if<EventId>(&role.filler))
      if (const Event& one = extraction.events[index(*filler)];
          trigger_of(extraction, one).upos == Upos::noun)
        read(one, numbers.all);
    for (const Quantity& quantity : extraction.quantities)
      if (contains(role.evidence, quantity.span)) add(quantity, numbers.all);
  }
  return numbers;
}

std::string date_of(const Extraction& extraction, const Event& event) {
  if (event.time) return extraction.times[index(*event.time)].value;
  for (const Role& role : event.roles)
    if (const auto* filler = std::get_if<EventId>(&role.filler)) {
      const Event& one = extraction.events[index(*filler)];
      if (one.time && trigger_of(extraction, one).upos == Upos::noun &&
          role.evidence.begin < event.span.begin)
        return extraction.times[index(*one.time)].value;
    }
  return {};
}

std::vector<std::string> dates_in(const Extraction& extraction,
                                  std::uint32_t sentence) {
  std::vector<std::string> dates;
  for (const auto& time : extraction.times)
    if (time.sentence == sentence && !time.value.empty())
      dates.push_back(time.value);
  return dates;
}

bool are_long_before(const std::vector<std::string>& dates,
                     std::string_view published) {
  const auto here = months_of(published);
  return here && !dates.empty() &&
         std::all_of(dates.begin(), dates.end(), [&](const auto& date) {
           const auto there = months_of(date);
           return there && *there + 2 <= *here;
         });
}

}  // namespace demarche
