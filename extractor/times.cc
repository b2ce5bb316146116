#include "extractor/times.h"

#include <algorithm>

#include "extractor/noun_phrase.h"
#include "extractor/sentence_names.h"
#include "extractor/text_tokens.h"
#include "extractor/time_reader.h"
#include "extractor/tree.h"

namespace demarche {
namespace {

constexpr int max_climb = 8;

/// On which side of the publication the clause around a time lies, by tense,
/// auxiliaries and preposition.
class ClauseTense {
 public:
  ClauseTense(const Tree& tree, PassageKind passage)
      : tree_(tree),
        narrates_(passage != PassageKind::caption &&
                  passage != PassageKind::headline) {}

  Look look_of(WordIndex time) const {
    const std::string& relation = tree_[time].relation;
    const bool modifies = is_relation(relation, "compound") ||
                          relation == "nmod:poss" ||
                          is_relation(relation, "nummod");
    const auto clause = clause_of(time);
    if (!clause) return modifies ? Look::near : Look::back;
    const bool scheduled = has_preposition(time, "for");
    const Look look = tense_of(*clause, scheduled);
    if (surely_ahead(*clause) || !modifies) return look;
    return Look::near;
  }

 private:
  /// The verb or other predicate above.
  std::optional<WordIndex> clause_of(WordIndex word) const {
    for (int step = 0; step < max_climb; ++step) {
      if (tree_[word].upos == Upos::verb || tree_.child(word, {"cop"}))
        return word;
      if (tree_[word].head == no_word) return std::nullopt;
      word = tree_[word].head;
    }
    return std::nullopt;
  }

  bool has_preposition(WordIndex word, std::string_view lemma) const {
    const auto found = tree_.child(word, {"case"});
    return found && tree_[*found].lemma == lemma;
  }

  bool has_auxiliary(WordIndex clause,
                     std::initializer_list<std::string_view> lemmas) const {
    for (const WordIndex child : tree_.children(clause))
      if (is_relation(tree_[child].relation, "aux") &&
          std::find(lemmas.begin(), lemmas.end(), tree_[child].lemma) !=
              lemmas.end())
        return true;
    return false;
  }

  /// "will meet", "to meet", but not "to have met"
  bool surely_ahead(WordIndex clause) const {
    if (has_auxiliary(clause, {"will", "shall", "would"})) return true;
    for (const WordIndex child : tree_.children(clause))
      if (is_relation(tree_[child].relation, "mark") &&
          tree_[child].lemma == "to")
        return !has_auxiliary(clause, {"have"});
    return false;
  }

  static bool is_finite(const Word& word, std::string_view tense) {
    return has_feature(word, "VerbForm=Fin") && has_feature(word, tense);
  }

  /// Whether the clause has a finite verb or auxiliary of this tense.
  bool has_tense(WordIndex clause, std::string_view tense) const {
    if (is_finite(tree_[clause], tense)) return true;
    for (const WordIndex child : tree_.children(clause))
      if ((is_relation(tree_[child].relation, "aux") ||
           is_relation(tree_[child].relation, "cop")) &&
          is_finite(tree_[child], tense))
        return true;
    return false;
  }

  Look tense_of(WordIndex clause, bool scheduled) const {
    if (surely_ahead(clause)) return Look::ahead;
    if (has_tense(clause, "Tense=Past"))
      return scheduled ? Look::near : Look::back;
    if (has_auxiliary(clause, {"have"})) return Look::back;
    if (has_auxiliary(clause,
                      {"may", "might", "can", "could", "should", "must"}))
      return Look::near;
    const bool present = has_tense(clause, "Tense=Pres");
    // "Kenya says Monday that …": what is said is reported when it was.
    const bool reports =
        tree_.child(clause, {"ccomp", "parataxis"}).has_value();
    if (present && !reports) return narrates_ ? Look::ahead : Look::near;
    return scheduled && !present ? Look::ahead : Look::back;
  }

