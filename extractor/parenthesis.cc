#include "extractor/parenthesis.h"

namespace demarche {
namespace {

bool is_comma(const Word& word) { return word.form == ","; }

bool is_verbal(const Word& word) {
  return word.upos == Upos::verb || word.upos == Upos::sconj ||
         word.xpos == "WP" || word.xpos == "WDT" || word.xpos == "TO";
}

bool is_finite_cue(const SentenceView& view, WordIndex word) {
  const Word& cue = view.tree[word];
  if (cue.upos != Upos::verb || cue.xpos == "VBG" || cue.xpos == "VB")
    return false;
  const Effect effect = view.effect(word);
  return effect == Effect::reporting || effect == Effect::believing;
}

/// Whether the subject is the last word before the cue.
bool follows_subject(const SentenceView& view, WordIndex word) {
  const auto subject = view.tree.child(word, {"nsubj"});
  if (subject && *subject < word) return true;
  const Upos before = view.tree[word - 1].upos;
  return before == Upos::pron || before == Upos::noun || before == Upos::propn;
}

std::optional<Parenthesis> parenthesis_at(const SentenceView& view,
                                          WordIndex cue) {
  const auto& words = view.tree.sentence().words;
  WordIndex first = cue, end = cue + 1;
  while (first > 0 && !is_comma(words[first - 1])) {
    --first;
    if (is_verbal(words[first]) || words[first].upos == Upos::cconj ||
        words[first].upos == Upos::punct)
      return std::nullopt;
  }
  if (first < 2 || first == cue || !follows_subject(view, cue))
    return std::nullopt;
  while (end < words.size() && words[end].upos != Upos::punct) {
    if (is_verbal(words[end])) return std::nullopt;
    ++end;
  }
  if (end + 1 >= words.size() || !is_comma(words[end])) return std::nullopt;
  const Upos next = words[end + 1].upos;
  if (next == Upos::punct || next == Upos::cconj) return std::nullopt;
  return Parenthesis{cue, first, end};
}

}  // namespace

std::optional<Parenthesis> find_parenthesis(const SentenceView& view) {
  const auto size = static_cast<WordIndex>(view.meanings.size());
  for (WordIndex word = 2; word < size; ++word)
    if (is_finite_cue(view, word))
      if (const auto found = parenthesis_at(view, word)) return found;
  return std::nullopt;
}

}  // namespace demarche
