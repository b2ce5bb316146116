// Attribution over the sentences of an article: narratives, quotations that
// run over several sentences, and within each sentence what `SentenceJudge`
// finds.

#include <algorithm>
#include <numeric>

#include "extractor/contents.h"
#include "extractor/quotes.h"
#include "extractor/sentence_judge.h"
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
    const auto count = static_cast<Index>(views_.size());
    for (Index i = 0; i < count; ++i)
      if (!is_quotation(i)) judge_sentence(i, base_of(i));
    for (Quotation& quotation : quotations_) find_speaker(quotation);
    for (Index i = 0; i < count; ++i)
      if (is_quotation(i)) judge_sentence(i, speaker_of(i));
    for (Index i = 0; i < count; ++i) add_attitudes(i);
    for (Attribution& attribution : result_.attributions)
      join_pieces(article_.text, attribution.content);
    nest();
    return std::move(result_);
  }

 private:
  void place_quotations();
  void attribute_narratives();
  const Quotation* quotation_at(Span span) const;
  bool is_quotation(Index sentence) const;
  void judge_sentence(Index sentence, const Stance& base);
  void remember_speaker(Index sentence, std::size_t first_new);
  Stance base_of(Index sentence) const;

  void find_speaker(Quotation& quotation);
  std::optional<Index> cue_beside(const Quotation& quotation);
  std::optional<Index> new_cue_beside(const Quotation& quotation);
  std::optional<Index> speaker_before(const Quotation& quotation) const;
  std::optional<Index> speaker_after(const Quotation& quotation) const;
  Index unnamed_speaker(const Quotation& quotation);
  void give(const Quotation& quotation, Index speaker);
  void take_words(const Quotation& quotation, Index speaker);
  Stance speaker_of(Index sentence) const;
  void add_attitudes(Index sentence);
  void nest();
  std::optional<EntityId> entity_within(Span span) const;

  const Article& article_;
  const Analysis& analysis_;
  const std::vector<SentenceView>& views_;
  const References& references_;
  std::vector<Quotation> quotations_;
  std::vector<bool> is_quotation_;  ///< By sentence.
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
    attribution.source = entity_within(narrative.provider);
    attribution.source_span = narrative.provider;
    attribution.cue = narrative.heading;
    attribution.content = {narrative.body};
    result_.attributions.push_back(std::move(attribution));
  }
}

std::optional<EntityId> ArticleJudge::entity_within(Span span) const {
  for (Index i = 0; i < analysis_.sentences.size(); ++i) {
    const Sentence& sentence = analysis_.sentences[i];
    if (sentence.span.end <= span.begin || span.end <= sentence.span.begin)
      continue;
    for (WordIndex word = 0; word < sentence.words.size(); ++word)
      if (contains(span, sentence.words[word].span))
        if (const auto entity = references_.entity_at(i, word)) return entity;
  }
  return std::nullopt;
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
  if (passage < article_.passages.size() &&
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
  remember_speaker(sentence, first_new);
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
  auto speaker = cue_beside(quotation);
  if (!speaker) speaker = new_cue_beside(quotation);
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
    if (is_quotation(i)) speakers_[i] = speaker;
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

/// A verb of saying beside the quotation of which the tree makes nothing.
std::optional<Index> ArticleJudge::new_cue_beside(const Quotation& quotation) {
  for (Index i = quotation.first; i < quotation.end; ++i) {
    const auto& words = analysis_.sentences[i].words;
    for (WordIndex word = 0; word < words.size(); ++word) {
      const Span cue = words[word].span;
      if (words[word].upos != Upos::verb || quotation_at(cue) ||
          distance(cue, quotation.span) > reach ||
          views_[i].effect(word) != Effect::reporting)
        continue;
      for (Index a = made_[i].first; a < made_[i].second; ++a)
        if (result_.attributions[a].cue == cue) return a;
      Attribution attribution;
      attribution.cue = cue;
      attribution.within = base_of(i).attribution;
      if (attribution.within) ++attribution.depth;
      find_source(views_[i].tree, i, word, word, references_, attribution);
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
  for (Index i = quotation.first; i-- > 0;) {
    if (sentences[i].passage + 1 < passage) break;
    if (sentences[i].passage < passage && speaker_after(quotation)) break;
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
  const Span opening = analysis_.sentences[quotation.first].span;
  if (quotation.span.begin <= opening.begin &&
      quotation.span.end <= attribution.cue.begin)
    content.erase(std::remove_if(content.begin(), content.end(),
                                 [&](Span s) {
                                   return s.begin > attribution.cue.begin &&
                                          !quotation_at(s);
                                 }),
                  content.end());
  content.push_back(quotation.span);
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

// "Peru supports the treaty", "she wants to go": attributions that commit
// nobody, so that no stance changes.
void ArticleJudge::add_attitudes(Index sentence) {
  const SentenceView& view = views_[sentence];
  const auto [begin, end] = made_[sentence];
  for (WordIndex word = 0; word < view.meanings.size(); ++word) {
    const Meaning* meaning = view.attitude(word);
    if (meaning == nullptr) continue;
    Attribution attribution;
    attribution.cue = view.tree[word].span;
    const auto same = [&](const Attribution& a) {
      return a.cue == attribution.cue;
    };
    const auto first = result_.attributions.begin();
    if (std::any_of(first + begin, first + end, same)) continue;
    append_object(view.tree, word, meaning->words, attribution.content);
    if (attribution.content.empty()) continue;
    find_source(view.tree, sentence, word, word, references_, attribution);
    if (!is_named(attribution)) continue;
    attribution.within = base_of(sentence).attribution;
    result_.attributions.push_back(std::move(attribution));
  }
}

/// The length of an attribution's content.
Index size_of(const Attribution& attribution) {
  Index size = 0;
  for (const Span piece : attribution.content) size += piece.end - piece.begin;
  return size;
}

// An attribution lies within the shortest one whose content holds its cue.
// Only a longer one can enclose it, so that there are no circles.
void ArticleJudge::nest() {
  auto& all = result_.attributions;
  std::vector<Index> order(all.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
    return size_of(all[a]) > size_of(all[b]);
  });
  for (std::size_t i = 0; i < order.size(); ++i) {
    Attribution& inner = all[order[i]];
    for (std::size_t j = i; j-- > 0;) {
      const Attribution& outer = all[order[j]];
      const bool holds =
          std::any_of(outer.content.begin(), outer.content.end(),
                      [&](Span piece) { return contains(piece, inner.cue); });
      if (!holds) continue;
      inner.within = order[j];
      break;
    }
    inner.depth = inner.within ? all[*inner.within].depth + 1 : 1;
  }
}

}  // namespace

Attributed attribute(const Article& article, const Analysis& analysis,
                     const std::vector<SentenceView>& views,
                     const References& references) {
  return ArticleJudge(article, analysis, views, references).judge();
}

}  // namespace demarche