  const Tree& tree_;
  bool narrates_;
};

/// Words inside names of persons and organisations, which may sound like
/// dates ("the April League").
std::vector<bool> named_words(const Sentence& sentence) {
  std::vector<bool> named(sentence.words.size(), false);
  for (const Name& name : sentence.names)
    if (name.type == "PER" || (name.end - name.first > 1 &&
                               (name.type == "ORG" || name.type == "FAC")))
      for (WordIndex i = name.first; i < name.end; ++i) named[i] = true;
  return named;
}

/// Whether all years of a value are from 1 to 9999: others have no place in
/// EDTF and XML Schema as they are written here.
bool has_known_years(std::string_view value) {
  if (value.starts_with('R')) return true;
  for (;;) {
    const auto date = value.substr(0, value.find('/'));
    const auto year = date.substr(0, date.find_first_not_of("0123456789X"));
    const bool is_year = !date.empty() && date[0] >= '0' && date[0] <= '9';
    if (is_year && (year.size() != 4 ||
                    year.find_first_not_of("0X") == std::string_view::npos))
      return false;
    if (date.size() == value.size()) return true;
    value.remove_prefix(date.size() + 1);
  }
}

/// Reads the times of one sentence.
class SentenceTimes {
 public:
  SentenceTimes(std::uint32_t index, const Sentence& sentence,
                PassageKind passage, TimeAnchor* anchor,
                std::vector<TimeExpression>* times)
      : index_(index),
        sentence_(sentence),
        tree_(sentence),
        tense_(tree_, passage),
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
    anchor_.look = Look::back;
    auto match = match_time(tokens_, at, anchor_);
    if (!match) return std::nullopt;
    anchor_.look = tense_.look_of(head_of(*match));
    if (anchor_.look != Look::back) match = match_time(tokens_, at, anchor_);
    return is_time(*match) ? match : std::nullopt;
  }

  WordIndex head_of(const TimeMatch& match) const {
    return demarche::head_of(sentence_, tokens_[match.first].word,
                             tokens_[match.end - 1].word + 1);
  }

  /// Not "2000 troops", "a daily paper", nor "after" Thursday's vote.
  bool is_time(const TimeMatch& match) const {
    const TextToken& first = tokens_[match.first];
    const Word& last = sentence_.words[tokens_[match.end - 1].word];
    const bool lone = match.end == match.first + 1;
    if (lone && digits_of(first.text, 4, 4)) return is_year(match.first);
    if (lone && match.kind == TimeExpression::Kind::set)
      return sentence_.words[first.word].upos != Upos::noun ||
             first.text.ends_with("days");
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
    if (is_relation(word.relation, "obj") || names_something(at)) return false;
    if (!is_relation(word.relation, "nummod") || word.head == no_word)
      return true;
    const Word& counted = sentence_.words[word.head];
    const bool many = counted.xpos == "NNS" || counted.lemma == "people";
    return !many || tree_.child(word.head, {"det"}).has_value();
  }

  /// "Article 1945", "Room 1984": a number that hangs on the noun before it.
  bool names_something(std::size_t at) const {
    const Word& word = sentence_.words[tokens_[at].word];
    return at > 0 && word.head == tokens_[at - 1].word &&
           sentence_.words[word.head].xpos.starts_with("NN") &&
           (is_relation(word.relation, "nummod") ||
            is_relation(word.relation, "dep") ||
            is_relation(word.relation, "flat") ||
            is_relation(word.relation, "compound") ||
            is_relation(word.relation, "nmod"));
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
    time.head = head_of(match);
    time.span = {first.span.begin, last.span.end};
    time.kind = match.kind;
    if (has_known_years(match.value)) time.value = match.value;
    times_.push_back(std::move(time));
    remember(match);
  }

  /// A day, month or year, from which later times may be counted.
  void remember(const TimeMatch& match) {
    const auto& value = match.value;
    if (match.day) {
      anchor_.mentioned = match.day;
      anchor_.grain = TimeUnit::day;
    } else if (const bool month = value.size() == 7;
               month || value.size() == 4) {
      const auto day = parse_day(value + (month ? "-01" : "-01-01"));
      if (!day) return;
      anchor_.mentioned = day;
      anchor_.grain = month ? TimeUnit::month : TimeUnit::year;
    }
  }

  std::uint32_t index_;
  const Sentence& sentence_;
  Tree tree_;
  ClauseTense tense_;
  std::vector<TextToken> tokens_;
  std::vector<bool> named_;
  TimeAnchor& anchor_;
  std::vector<TimeExpression>& times_;
};

}  // namespace

std::vector<TimeExpression> find_times(const Article& article,
                                       const Analysis& analysis,
                                       std::span<const Holiday> holidays) {
  std::vector<TimeExpression> times;
  TimeAnchor anchor;
  anchor.published = parse_day(article.metadata.published);
  anchor.holidays = holidays;
  std::size_t silent = 0;  // Sentences since one named a day.
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    const auto passage = sentence.passage < article.passages.size()
                             ? article.passages[sentence.passage].kind
                             : PassageKind::paragraph;
    const std::size_t before = times.size();
    SentenceTimes(i, sentence, passage, &anchor, &times).find();
    const bool named = times.size() > before;
    silent = named ? 0 : silent + 1;
    if (silent > 1) anchor.mentioned.reset();
  }
  return times;
}

}  // namespace demarche
