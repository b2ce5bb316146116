#include "extractor/times.h"

#include <algorithm>

#include "extractor/sentence_names.h"
#include "extractor/text_tokens.h"
#include "extractor/time_reader.h"
#include "extractor/tree.h"

namespace demarche {
namespace {

constexpr int max_climb = 8;

/// Whether the clause around a word speaks of the future: "will", "to".
bool looks_ahead(const Tree& tree, WordIndex word) {
  for (int step = 0; step < max_climb; ++step) {
    if (tree[word].upos == Upos::verb) break;
    if (tree[word].head == no_word) return false;
    word = tree[word].head;
  }
  for (const WordIndex child : tree.children(word)) {
    const std::string& lemma = tree[child].lemma;
    if (is_relation(tree[child].relation, "aux") &&
        (lemma == "will" || lemma == "shall" || lemma == "would"))
      return true;
    if (is_relation(tree[child].relation, "mark") && lemma == "to") return true;
  }
  return false;
}

/// Words inside names of persons and organisations, which may sound like
/// dates ("the April League").
std::vector<bool> named_words(const Sentence& sentence) {
  std::vector<bool> named(sentence.words.size(), false);
  for (const Name& name : sentence.names)
    if (name.end - name.first > 1 &&
        (name.type == "PER" || name.type == "ORG" || name.type == "FAC"))
      for (WordIndex i = name.first; i < name.end; ++i) named[i] = true;
  return named;
}

/// Reads the times of one sentence.
class SentenceTimes {
 public:
  SentenceTimes(std::uint32_t index, const Sentence& sentence,
                TimeAnchor* anchor, std::vector<TimeExpression>* times)
      : index_(index),
        sentence_(sentence),
        tree_(sentence),
        tokens_(text_tokens(sentence)),
        named_(named_words(sentence)),
        anchor_(*anchor),
        times_(*times) {}

  void find() {
    for (std::size_t at = 0; at < tokens_.size();) {
      const auto match = match_at(at);
      if (match) add(*match);
      at = match ? match->end : at + 1;
    }
  }

 private:
  std::optional<TimeMatch> match_at(std::size_t at) {
    const TextToken& token = tokens_[at];
    if (token.dash || named_[token.word]) return std::nullopt;
    anchor_.ahead = false;
    auto match = match_time(tokens_, at, anchor_);
    if (!match) return std::nullopt;
    if (looks_ahead(tree_, tokens_[match->end - 1].word)) {
      anchor_.ahead = true;
      match = match_time(tokens_, at, anchor_);
    }
    return is_time(*match) ? match : std::nullopt;
  }

  /// Not "2000 troops", "a daily paper", nor "after" Thursday's vote.
  bool is_time(const TimeMatch& match) const {
    const TextToken& first = tokens_[match.first];
    const Word& last = sentence_.words[tokens_[match.end - 1].word];
    const bool lone = match.end == match.first + 1;
    if (lone && digits_of(first.text, 4, 4)) return is_year(match.first);
    if (lone && match.kind == TimeExpression::Kind::set)
      return sentence_.words[first.word].upos != Upos::adj;
    if (first.text == "after" || first.text == "before")
      return !is_relation(last.relation, "nummod") &&
             !is_relation(last.relation, "compound") &&
             last.relation != "nmod:poss";
    return true;
  }

  bool is_year(std::size_t at) const {
    const Word& word = sentence_.words[tokens_[at].word];
    if (at > 0 && is_sign(tokens_[at - 1].text)) return false;
    if (at + 1 < tokens_.size() && (is_sign(tokens_[at + 1].text) ||
                                    match_number(tokens_, at)->end > at + 1))
      return false;
    if (is_relation(word.relation, "obj")) return false;
    if (!is_relation(word.relation, "nummod") || word.head == no_word)
      return true;
    const Word& counted = sentence_.words[word.head];
    const bool many = counted.xpos == "NNS" || counted.lemma == "people";
    return !many || tree_.child(word.head, {"det"}).has_value();
  }

  static bool is_sign(std::string_view text) {
    return text == "$" || text == "\u20ac" || text == "\u00a3" || text == "%" ||
           text == "#" || text == "percent";
  }

  void add(const TimeMatch& match) {
    const TextToken& first = tokens_[match.first];
    const TextToken& last = tokens_[match.end - 1];
    TimeExpression time;
    time.sentence = index_;
    time.head = head_of(sentence_, first.word, last.word + 1);
    time.span = {first.span.begin, last.span.end};
    time.kind = match.kind;
    time.value = match.value;
    times_.push_back(std::move(time));
    if (match.day) anchor_.mentioned = match.day;
  }

  std::uint32_t index_;
  const Sentence& sentence_;
  Tree tree_;
  std::vector<TextToken> tokens_;
  std::vector<bool> named_;
  TimeAnchor& anchor_;
  std::vector<TimeExpression>& times_;
};

}  // namespace

std::vector<TimeExpression> find_times(const Article& article,
                                       const Analysis& analysis) {
  std::vector<TimeExpression> times;
  TimeAnchor anchor;
  anchor.published = parse_day(article.metadata.published);
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i)
    SentenceTimes(i, analysis.sentences[i], &anchor, &times).find();
  return times;
}

}  // namespace demarche
