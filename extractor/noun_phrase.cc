#include "extractor/noun_phrase.h"

#include <algorithm>
#include <array>

#include "extractor/slots.h"

namespace demarche {
namespace {

bool is_one_of(std::string_view relation,
               std::initializer_list<std::string_view> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view one) {
    return is_relation(relation, one);
  });
}

/// Whether a dependent before its noun belongs to the bare phrase.
bool belongs_before(const Word& word) {
  return is_one_of(word.relation, {"det", "amod", "nummod", "compound", "nmod",
                                   "flat", "goeswith", "punct"});
}

/// Whether a dependent after its noun is part of its name.
bool is_name_part(const Word& word) {
  return is_one_of(word.relation,
                   {"flat", "fixed", "goeswith", "compound", "nummod"});
}

bool is_of_phrase(const Tree& tree, WordIndex word) {
  if (!is_relation(tree[word].relation, "nmod")) return false;
  const auto preposition = tree.child(word, {"case"});
  return preposition && tree[*preposition].lemma == "of" &&
         !tree.child(word, {"conj"});
}

/// One past the last word of the bare phrase, through chains of "of".
WordIndex end_of_phrase(const Tree& tree, WordIndex head) {
  WordIndex end = head + 1;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (const WordIndex child : tree.children(head)) {
      if (child < end) continue;
      if (is_of_phrase(tree, child)) {
        head = child;
        end = child + 1;
        deeper = true;
        break;
      }
      if (!is_name_part(tree[child])) break;
      end = tree.end_below(child);
    }
  }
  return end;
}

WordIndex first_of_phrase(const Tree& tree, WordIndex head) {
  WordIndex first = head;
  const auto children = tree.children(head);
  for (auto child = children.rbegin(); child != children.rend(); ++child) {
    if (*child > head) continue;
    if (!belongs_before(tree[*child])) break;
    if (!is_relation(tree[*child].relation, "punct"))
      first = tree.first_below(*child);
  }
  return first;
}

bool fits(std::string_view lemma, const Word& word) {
  const auto lemmas = possible_lemmas(word);
  return std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end();
}

bool fits_noun(const LexicalEntry& entry) {
  return entry.part_of_speech.empty() || entry.part_of_speech == "NOUN" ||
         entry.part_of_speech == "PROPN" || entry.part_of_speech == "ADJ";
}

/// Whether there is anything that an entry's conditions could be on: without
/// "to" there is no "opposition to".
bool has_slots(const Tree& tree, const LexicalEntry& entry, WordIndex head) {
  return std::all_of(entry.conditions.begin(), entry.conditions.end(),
                     [&](const auto& condition) {
                       return !find_slot(tree, head, condition.first).empty();
                     });
}

/// The longest entry of the head's lemma that evokes or denotes something.
Denotation find_noun_entry(const Tree& tree, WordIndex head,
                           const Ontology& ontology) {
  Denotation best;
  for (const std::string& lemma : possible_lemmas(tree[head]))
    for (const LexicalEntry* entry : ontology.entries_of_lemma(lemma)) {
      const bool speaks =
          entry->denotes != ClassId::none || entry->evokes != ClassId::none;
      if (!speaks || !fits_noun(*entry) || !has_slots(tree, *entry, head))
        continue;
      const WordRange words = match_entry(tree, *entry, head);
      const WordIndex longest = best.words.end - best.words.first;
      if (words.end - words.first > longest) best = {entry, words};
    }
  return best;
}

bool is_predicate(const Sentence& sentence, WordIndex word) {
  const auto frame = std::lower_bound(
      sentence.frames.begin(), sentence.frames.end(), word,
      [](const Frame& a, WordIndex b) { return a.predicate < b; });
  return frame != sentence.frames.end() && frame->predicate == word;
}

}  // namespace

WordRange noun_phrase(const Tree& tree, WordIndex head) {
  return {first_of_phrase(tree, head), end_of_phrase(tree, head)};
}

