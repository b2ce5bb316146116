// Attribution over the sentences of an article: narratives, quotations that
// run over several sentences, and within each sentence what `SentenceJudge`
// finds.

#include <algorithm>
#include <map>

#include "extractor/attitudes.h"
#include "extractor/contents.h"
#include "extractor/parenthesis.h"
#include "extractor/quotes.h"
#include "extractor/sentence_judge.h"
#include "extractor/speaker_labels.h"
#include "extractor/stance.h"

namespace demarche {
namespace {

using Index = std::uint32_t;  ///< Of a sentence, or of an attribution.

/// How far from a quotation, in bytes, its cue may stand where the tree does
/// not join them.
constexpr Index reach = 80;

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

Index distance(Span a, Span b) {
  if (overlap(a, b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

bool is_named(const Attribution& attribution) {
  return attribution.source_span.begin < attribution.source_span.end;
}

/// A quotation and the sentences that it touches.
struct Quotation {
  Span span;
  Index first = 0;
  Index end = 0;
  std::optional<Index> speaker;  ///< Attribution.
};

class ArticleJudge {
 public:
  ArticleJudge(const Article& article, const Analysis& analysis,
               const std::vector<SentenceView>& views,
               const References& references)
      : article_(article),
        analysis_(analysis),
        views_(views),
        references_(references),
        speakers_(analysis.sentences.size()) {
    place_quotations();
    result_.stances.resize(analysis.sentences.size());
  }

  // Sentences that are quoted as a whole come second: their speaker may be
  // named after them.
  Attributed judge() {
    attribute_narratives();
    attribute_labels();
    const auto count = static_cast<Index>(views_.size());
    for (Index i = 0; i < count; ++i)
      if (!is_quotation(i)) judge_sentence(i, base_of(i));
    for (Quotation& quotation : quotations_) find_speaker(quotation);
    for (Index i = 0; i < count; ++i)
      if (is_quotation(i)) judge_sentence(i, speaker_of(i));
    add_attitudes(views_, references_, result_.attributions);
    for (Attribution& attribution : result_.attributions)
      join_pieces(article_.text, attribution.content);
    nest_attributions(result_.attributions);
    return std::move(result_);
  }

 private:
  void place_quotations();
  void attribute_narratives();
  void attribute_labels();
  Index add_label(const SpeakerLabel& label);
  const Quotation* quotation_at(Span span) const;
  bool is_quotation(Index sentence) const;
  void judge_sentence(Index sentence, const Stance& base);
  void attribute_parenthesis(Index sentence, const Stance& base);
  void remember_speaker(Index sentence, std::size_t first_new);
  Stance base_of(Index sentence) const;

  void find_speaker(Quotation& quotation);
  std::optional<Index> label_of(const Quotation& quotation);
  std::optional<Index> cue_beside(const Quotation& quotation);
  void mend_source(const Quotation& quotation, Index speaker);
  std::optional<Index> new_cue_beside(const Quotation& quotation);
  std::optional<Index> speaker_before(const Quotation& quotation) const;
  std::optional<Index> speaker_after(const Quotation& quotation) const;
  Index unnamed_speaker(const Quotation& quotation);
  void give(const Quotation& quotation, Index speaker);
  void end_at_cue(const Quotation& quotation, Index speaker);
  void take_words(const Quotation& quotation, Index speaker);
  Stance speaker_of(Index sentence) const;
  std::optional<EntityId> entity_named(Span span) const;

  const Article& article_;
  const Analysis& analysis_;
  const std::vector<SentenceView>& views_;
  const References& references_;
  std::vector<Quotation> quotations_;
  std::map<Index, Index> label_of_passage_;  ///< Its attribution.
  /// The attribution by which a sentence ends, for the quotation after it.
  std::vector<std::optional<Index>> speakers_;
  std::vector<std::pair<Index, Index>> made_;  ///< Attributions by sentence.
  Attributed result_;
};

void ArticleJudge::place_quotations() {
  const auto& sentences = analysis_.sentences;
  made_.resize(sentences.size());
  Index sentence = 0;
  for (const Span span : find_quotations(article_, analysis_)) {
    while (sentence < sentences.size() &&
           sentences[sentence].span.end <= span.begin)
      ++sentence;
    Quotation quotation{span, sentence, sentence, std::nullopt};
    while (quotation.end < sentences.size() &&
           sentences[quotation.end].span.begin < span.end)
      ++quotation.end;
    quotations_.push_back(quotation);
  }
}

const Quotation* ArticleJudge::quotation_at(Span span) const {
  const auto after =
      std::upper_bound(quotations_.begin(), quotations_.end(), span.begin,
                       [](std::uint32_t begin, const Quotation& q) {
                         return begin < q.span.begin;
                       });
  if (after == quotations_.begin()) return nullptr;
  const Quotation& found = *std::prev(after);
  return contains(found.span, span) ? &found : nullptr;
}

void ArticleJudge::attribute_narratives() {
  for (const Narrative& narrative : article_.narratives) {
    Attribution attribution;
    attribution.source = entity_named(narrative.provider);
    attribution.source_span = narrative.provider;
    attribution.cue = narrative.heading;
    attribution.content = {narrative.body};
    result_.attributions.push_back(std::move(attribution));
  }
}

Index ArticleJudge::add_label(const SpeakerLabel& label) {
  Attribution attribution;
  attribution.source = references_.entity_at(label.sentence, label.head);
  attribution.source_span = label.name;
  attribution.source_head =
      analysis_.sentences[label.sentence].words[label.head].span;
  attribution.cue = label.cue;
  attribution.within = base_of(label.sentence).attribution;
  if (attribution.within)
    attribution.depth = result_.attributions[*attribution.within].depth + 1;
  result_.attributions.push_back(std::move(attribution));
  return static_cast<Index>(result_.attributions.size() - 1);
}

void ArticleJudge::attribute_labels() {
  for (const SpeakerLabel& label : find_speaker_labels(article_, analysis_)) {
    const Index made = add_label(label);
    result_.attributions[made].content = {label.content};
    label_of_passage_.emplace(analysis_.sentences[label.sentence].passage,
                              made);
  }
}

/// The entity that the span as a whole names, not one of its words.
std::optional<EntityId> ArticleJudge::entity_named(Span span) const {
  std::optional<EntityId> first, last;
  bool is_first = true;
  for (Index i = 0; i < analysis_.sentences.size(); ++i) {
    const Sentence& sentence = analysis_.sentences[i];
    if (!overlap(sentence.span, span)) continue;
    for (WordIndex word = 0; word < sentence.words.size(); ++word) {
      if (!contains(span, sentence.words[word].span)) continue;
      last = references_.entity_at(i, word);
      if (is_first) first = last;
      is_first = false;
    }
  }
  return first == last ? first : std::nullopt;
}

/// Whether a sentence is all quoted, its cue outside it.
bool ArticleJudge::is_quotation(Index sentence) const {
  const SentenceView& view = views_[sentence];
  const auto& words = analysis_.sentences[sentence].words;
  if (words.empty()) return false;
  bool root_is_quoted = false;
  for (WordIndex word = 0; word < words.size(); ++word) {
    const bool quoted = quotation_at(words[word].span) != nullptr;
    if (words[word].head == no_word) root_is_quoted = quoted;
    if (!quoted && view.effect(word) == Effect::reporting) return false;
  }
  return root_is_quoted;
}

Stance ArticleJudge::base_of(Index sentence) const {
  const std::uint32_t passage = analysis_.sentences[sentence].passage;
  Stance stance;
  const auto label = label_of_passage_.find(passage);
  if (label != label_of_passage_.end())
    stance.attribution = label->second;
  else if (passage < article_.passages.size() &&
           article_.passages[passage].kind == PassageKind::narrative)
    stance.attribution = article_.passages[passage].narrative;
  return stance;
}

void ArticleJudge::judge_sentence(Index sentence, const Stance& base) {
  const std::size_t first_new = result_.attributions.size();
  SentenceJudge judge(views_[sentence], sentence, references_, base,
                      result_.attributions);
  result_.stances[sentence] = judge.judge();
  made_[sentence] = {static_cast<Index>(first_new),
                     static_cast<Index>(result_.attributions.size())};
  attribute_parenthesis(sentence, base);
  made_[sentence].second = static_cast<Index>(result_.attributions.size());
  remember_speaker(sentence, first_new);
}

// "Qatar, the envoys said, hosted the talks": everything but the parenthesis
// is said, whatever the tree makes of it.
void ArticleJudge::attribute_parenthesis(Index sentence, const Stance& base) {
  const Tree& tree = views_[sentence].tree;
  const auto found = find_parenthesis(views_[sentence]);
  if (!found) return;
  const auto& words = analysis_.sentences[sentence].words;
  const Span cue = words[found->cue].span;
  if (quotation_at(cue)) return;
  Index speaker = made_[sentence].first;
  const auto end = static_cast<Index>(result_.attributions.size());
  while (speaker < end && result_.attributions[speaker].cue != cue) ++speaker;
  if (speaker == end) result_.attributions.emplace_back().cue = cue;
  Attribution& attribution = result_.attributions[speaker];
  attribution.within = base.attribution;
  find_source(tree, sentence, found->cue, found->cue, references_, attribution);
  if (!is_named(attribution))
    find_neighbour(tree, sentence, found->cue, references_, attribution);
  attribution.content = {
      {words.front().span.begin, words[found->first].span.begin},
      {words[found->end - 1].span.end, words.back().span.end}};
  for (WordIndex word = 0; word < words.size(); ++word) {
    Stance& stance = result_.stances[sentence][word];
    const bool outside = word < found->first || word >= found->end;
    if (outside && stance.attribution == base.attribution)
      stance.attribution = speaker;
  }
}

void ArticleJudge::remember_speaker(Index sentence, std::size_t first_new) {
  for (std::size_t i = first_new; i < result_.attributions.size(); ++i) {
    const Attribution& attribution = result_.attributions[i];
    if (is_named(attribution) && quotation_at(attribution.cue) == nullptr)
      speakers_[sentence] = static_cast<Index>(i);
  }
}

// A quotation belongs to the cue that its own sentences have outside it.
// Where it has none and fills a sentence, to the last speaker of its passage,
// the next one there, the last of the passage before, or somebody unnamed.
void ArticleJudge::find_speaker(Quotation& quotation) {
  auto speaker = label_of(quotation);
  if (!speaker) speaker = cue_beside(quotation);
  if (!speaker) speaker = new_cue_beside(quotation);
  if (speaker) mend_source(quotation, *speaker);
  bool fills = false;
  for (Index i = quotation.first; i < quotation.end; ++i)
    fills = fills || is_quotation(i);
  if (!speaker && fills) speaker = speaker_before(quotation);
  if (!speaker && fills) speaker = speaker_after(quotation);
  if (!speaker && fills) speaker = unnamed_speaker(quotation);
  if (!speaker) return;
  quotation.speaker = speaker;
  give(quotation, *speaker);
  for (Index i = quotation.first; i < quotation.end; ++i)
    if (is_quotation(i) || !speakers_[i]) speakers_[i] = speaker;
}

/// Who signs the quotation ("…" — Maria Rossi), or whose passage it begins.
std::optional<Index> ArticleJudge::label_of(const Quotation& quotation) {
  const Sentence& first = analysis_.sentences[quotation.first];
  const auto of_passage = label_of_passage_.find(first.passage);
  if (of_passage != label_of_passage_.end() &&
      quotation.span.begin <=
          result_.attributions[of_passage->second].content[0].begin + 3)
    return of_passage->second;
  const auto label =
      find_signature(article_, analysis_, quotation.first, quotation.span);
  if (label) return add_label(*label);
  return std::nullopt;
}

// A speaker whom the tree seeks inside the quotation, or nowhere, stands
// beside the cue: "…," he said; "…," said the mayor.
void ArticleJudge::mend_source(const Quotation& quotation, Index speaker) {
  Attribution& attribution = result_.attributions[speaker];
  if (quotation_at(attribution.cue) ||
      (is_named(attribution) && !quotation_at(attribution.source_head)))
    return;
  for (Index i = quotation.first; i < quotation.end; ++i) {
    const auto& words = analysis_.sentences[i].words;
    for (WordIndex word = 0; word < words.size(); ++word)
      if (words[word].span == attribution.cue)
        find_neighbour(views_[i].tree, i, word, references_, attribution);
  }
}

std::optional<Index> ArticleJudge::cue_beside(const Quotation& quotation) {
  std::optional<Index> best;
  std::pair<bool, Index> best_rank;
  for (Index i = quotation.first; i < quotation.end; ++i)
    for (Index a = made_[i].first; a < made_[i].second; ++a) {
      const Attribution& attribution = result_.attributions[a];
      if (quotation_at(attribution.cue)) continue;
      const bool covers =
          std::any_of(attribution.content.begin(), attribution.content.end(),
                      [&](Span s) { return overlap(s, quotation.span); });
      if (!covers) continue;
      const std::pair rank{!is_named(attribution),
                           distance(attribution.cue, quotation.span)};
      if (best && best_rank <= rank) continue;
      best = a;
      best_rank = rank;
    }
  return best;
}

/// Whether a verb is of the kind that introduces speech, or stands where any
/// verb does so: "…," she laughed; he shrugged: "…".
bool introduces(const SentenceView& view, WordIndex word, Span quotation) {
  if (view.tree[word].upos != Upos::verb) return false;
  const Span cue = view.tree[word].span;
  if (distance(cue, quotation) > reach) return false;
  if (view.effect(word) == Effect::reporting || view.attitude(word))
    return true;
  const auto& words = view.tree.sentence().words;
  const bool is_closed =
      word + 1 == words.size() || words[word + 1].upos == Upos::punct;
  const bool is_before = cue.end <= quotation.begin;
  return is_closed && distance(cue, quotation) <= (is_before ? 3 : 30);
}

/// A verb of saying beside the quotation of which the tree makes nothing, or
/// in a sentence before it that ends in a colon.
std::optional<Index> ArticleJudge::new_cue_beside(const Quotation& quotation) {
  Index first = quotation.first;
  if (first > 0 && !analysis_.sentences[first - 1].words.empty() &&
      analysis_.sentences[first - 1].words.back().form == ":")
    --first;
  for (Index i = first; i < quotation.end; ++i) {
    const auto size = static_cast<WordIndex>(views_[i].meanings.size());
    for (WordIndex word = 0; word < size; ++word) {
      const Span cue = views_[i].tree[word].span;
      if (quotation_at(cue) || !introduces(views_[i], word, quotation.span))
        continue;
      for (Index a = made_[i].first; a < made_[i].second; ++a)
        if (result_.attributions[a].cue == cue) return a;
      Attribution attribution;
      attribution.cue = cue;
      attribution.within = base_of(i).attribution;
      find_source(views_[i].tree, i, word, word, references_, attribution);
      if (!is_named(attribution) || quotation_at(attribution.source_head))
        find_neighbour(views_[i].tree, i, word, references_, attribution);
      if (!is_named(attribution)) continue;
      result_.attributions.push_back(std::move(attribution));
      return static_cast<Index>(result_.attributions.size() - 1);
    }
  }
  return std::nullopt;
}

std::optional<Index> ArticleJudge::speaker_before(
    const Quotation& quotation) const {
  const auto& sentences = analysis_.sentences;
  const std::uint32_t passage = sentences[quotation.first].passage;
  const bool follows = speaker_after(quotation).has_value();
  for (Index i = quotation.first; i-- > 0;) {
    if (sentences[i].passage + 1 < passage) break;
    if (sentences[i].passage < passage && follows) break;
    if (speakers_[i]) return speakers_[i];
  }
  return std::nullopt;
}

std::optional<Index> ArticleJudge::speaker_after(
    const Quotation& quotation) const {
  const auto& sentences = analysis_.sentences;
  const std::uint32_t passage = sentences[quotation.first].passage;
  for (Index i = quotation.end; i < sentences.size(); ++i) {
    if (sentences[i].passage != passage) break;
    if (speakers_[i]) return speakers_[i];
  }
  return std::nullopt;
}

Index ArticleJudge::unnamed_speaker(const Quotation& quotation) {
  Attribution unnamed;
  unnamed.cue = analysis_.sentences[quotation.first].words.front().span;
  unnamed.within = base_of(quotation.first).attribution;
  if (unnamed.within)
    unnamed.depth = result_.attributions[*unnamed.within].depth + 1;
  result_.attributions.push_back(std::move(unnamed));
  return static_cast<Index>(result_.attributions.size() - 1);
}

// The quotation becomes the speaker's as a whole.  What stands before the cue
// is then all said ("…," she said, and left), and nobody else says any of it.
void ArticleJudge::give(const Quotation& quotation, Index speaker) {
  for (Index i = quotation.first; i < quotation.end; ++i)
    for (Index a = made_[i].first; a < made_[i].second; ++a)
      if (a != speaker && !quotation_at(result_.attributions[a].cue))
        cut_out(quotation.span, result_.attributions[a].content);
  take_words(quotation, speaker);
  Attribution& attribution = result_.attributions[speaker];
  auto& content = attribution.content;
  if (quotation.span.begin <= analysis_.sentences[quotation.first].span.begin &&
      quotation.span.end <= attribution.cue.begin)
    end_at_cue(quotation, speaker);
  // "ROSSI: …": what is said begins after the name.
  const bool names = contains(quotation.span, attribution.cue);
  content.push_back(
      {names ? attribution.cue.end : quotation.span.begin, quotation.span.end});
}

// '"…," she said, and left': what is not quoted after the cue is not said.
void ArticleJudge::end_at_cue(const Quotation& quotation, Index speaker) {
  Attribution& attribution = result_.attributions[speaker];
  const auto is_after = [&](Span span) {
    return span.begin > attribution.cue.begin && !quotation_at(span);
  };
  auto& content = attribution.content;
  content.erase(std::remove_if(content.begin(), content.end(), is_after),
                content.end());
  for (Index i = quotation.first; i < quotation.end; ++i) {
    auto& stances = result_.stances[i];
    const auto& words = analysis_.sentences[i].words;
    for (WordIndex word = 0; word < stances.size(); ++word)
      if (stances[word].attribution == speaker && is_after(words[word].span))
        stances[word].attribution = attribution.within;
  }
}

/// No word of a quotation is the article's own, whatever the tree says.
void ArticleJudge::take_words(const Quotation& quotation, Index speaker) {
  for (Index i = quotation.first; i < quotation.end; ++i) {
    auto& stances = result_.stances[i];
    const auto& words = analysis_.sentences[i].words;
    for (WordIndex word = 0; word < stances.size(); ++word)
      if (contains(quotation.span, words[word].span) &&
          stances[word].attribution == base_of(i).attribution)
        stances[word].attribution = speaker;
  }
}

Stance ArticleJudge::speaker_of(Index sentence) const {
  const auto& words = analysis_.sentences[sentence].words;
  for (const Word& word : words)
    if (word.head == no_word)
      if (const auto* quotation = quotation_at(word.span))
        return {quotation->speaker, Factuality::certain_positive, false};
  return base_of(sentence);
}

}  // namespace

Attributed attribute(const Article& article, const Analysis& analysis,
                     const std::vector<SentenceView>& views,
                     const References& references) {
  return ArticleJudge(article, analysis, views, references).judge();
}

}  // namespace demarche
