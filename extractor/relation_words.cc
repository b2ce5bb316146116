#include "extractor/relation_words.h"

#include <algorithm>
#include <string>

#include "extractor/sentence_names.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

bool fits_part_of_speech(const LexicalEntry& entry, const Word& word) {
  const std::string& wanted = entry.part_of_speech;
  if (wanted.empty() || wanted == name_of(word.upos)) return true;
  if (wanted == "NOUN") return word.upos == Upos::propn;
  return wanted == "VERB" && word.xpos.starts_with("VB");
}

/// Whether a dependent of `word` is the preposition or conjunction "as".
bool is_after_as(const Tree& tree, WordIndex word) {
  for (const WordIndex child : tree.children(word))
    if (tree[child].lemma == "as" &&
        (is_relation(tree[child].relation, "case") ||
         is_relation(tree[child].relation, "mark")))
      return true;
  return false;
}

/// Of what a complement of `verb` speaks: "named her", "she remains".
std::vector<WordIndex> complemented(const Tree& tree, WordIndex verb) {
  if (!is_passive(tree, verb))
    if (const auto object = tree.child(verb, {"obj"}))
      return with_conjuncts(tree, *object);
  if (const auto subject = tree.child(verb, {"nsubj"}))
    return with_conjuncts(tree, *subject);
  if (is_relation(tree[verb].relation, "acl") && tree[verb].head != no_word)
    return {tree[verb].head};
  return {};
}

Effect effect_of_word(const Word& word, const Ontology& ontology) {
  for (const std::string& lemma : {to_lower(word.lemma), to_lower(word.form)})
    for (const LexicalEntry* entry : ontology.entries_of_lemma(lemma))
      if (entry->effect != Effect::none && entry->lemmas.size() == 1 &&
          fits_part_of_speech(*entry, word))
        return entry->effect;
  return Effect::none;
}

Factuality weaker(Factuality factuality, Effect effect) {
  const bool negative = factuality == Factuality::certain_negative;
  switch (effect) {
    case Effect::negating:
    case Effect::negative_implicative:
    case Effect::denying:
      return negative ? Factuality::certain_positive
                      : Factuality::certain_negative;
    case Effect::possible:
    case Effect::alleged:
    case Effect::suspecting:
      return negative ? Factuality::possible_negative
                      : Factuality::possible_positive;
    case Effect::probable:
    case Effect::believing:
      return negative ? Factuality::probable_negative
                      : Factuality::probable_positive;
    case Effect::conditional:
    case Effect::future:
    case Effect::intending:
    case Effect::requesting:
      return Factuality::unknown;
    default:
      return factuality;
  }
}

bool modifies_clause(const Word& word) {
  for (const std::string_view relation : {"advmod", "aux", "mark", "det", "cc"})
    if (is_relation(word.relation, relation)) return true;
  return false;
}

}  // namespace

RelationWord find_relation_word(const Tree& tree, WordIndex word,
                                const Ontology& ontology) {
  RelationWord best;
  best.head = word;
  for (const std::string& lemma : possible_lemmas(tree[word]))
    for (const LexicalEntry* entry : ontology.entries_of_lemma(lemma)) {
      if (entry->relation == PropertyId::none ||
          !fits_part_of_speech(*entry, tree[word]))
        continue;
      const WordRange words = match_entry(tree, *entry, word);
      if (words.end - words.first > best.words.end - best.words.first) {
        best.entry = entry;
        best.words = words;
      }
    }
  return best;
}

std::optional<WordIndex> find_name_after(const Tree& tree, WordIndex noun) {
  const WordIndex next = noun + 1;
  if (tree[noun].relation != "nmod:desc" ||
      next == tree.sentence().words.size())
    return std::nullopt;
  const auto& names = tree.sentence().names;
  const auto name =
      std::partition_point(names.begin(), names.end(),
                           [&](const Name& one) { return one.end <= next; });
  if (name != names.end() && name->type == "PER" && name->first <= next)
    return head_of(tree.sentence(), next, name->end);
  return std::nullopt;
}

Bearers find_bearers(const Tree& tree, WordIndex noun) {
  const Word& word = tree[noun];
  if (tree.child(noun, {"cop"})) {
    auto subject = tree.child(noun, {"nsubj"});
    if (!subject && is_relation(word.relation, "conj"))
      subject = tree.child(word.head, {"nsubj"});
    if (subject) return {with_conjuncts(tree, *subject), noun};
    const bool relative = is_relation(word.relation, "acl");
    return {relative ? std::vector{word.head} : std::vector<WordIndex>{}, noun};
  }
  if (word.head == no_word) return {{noun}, noun};
  if (const auto name = find_name_after(tree, noun)) return {{*name}, noun};
  const Upos above = tree[word.head].upos;
  const bool in_clause = above == Upos::verb || above == Upos::adj;
  const bool completes = is_relation(word.relation, "xcomp") ||
                         ((is_relation(word.relation, "obl") ||
                           is_relation(word.relation, "advcl")) &&
                          is_after_as(tree, noun));
  if (in_clause && completes) return {complemented(tree, word.head), word.head};
  if (is_relation(word.relation, "appos") || word.relation == "nmod:desc" ||
      (is_relation(word.relation, "compound") && above == Upos::propn))
    return {with_conjuncts(tree, word.head), noun};
  if (const auto name = tree.child(noun, {"flat", "appos"}))
    return {{*name}, noun};
  return {{noun}, noun};
}

Factuality factuality_of(const Tree& tree, WordIndex clause,
                         const Ontology& ontology) {
  Factuality factuality = Factuality::certain_positive;
  for (const WordIndex child : tree.children(clause))
    if (modifies_clause(tree[child]))
      factuality = weaker(factuality, effect_of_word(tree[child], ontology));
  const Word& word = tree[clause];
  if (word.upos == Upos::verb)
    factuality = weaker(factuality, effect_of_word(word, ontology));
  if (is_relation(word.relation, "xcomp") && word.head != no_word)
    factuality = weaker(factuality, effect_of_word(tree[word.head], ontology));
  return factuality;
}

}  // namespace demarche