Denotation find_denotation(const Tree& tree, WordIndex head,
                           const Ontology& ontology) {
  const Denotation found = find_noun_entry(tree, head, ontology);
  if (found && found.entry->denotes != ClassId::none) return found;
  return {};
}

WordRange match_entry(const Tree& tree, const LexicalEntry& entry,
                      WordIndex head) {
  const auto& words = tree.sentence().words;
  const auto size = static_cast<WordIndex>(entry.lemmas.size());
  const auto matches_from = [&](WordIndex first) {
    for (WordIndex i = 0; i < size; ++i)
      if (!fits(entry.lemmas[i], words[first + i])) return false;
    return true;
  };
  // "Minister of Defence" is a minister: the head hangs on no word inside.
  const auto heads = [&](WordIndex first) {
    const WordIndex above = tree[head].head;
    return above == no_word || above < first || above >= first + size;
  };
  if (size == 0) return {};
  if (head + 1 >= size && matches_from(head + 1 - size) &&
      heads(head + 1 - size))
    return {head + 1 - size, head + 1};
  if (head + size <= words.size() && matches_from(head) && heads(head))
    return {head, head + size};
  return {};
}

bool evokes_event(const Tree& tree, WordIndex word, const Ontology& ontology) {
  if (is_predicate(tree.sentence(), word)) return true;
  const Denotation found = find_noun_entry(tree, word, ontology);
  return found && found.entry->denotes == ClassId::none;
}

std::string determiner_of(const Tree& tree, WordIndex head) {
  for (const WordIndex child : tree.children(head))
    if (child < head && (is_relation(tree[child].relation, "det") ||
                         tree[child].relation == "nmod:poss"))
      return to_lower(tree[child].form);
  return {};
}

std::vector<std::string> possible_lemmas(const Word& word) {
  std::vector<std::string> lemmas = {to_lower(word.lemma)};
  const auto add = [&](std::string lemma) {
    if (std::find(lemmas.begin(), lemmas.end(), lemma) == lemmas.end())
      lemmas.push_back(std::move(lemma));
  };
  const std::string form = to_lower(word.form);
  add(form);
  if (form.starts_with("ex-")) add(form.substr(3));
  if (form.size() > 4 && form.ends_with("men"))
    add(form.substr(0, form.size() - 2) + "an");
  const bool noun = word.upos == Upos::noun || word.upos == Upos::propn;
  if (!noun || form.size() < 4 || !form.ends_with('s') || form.ends_with("ss"))
    return lemmas;
  const auto stem = [&](std::size_t cut) {
    return form.substr(0, form.size() - cut);
  };
  if (form.ends_with("ies")) add(stem(3) + "y");
  add(stem(1));
  return lemmas;
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_noun(const Word& word) {
  return word.upos == Upos::noun || word.upos == Upos::propn;
}

bool is_nominal_link(const Word& word) {
  return is_relation(word.relation, "nmod") || word.relation == "amod" ||
         is_relation(word.relation, "compound");
}

bool has_feature(const Word& word, std::string_view feature) {
  return word.features.find(feature) != std::string::npos;
}

bool is_plural(const Word& word) {
  return word.xpos == "NNS" || word.xpos == "NNPS" ||
         has_feature(word, "Number=Plur");
}

WordIndex after_rank(const Tree& tree, WordIndex word) {
  constexpr WordIndex most_words = 3;  // "Navy Rear Adm."
  const auto& words = tree.sentence().words;
  const WordIndex end = std::min<WordIndex>(words.size(), word + most_words);
  WordIndex next = word;
  while (next < end && words[next].upos == Upos::propn &&
         (words[next].relation == "nmod:desc" ||
          is_relation(words[next].relation, "compound")))
    ++next;
  return next > word && words[next - 1].relation == "nmod:desc" ? next : word;
}

}  // namespace demarche
