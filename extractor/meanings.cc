#include "extractor/meanings.h"

#include <algorithm>
#include <optional>

#include "extractor/noun_phrase.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

constexpr WordIndex reach = 8;  ///< How far a phrasal verb's words may lie.

bool fits_part_of_speech(const LexicalEntry& entry, const Word& word) {
  const std::string_view wanted = entry.part_of_speech;
  if (wanted.empty() || wanted == name_of(word.upos)) return true;
  if (wanted == "NOUN") return word.upos == Upos::propn;
  if (wanted == "VERB")  // "striking", read as an adjective, is still a verb.
    return word.upos == Upos::aux || word.xpos.starts_with("VB");
  return false;
}

bool fits_lemma(std::string_view wanted, const Word& word) {
  if (wanted == "one's")
    return word.relation == "nmod:poss" || word.xpos == "PRP$";
  const std::string form = to_lower(word.form);
  if (word.lemma == wanted || form == wanted) return true;
  if (!form.ends_with('s') || !form.starts_with(wanted.substr(0, 2)))
    return false;  // It is no plural of it.
  const auto lemmas = possible_lemmas(word);
  return std::find(lemmas.begin(), lemmas.end(), wanted) != lemmas.end();
}

/// Whether `word` hangs closely enough on the first of `words` to be part of
/// their phrase; a preposition where its noun hangs on one of them: in "agreed
/// to meet with Chad" it belongs to the meeting.  A noun of another verb does
/// not: "got the mayor to declare her support".
bool belongs_to(const Tree& tree, WordIndex word,
                const std::vector<WordIndex>& words) {
  const auto is_among = [&](WordIndex one) {
    return std::ranges::find(words, one) != words.end();
  };
  const bool is_noun = tree[word].upos == Upos::noun;
  if (is_relation(tree[word].relation, "case") &&
      !is_among(tree[tree[word].head].head))
    return false;
  for (int steps = 0; steps < 3 && word != no_word; ++steps) {
    if (word == words.front()) return true;
    word = tree[word].head;
    const bool is_other_verb = word != no_word &&
                               tree[word].upos == Upos::verb &&
                               !is_relation(tree[word].relation, "amod");
    if (is_noun && is_other_verb && !is_among(word)) return false;
  }
  return word == words.front();
}

/// "on" of "insisted on Friday": it tells when, and is no part of a phrase.
bool tells_time(const Tree& tree, WordIndex word, WordIndex head) {
  if (tree[word].upos != Upos::adp || tree[word].head == no_word) return false;
  const Frame* frame = find_frame(tree.sentence(), head);
  return frame != nullptr &&
         std::any_of(frame->arguments.begin(), frame->arguments.end(),
                     [&](const Argument& argument) {
                       return argument.head == tree[word].head &&
                              argument.role == "ARGM-TMP";
                     });
}

std::optional<std::vector<WordIndex>> match_forwards(const Tree& tree,
                                                     const LexicalEntry& entry,
                                                     WordIndex head) {
  std::vector<WordIndex> words = {head};
  const WordIndex size = tree.sentence().words.size();
  std::optional<WordIndex> passive_subject;
  for (std::size_t i = 1; i < entry.lemmas.size(); ++i) {
    const WordIndex end = std::min(size, words.back() + 1 + reach);
    WordIndex next = words.back() + 1;
    while (next < end &&
           !(fits_lemma(entry.lemmas[i], tree[next]) &&
             belongs_to(tree, next, words) && !tells_time(tree, next, head)))
      ++next;
    if (next == end) {
      // "sanctions were lifted": of a passive the object stands before it.
      const auto subject = tree.child(head, {"nsubj:pass"});
      if (!subject || !fits_lemma(entry.lemmas[i], tree[*subject]))
        return std::nullopt;
      passive_subject = *subject;
      continue;
    }
    words.push_back(next);
  }
  if (passive_subject) words.push_back(*passive_subject);
  return words;
}

