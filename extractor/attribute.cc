// Attribution over the sentences of an article: narratives, quotations that
// run over several sentences, and within each sentence what `SentenceJudge`
// finds.

#include <algorithm>

#include "extractor/quotes.h"
#include "extractor/sentence_judge.h"
#include "extractor/stance.h"

namespace demarche {
namespace {

bool is_quoted(const std::vector<Span>& quotations, Span span) {
  const auto after = std::upper_bound(
      quotations.begin(), quotations.end(), span.begin,
      [](std::uint32_t begin, Span q) { return begin < q.begin; });
  return after != quotations.begin() && contains(*std::prev(after), span);
}

class ArticleJudge {
 public:
  ArticleJudge(const Article& article, const Analysis& analysis,
               const std::vector<SentenceView>& views,
               const References& references)
      : article_(article),
        analysis_(analysis),
        views_(views),
        references_(references),
        quotations_(find_quotations(article, analysis)),
        speakers_(analysis.sentences.size()) {
    result_.stances.resize(analysis.sentences.size());
  }

  // Sentences that are quoted as a whole come second: their speaker may be
  // named after them.
  Attributed judge() {
    attribute_narratives();
    const auto count = static_cast<std::uint32_t>(views_.size());
    for (std::uint32_t i = 0; i < count; ++i)
      if (!is_quotation(i)) judge_sentence(i, base_of(i));
    for (std::uint32_t i = 0; i < count; ++i)
      if (is_quotation(i)) judge_sentence(i, speaker_of(i));
    return std::move(result_);
  }

 private:
  void attribute_narratives();
  bool is_quotation(std::uint32_t sentence) const;
  void judge_sentence(std::uint32_t sentence, const Stance& base);
  void remember_speaker(std::uint32_t sentence, std::size_t first_new);
  Stance base_of(std::uint32_t sentence) const;
  Stance speaker_of(std::uint32_t sentence);
  std::optional<EntityId> entity_within(Span span) const;

  const Article& article_;
  const Analysis& analysis_;
  const std::vector<SentenceView>& views_;
  const References& references_;
  std::vector<Span> quotations_;
  /// The attribution by which a sentence ends, for the quotation after it.
  std::vector<std::optional<std::uint32_t>> speakers_;
  Attributed result_;
};

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
  for (std::uint32_t i = 0; i < analysis_.sentences.size(); ++i) {
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
bool ArticleJudge::is_quotation(std::uint32_t sentence) const {
  const SentenceView& view = views_[sentence];
  const auto& words = analysis_.sentences[sentence].words;
  if (words.empty()) return false;
  bool root_is_quoted = false;
  for (WordIndex word = 0; word < words.size(); ++word) {
    const bool quoted = is_quoted(quotations_, words[word].span);
    if (words[word].head == no_word) root_is_quoted = quoted;
    if (!quoted && view.effect(word) == Effect::reporting) return false;
  }
  return root_is_quoted;
}

Stance ArticleJudge::base_of(std::uint32_t sentence) const {
  const std::uint32_t passage = analysis_.sentences[sentence].passage;
  Stance stance;
  if (passage < article_.passages.size() &&
      article_.passages[passage].kind == PassageKind::narrative)
    stance.attribution = article_.passages[passage].narrative;
  return stance;
}

void ArticleJudge::judge_sentence(std::uint32_t sentence, const Stance& base) {
  const std::size_t first_new = result_.attributions.size();
  SentenceJudge judge(views_[sentence], sentence, references_, base,
                      result_.attributions);
  result_.stances[sentence] = judge.judge();
  remember_speaker(sentence, first_new);
}

void ArticleJudge::remember_speaker(std::uint32_t sentence,
                                    std::size_t first_new) {
  for (std::size_t i = first_new; i < result_.attributions.size(); ++i) {
    const Attribution& attribution = result_.attributions[i];
    const bool named =
        attribution.source_span.begin < attribution.source_span.end;
    if (named && !is_quoted(quotations_, attribution.cue))
      speakers_[sentence] = static_cast<std::uint32_t>(i);
  }
}

/// Whose words a quoted sentence are: the last speaker within two passages,
/// else the next one of the passage, else somebody unnamed.
Stance ArticleJudge::speaker_of(std::uint32_t sentence) {
  const auto& sentences = analysis_.sentences;
  std::optional<std::uint32_t> speaker;
  const std::uint32_t passage = sentences[sentence].passage;
  for (std::uint32_t i = sentence; i-- > 0 && !speaker;) {
    if (sentences[i].passage + 1 < passage) break;
    speaker = speakers_[i];
  }
  for (std::uint32_t i = sentence + 1; i < sentences.size() && !speaker; ++i) {
    if (sentences[i].passage != passage) break;
    speaker = speakers_[i];
  }
  if (!speaker) {
    Attribution unnamed;
    unnamed.cue = sentences[sentence].words.front().span;
    unnamed.within = base_of(sentence).attribution;
    if (unnamed.within)
      unnamed.depth = result_.attributions[*unnamed.within].depth + 1;
    speaker = static_cast<std::uint32_t>(result_.attributions.size());
    result_.attributions.push_back(std::move(unnamed));
  }
  result_.attributions[*speaker].content.push_back(sentences[sentence].span);
  return {speaker, Factuality::certain_positive, false};
}

}  // namespace

Attributed attribute(const Article& article, const Analysis& analysis,
                     const std::vector<SentenceView>& views,
                     const References& references) {
  return ArticleJudge(article, analysis, views, references).judge();
}

}  // namespace demarche
