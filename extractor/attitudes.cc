#include "extractor/attitudes.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "extractor/contents.h"

namespace demarche {
namespace {

/// The length of an attribution's content.
std::uint32_t size_of(const Attribution& attribution) {
  std::uint32_t size = 0;
  for (const Span piece : attribution.content) size += piece.end - piece.begin;
  return size;
}

/// A piece of content, and whose it is.
struct Piece {
  Span span;
  std::uint32_t owner = 0;
};

std::vector<Piece> pieces_in_order(
    const std::vector<Attribution>& attributions) {
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < attributions.size(); ++i)
    for (const Span span : attributions[i].content) pieces.push_back({span, i});
  std::stable_sort(
      pieces.begin(), pieces.end(),
      [](const Piece& a, const Piece& b) { return a.span < b.span; });
  return pieces;
}

void add_attitudes_of(const SentenceView& view, std::uint32_t sentence,
                      const References& references, const std::set<Span>& cues,
                      std::vector<Attribution>& attributions) {
  for (WordIndex word = 0; word < view.meanings.size(); ++word) {
    const Meaning* meaning = view.attitude(word);
    if (meaning == nullptr || cues.contains(view.tree[word].span)) continue;
    Attribution attribution;
    attribution.cue = view.tree[word].span;
    append_object(view.tree, word, meaning->words, attribution.content);
    if (attribution.content.empty()) continue;
    find_source(view.tree, sentence, word, word, references, attribution);
    const bool is_named =
        attribution.source_head.begin < attribution.source_head.end;
    // "The plan was rejected": by whom is not said.
    if (is_named || view.tree.child(word, {"nsubj:pass"}))
      attributions.push_back(std::move(attribution));
  }
}

}  // namespace

void add_attitudes(const std::vector<SentenceView>& views,
                   const References& references,
                   std::vector<Attribution>& attributions) {
  std::set<Span> cues;
  for (const Attribution& attribution : attributions)
    cues.insert(attribution.cue);
  for (std::uint32_t i = 0; i < views.size(); ++i)
    add_attitudes_of(views[i], i, references, cues, attributions);
}

// One sweep over the text.  Only a longer one can enclose another, so that
// there are no circles.
void nest_attributions(std::vector<Attribution>& attributions) {
  const auto pieces = pieces_in_order(attributions);
  std::vector<std::uint32_t> sizes, by_cue(attributions.size());
  for (const Attribution& one : attributions) sizes.push_back(size_of(one));
  const auto is_longer = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(sizes[a], b) > std::pair(sizes[b], a);
  };
  std::iota(by_cue.begin(), by_cue.end(), 0);
  auto by_size = by_cue;
  std::stable_sort(by_cue.begin(), by_cue.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return attributions[a].cue < attributions[b].cue;
                   });
  std::vector<Piece> open;
  auto next = pieces.begin();
  for (const std::uint32_t inner : by_cue) {
    const Span cue = attributions[inner].cue;
    for (; next != pieces.end() && next->span.begin <= cue.begin; ++next)
      open.push_back(*next);
    std::erase_if(open,
                  [&](const Piece& p) { return p.span.end <= cue.begin; });
    std::optional<std::uint32_t> best;
    for (const Piece& piece : open)
      if (contains(piece.span, cue) && is_longer(piece.owner, inner) &&
          (!best || is_longer(*best, piece.owner)))
        best = piece.owner;
    if (best) attributions[inner].within = best;
  }
  std::stable_sort(by_size.begin(), by_size.end(), is_longer);
  for (const std::uint32_t i : by_size) {
    Attribution& one = attributions[i];
    if (one.within && !is_longer(*one.within, i)) one.within.reset();
    one.depth = one.within ? attributions[*one.within].depth + 1 : 1;
  }
}

}  // namespace demarche
