#include "extractor/participants.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "extractor/grammar_words.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

constexpr int max_climb = 24;  ///< Steps up a tree, at most.

const Pronoun* pronoun_of(const std::vector<Tree>& trees,
                          const Mention& mention) {
  if (mention.kind != MentionKind::pronoun) return nullptr;
  return find_pronoun(to_lower(trees[mention.sentence][mention.head].form));
}

class ParticipantJoiner {
 public:
  ParticipantJoiner(const Article& article, const Analysis& analysis,
                    const std::vector<Tree>& trees,
                    const std::vector<Mention>& mentions,
                    const References& references,
                    std::span<const Span> quotations, MentionClusters* clusters)
      : article_(article),
        analysis_(analysis),
        trees_(trees),
        mentions_(mentions),
        references_(references),
        clusters_(clusters),
        quotations_(quotations) {
    find_voices();
  }

  void join() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const Pronoun* pronoun = pronoun_of(trees_, mentions_[i]);
      if (pronoun == nullptr || pronoun->person == 3) continue;
      const int role = pronoun->person == 2 ? 2 : pronoun->plural ? 1 : 0;
      const auto quotation = quotation_at(mentions_[i].span);
      const std::size_t voice = quotation ? voices_[*quotation] : no_voice;
      const auto [first, is_new] =
          first_.try_emplace({narrative_of(i), voice, role}, i);
      if (!is_new) clusters_->join(first->second, i);
      if (quotation && role == 0)
        if (const auto speaker = speakers_[voice])
          clusters_->join_if_fit(*speaker, i);
    }
  }

 private:
  static constexpr std::size_t no_voice = static_cast<std::size_t>(-1);

  std::uint32_t narrative_of(std::uint32_t i) const {
    const std::uint32_t passage =
        analysis_.sentences[mentions_[i].sentence].passage;
    if (passage >= article_.passages.size()) return 0;
    const auto narrative = article_.passages[passage].narrative;
    return narrative ? *narrative + 1 : 0;
  }

  std::optional<std::size_t> quotation_at(Span span) const {
    auto after = std::upper_bound(
        quotations_.begin(), quotations_.end(), span.begin,
        [](std::uint32_t at, Span quoted) { return at < quoted.begin; });
    if (after == quotations_.begin()) return std::nullopt;
    --after;
    if (after->end < span.end) return std::nullopt;
    return static_cast<std::size_t>(after - quotations_.begin());
  }

  /// The voice of a quotation is the first of those that go on in it.
  void find_voices() {
    speakers_.resize(quotations_.size());
    voices_.resize(quotations_.size());
    std::vector<std::uint32_t> passages(quotations_.size(), 0);
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s)
      for (WordIndex w = 0; w < analysis_.sentences[s].words.size(); ++w) {
        const auto quotation =
            quotation_at(analysis_.sentences[s].words[w].span);
        if (!quotation) continue;
        passages[*quotation] = analysis_.sentences[s].passage;
        if (!speakers_[*quotation])
          speakers_[*quotation] = speaker_above(s, w, quotations_[*quotation]);
      }
    for (std::size_t q = 0; q < quotations_.size(); ++q) {
      voices_[q] = q;
      const bool follows = q > 0 && passages[q] == passages[q - 1];
      if (!follows) continue;
      const std::size_t before = voices_[q - 1];
      const bool same =
          !speakers_[q] || !speakers_[before] ||
          clusters_->find(*speakers_[q]) == clusters_->find(*speakers_[before]);
      if (!same) continue;
      voices_[q] = before;
      if (!speakers_[before]) speakers_[before] = speakers_[q];
    }
  }

  /// The person who is subject of the verb outside the quotation that the
  /// word hangs on.
  std::optional<std::uint32_t> speaker_above(std::uint32_t sentence,
                                             WordIndex word,
                                             Span quotation) const {
    const Tree& tree = trees_[sentence];
    for (int step = 0; step < max_climb && word != no_word; ++step) {
      if (!contains(quotation, tree[word].span))
        return speaker_at(sentence, word);
      for (const WordIndex child : tree.children(word))
        if (is_relation(tree[child].relation, "parataxis") &&
            !contains(quotation, tree[child].span))
          if (const auto speaker = speaker_at(sentence, child)) return speaker;
      word = tree[word].head;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> speaker_at(std::uint32_t sentence,
                                          WordIndex verb) const {
    const auto subject = trees_[sentence].child(verb, {"nsubj"});
    if (!subject) return std::nullopt;
    const auto mention = references_.mention_at(sentence, *subject);
    if (!mention || !clusters_->is_person(index(*mention)) ||
        mentions_[index(*mention)].plural)
      return std::nullopt;
    return index(*mention);
  }

  const Article& article_;
  const Analysis& analysis_;
  const std::vector<Tree>& trees_;
  const std::vector<Mention>& mentions_;
  const References& references_;
  MentionClusters* clusters_;
  std::span<const Span> quotations_;
  /// Of each quotation: the mention that utters it, and its voice.
  std::vector<std::optional<std::uint32_t>> speakers_;
  std::vector<std::size_t> voices_;
  /// The first pronoun of a narrative, voice and role.
  std::map<std::tuple<std::uint32_t, std::size_t, int>, std::uint32_t> first_;
};

}  // namespace

bool is_participant(const std::vector<Tree>& trees, const Mention& mention) {
  const Pronoun* pronoun = pronoun_of(trees, mention);
  return pronoun != nullptr && pronoun->person != 3;
}

void join_participants(const Article& article, const Analysis& analysis,
                       const std::vector<Tree>& trees,
                       const std::vector<Mention>& mentions,
                       const References& references,
                       std::span<const Span> quotations,
                       MentionClusters* clusters) {
  ParticipantJoiner(article, analysis, trees, mentions, references, quotations,
                    clusters)
      .join();
}

}  // namespace demarche
