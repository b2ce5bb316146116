#include "extractor/speaker_labels.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace demarche {
namespace {

constexpr WordIndex longest_label = 6;
constexpr std::size_t shortest_content = 12;  ///< Bytes.

bool is_one_of(std::string_view form,
               std::initializer_list<std::string_view> forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

bool is_quotation_mark(std::string_view form) {
  return is_one_of(form, {"\"", "“", "''", "``", "«", "„", "‘", "'"});
}

bool is_dash(std::string_view form) {
  return is_one_of(form, {"-", "--", "–", "—", "―"});
}

/// "VOA" before a colon; "Q" and "A" of an interview.
bool is_capitals(const Word& word) {
  return (word.form.size() > 2 || is_one_of(word.form, {"Q", "A"})) &&
         std::all_of(word.form.begin(), word.form.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The person or organisation whose name ends at word `end`.
const Name* name_ending_at(const Sentence& sentence, WordIndex end) {
  for (const Name& name : sentence.names)
    if (name.end == end && (name.type == "PER" || name.type == "ORG"))
      return &name;
  return nullptr;
}

const Name* name_starting_at(const Sentence& sentence, WordIndex first) {
  for (const Name& name : sentence.names)
    if (name.first == first && (name.type == "PER" || name.type == "ORG"))
      return &name;
  return nullptr;
}

/// The word of [first, end) that hangs on none of the others.
WordIndex head_of(const Sentence& sentence, WordIndex first, WordIndex end) {
  for (WordIndex word = first; word < end; ++word) {
    const WordIndex head = sentence.words[word].head;
    if (head == no_word || head < first || head >= end) return word;
  }
  return first;
}

struct Found {
  SpeakerLabel label;
  bool is_name = false;
};

std::optional<Found> read_label(const Article& article,
                                const Analysis& analysis, std::uint32_t at) {
  const Sentence& sentence = analysis.sentences[at];
  const auto& words = sentence.words;
  if (sentence.passage >= article.passages.size() ||
      !is_read(article.passages[sentence.passage].kind))
    return std::nullopt;
  WordIndex first = 0;
  while (first < words.size() && is_quotation_mark(words[first].form)) ++first;
  WordIndex colon = first;
  const auto end = static_cast<WordIndex>(words.size());
  while (colon < std::min(end, first + longest_label) &&
         words[colon].upos != Upos::punct && words[colon].form != ":" &&
         words[colon].upos != Upos::verb)
    ++colon;
  if (colon == first || colon == end || words[colon].form != ":")
    return std::nullopt;
  const bool is_name = name_ending_at(sentence, colon) != nullptr;
  if (!is_name &&
      !std::all_of(words.begin() + first, words.begin() + colon, is_capitals))
    return std::nullopt;
  const Span passage = article.passages[sentence.passage].span;
  const Span content{words[colon].span.end, passage.end};
  if (content.end < content.begin + shortest_content) return std::nullopt;
  return Found{{at,
                head_of(sentence, first, colon),
                {words[first].span.begin, words[colon - 1].span.end},
                words[colon].span,
                content},
               is_name};
}

}  // namespace

std::vector<SpeakerLabel> find_speaker_labels(const Article& article,
                                              const Analysis& analysis) {
  std::vector<Found> found;
  std::map<std::string_view, int> counts;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    if (i > 0 &&
        analysis.sentences[i - 1].passage == analysis.sentences[i].passage)
      continue;
    if (auto one = read_label(article, analysis, i)) {
      ++counts[slice(article.text, one->label.name)];
      found.push_back(*one);
    }
  }
  std::vector<SpeakerLabel> labels;
  for (const Found& one : found)
    if (one.is_name || counts[slice(article.text, one.label.name)] > 1)
      labels.push_back(one.label);
  return labels;
}

std::optional<SpeakerLabel> find_signature(const Article& article,
                                           const Analysis& analysis,
                                           std::uint32_t sentence,
                                           Span quotation) {
  const auto& sentences = analysis.sentences;
  const std::uint32_t passage = sentences[sentence].passage;
  for (; sentence < sentences.size(); ++sentence) {
    const auto& words = sentences[sentence].words;
    if (sentences[sentence].passage != passage) return std::nullopt;
    WordIndex dash = 0;
    while (dash < words.size() && words[dash].span.begin < quotation.end)
      ++dash;
    if (dash == words.size()) continue;
    const Name* name = name_starting_at(sentences[sentence], dash + 1);
    if (!is_dash(words[dash].form) || name == nullptr) return std::nullopt;
    const Span span{words[name->first].span.begin,
                    words[name->end - 1].span.end};
    const std::string_view text = article.text;
    const auto next = text.find_first_not_of(" .", span.end);
    if (next != text.npos && text[next] != '\n' && text[next] != '\r')
      return std::nullopt;
    return SpeakerLabel{sentence,
                        head_of(sentences[sentence], name->first, name->end),
                        span, words[dash].span, quotation};
  }
  return std::nullopt;
}

}  // namespace demarche
