#include "extractor/sentence_view.h"

#include <algorithm>

namespace demarche {

bool SentenceView::is_clausal(WordIndex word) const {
  for (const Meaning& meaning : meanings[word])
    if (meaning.entry->effect != Effect::none) return meaning.entry->clausal;
  return false;
}

bool SentenceView::is_light(WordIndex word) const {
  return std::ranges::any_of(
      meanings[word], [](const Meaning& one) { return one.entry->light; });
}

std::optional<WordIndex> SentenceView::cue_of_phrase(WordIndex noun) const {
  for (const WordIndex source : tree.children(noun)) {
    const auto marker = tree.child(source, {"case"});
    if (!is_relation(tree[source].relation, "nmod") || !marker) continue;
    for (const Meaning& meaning : meanings[*marker])
      if (meaning.entry->effect == Effect::reporting &&
          std::ranges::find(meaning.words, noun) != meaning.words.end())
        return marker;
  }
  return std::nullopt;
}

const Meaning* SentenceView::attitude(WordIndex word) const {
  for (const Meaning& meaning : meanings[word])
    if (meaning.entry->attitude) return &meaning;
  return nullptr;
}

std::vector<SentenceView> view_sentences(const Analysis& analysis,
                                         const Ontology& ontology) {
  std::vector<SentenceView> views;
  views.reserve(analysis.sentences.size());
  for (const Sentence& sentence : analysis.sentences) {
    Tree tree(sentence);
    auto meanings = find_meanings(tree, ontology);
    views.push_back({std::move(tree), std::move(meanings)});
  }
  return views;
}

}  // namespace demarche
