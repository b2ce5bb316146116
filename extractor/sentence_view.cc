#include "extractor/sentence_view.h"

namespace demarche {

bool SentenceView::is_clausal(WordIndex word) const {
  for (const Meaning& meaning : meanings[word])
    if (meaning.entry->effect != Effect::none) return meaning.entry->clausal;
  return false;
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