std::optional<std::vector<WordIndex>> match_backwards(const Tree& tree,
                                                      const LexicalEntry& entry,
                                                      WordIndex head) {
  const std::size_t before = entry.lemmas.size() - 1;
  if (head < before) return std::nullopt;
  std::vector<WordIndex> words = {head};
  for (std::size_t i = 0; i < before; ++i) {
    const WordIndex word = head - before + i;
    if (!fits_lemma(entry.lemmas[i], tree[word])) return std::nullopt;
    words.push_back(word);
  }
  return words;
}

std::optional<Meaning> match(const Tree& tree, const LexicalEntry& entry,
                             WordIndex head) {
  if (has_slot(entry, "predicate") &&
      find_slot(tree, head, "predicate").empty())
    return std::nullopt;
  if (entry.lemmas.size() <= 1) return Meaning{&entry, {head}};
  const bool starts = fits_lemma(entry.lemmas.front(), tree[head]);
  auto words = starts ? match_forwards(tree, entry, head)
                      : match_backwards(tree, entry, head);
  if (!words) return std::nullopt;
  return Meaning{&entry, std::move(*words)};
}

/// Greater is more specific.
auto rank(const Meaning& meaning) {
  const LexicalEntry& entry = *meaning.entry;
  return std::tuple(has_slot(entry, "predicate") || entry.lemmas.size() > 2,
                    entry.lemmas.size() + entry.conditions.size(),
                    entry.lemmas.size(), !entry.roleset.empty());
}

std::vector<Meaning> meanings_of(const Tree& tree, WordIndex word,
                                 const Frame* frame, const Ontology& ontology) {
  std::vector<Meaning> found;
  const auto add = [&](const LexicalEntry* entry) {
    for (const Meaning& meaning : found)
      if (meaning.entry == entry) return;
    if (auto meaning = match(tree, *entry, word))
      found.push_back(std::move(*meaning));
  };
  if (frame != nullptr)
    for (const auto* entry : ontology.entries_of_roleset(frame->roleset))
      add(entry);
  const auto add_by_lemma = [&](std::string_view lemma) {
    for (const auto* entry : ontology.entries_of_lemma(lemma))
      // An entry of another roleset of this lemma speaks of another sense.
      if (fits_part_of_speech(*entry, tree[word]) &&
          (frame == nullptr || entry->roleset.empty() ||
           entry->lemmas.size() > 1))
        add(entry);
  };
  for (const std::string& lemma : possible_lemmas(tree[word]))
    add_by_lemma(lemma);
  std::stable_sort(
      found.begin(), found.end(),
      [](const Meaning& a, const Meaning& b) { return rank(a) > rank(b); });
  return found;
}

}  // namespace

bool has_slot(const LexicalEntry& entry, std::string_view slot) {
  return std::ranges::any_of(
      entry.slots, [&](const auto& one) { return one.first == slot; });
}

const Frame* find_frame(const Sentence& sentence, WordIndex word) {
  const auto frame = std::lower_bound(
      sentence.frames.begin(), sentence.frames.end(), word,
      [](const Frame& a, WordIndex b) { return a.predicate < b; });
  const bool found = frame != sentence.frames.end() && frame->predicate == word;
  return found ? &*frame : nullptr;
}

std::vector<std::vector<Meaning>> find_meanings(const Tree& tree,
                                                const Ontology& ontology) {
  const Sentence& sentence = tree.sentence();
  std::vector<std::vector<Meaning>> meanings(sentence.words.size());
  for (WordIndex word = 0; word < meanings.size(); ++word)
    meanings[word] =
        meanings_of(tree, word, find_frame(sentence, word), ontology);
  return meanings;
}

Effect effect_of(const std::vector<Meaning>& meanings) {
  for (const Meaning& meaning : meanings)
    if (meaning.entry->effect != Effect::none) return meaning.entry->effect;
  return Effect::none;
}

}  // namespace demarche
