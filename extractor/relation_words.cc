#include "extractor/relation_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "extractor/clause_grammar.h"
#include "extractor/noun_phrase.h"
#include "extractor/sentence_names.h"
#include "extractor/slots.h"

namespace demarche {
namespace {

bool fits_part_of_speech(const LexicalEntry& entry, const Word& word) {
  const std::string_view wanted = entry.part_of_speech;
  if (wanted.empty() || wanted == name_of(word.upos)) return true;
  if (wanted == "NOUN") return word.upos == Upos::propn;
  return (wanted == "VERB" && word.xpos.starts_with("VB")) ||
         (wanted == "ADJ" && word.xpos == "JJ");
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

/// Whether a noun completes the clause above it: "remains an ally", "is seen
/// as a member".
bool completes(const Tree& tree, WordIndex noun) {
  const Word& word = tree[noun];
  if (word.head == no_word) return false;
  const Upos above = tree[word.head].upos;
  const bool in_clause = above == Upos::verb || above == Upos::adj;
  return in_clause && (is_relation(word.relation, "xcomp") ||
                       ((is_relation(word.relation, "obl") ||
                         is_relation(word.relation, "advcl")) &&
                        is_after_as(tree, noun)));
}

/// Of "… Awa Sy, and the mayor, Idris Ba": the name after a noun that begins
/// the last part of a list, which the parser may hang on the name before it.
std::optional<WordIndex> name_after_comma(const Tree& tree, WordIndex noun) {
  const WordRange phrase = noun_phrase(tree, noun);
  const auto& words = tree.sentence().words;
  if (phrase.first == 0 || words[phrase.first - 1].upos != Upos::cconj ||
      phrase.end + 1 >= words.size() || words[phrase.end].form != ",")
    return std::nullopt;
  for (const Name& name : tree.sentence().names)
    if (name.type == "PER" && name.first == phrase.end + 1)
      return head_of(tree.sentence(), name.first, name.end);
  return std::nullopt;
}

/// "Awa Sy; the mayor; and others": no apposition, though it was read as one.
bool is_after_semicolon(const Tree& tree, WordIndex noun) {
  for (WordIndex i = tree[noun].head; i < noun; ++i)
    if (tree[i].form == ";") return true;
  return false;
}

/// What a title or apposition describes: of several names joined, all by a
/// plural ("allies Chad and Mali"), else the first by a title and the last by
/// an apposition ("Awa Sy and Idris Ba, the mayor").
std::vector<WordIndex> described_by(const Tree& tree, WordIndex noun) {
  if (is_after_semicolon(tree, noun)) return {};
  std::vector<WordIndex> words = with_conjuncts(tree, tree[noun].head);
  if (!is_plural(tree[noun]) && is_relation(tree[noun].relation, "appos")) {
    if (const auto name = name_after_comma(tree, noun)) return {*name};
    if (const auto name = name_before_comma(tree, noun)) return {*name};
  }
  // "senators Sy and Ba and former mayor Diop": he has a title of his own.
  if (is_plural(tree[noun])) {
    std::erase_if(words, [&](WordIndex word) {
      return word != tree[noun].head &&
             (tree.child(word, {"nmod:desc"}) ||
              (word > 0 && tree[word - 1].upos == Upos::noun) ||
              (tree[word].upos == Upos::noun && find_name_after(tree, word)));
    });
    return words;
  }
  WordIndex last = words.front();
  for (const WordIndex word : words)
    if (word < noun && word > last) last = word;
  return {last};
}

bool is_hyphen(const Word& word) {
  return word.form == "-" || word.form == "\u2010" || word.form == "\u2011" ||
         word.form == "\u2013";
}

bool touches(const Word& left, const Word& right) {
  return left.span.end == right.span.begin;
}

/// What stands before a hyphen and a title: "then-president", "ex-minister".
bool is_prefix(const Word& word) {
  constexpr std::array<std::string_view, 8> prefixes = {
      "then", "ex", "vice", "co", "deputy", "former", "now", "past"};
  const std::string form = to_lower(word.form);
  return std::find(prefixes.begin(), prefixes.end(), form) != prefixes.end();
}

/// Verbs of relations have other senses with a clause ("led us to see it") or
/// a measure ("leads the field by five points").
bool says_other(const Tree& tree, WordIndex verb) {
  if (tree[verb].upos != Upos::verb) return false;
  if (tree.child(verb, {"xcomp"})) return true;
  for (const WordIndex child : tree.children(verb))
    if (is_relation(tree[child].relation, "obl") &&
        tree.child(child, {"nummod"}) && !is_passive(tree, verb))
      if (const auto by = tree.child(child, {"case"}); by)
        if (tree[*by].lemma == "by") return true;
  return false;
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

/// Only what leaves it open: a failed candidate was one.
Factuality weaker_by_adjective(Factuality factuality, Effect effect) {
  const bool open = effect == Effect::future || effect == Effect::intending ||
                    effect == Effect::possible || effect == Effect::probable ||
                    effect == Effect::alleged || effect == Effect::suspecting;
  return open ? weaker(factuality, effect) : factuality;
}

bool modifies_clause(const Word& word) {
  for (const std::string_view relation : {"advmod", "aux", "mark", "det", "cc"})
    if (is_relation(word.relation, relation)) return true;
  return false;
}

/// The subject closest before a copula: what goes before it ("Key figures –
/// Awa Sy is the chair") may be read as one too.
std::optional<WordIndex> last_subject(const Tree& tree, WordIndex noun) {
  std::optional<WordIndex> last;
  for (const WordIndex child : tree.children(noun))
    if (is_relation(tree[child].relation, "nsubj") && (!last || child < noun))
      last = child;
  return last;
}

/// "the belief that they lead the bank", "asked whether they lead it"
bool is_content_of_noun(const Tree& tree, WordIndex clause) {
  const auto mark = tree.child(clause, {"mark"});
  if (!mark) return false;
  const std::string& lemma = tree[*mark].lemma;
  const std::string& relation = tree[clause].relation;
  const WordIndex head = tree[clause].head;
  return (lemma == "that" && head != no_word &&
          (is_relation(relation, "acl") || tree[head].upos == Upos::noun)) ||
         ((lemma == "whether" || lemma == "if") &&
          is_relation(relation, "ccomp"));
}

/// Whether what a verb says somebody is "as", he is: "serve", "elect"; not
/// "see" and "recognize".
bool makes_so(const Word& verb, const Ontology& ontology) {
  const ClassId appointment = ontology.find_class("Appointment");
  const auto entries = ontology.entries_of_lemma(to_lower(verb.lemma));
  return std::any_of(entries.begin(), entries.end(), [&](const auto* entry) {
    return entry->relation != PropertyId::none ||
           (entry->evokes != ClassId::none && appointment != ClassId::none &&
            ontology.is_a(entry->evokes, appointment));
  });
}

/// "continues to lead the bank"
bool goes_on(const Tree& tree, WordIndex clause, const Ontology& ontology) {
  const Word& word = tree[clause];
  return is_relation(word.relation, "xcomp") && word.head != no_word &&
         effect_of_word(tree[word.head], ontology) == Effect::implicative;
}

/// The effect of a word with those around it: "no longer", "as long as".
Effect effect_of_phrase(const Tree& tree, WordIndex word,
                        const Ontology& ontology) {
  constexpr WordIndex longest = 3;
  for (WordIndex back = 0; back < longest && back <= word; ++back)
    for (const LexicalEntry* entry :
         ontology.entries_of_lemma(to_lower(tree[word - back].lemma)))
      if (entry->effect != Effect::none && entry->lemmas.size() > 1) {
        const WordRange words = match_entry(tree, *entry, word);
        if (words.first + back == word && words.end > word)
          return entry->effect;
      }
  return effect_of_word(tree[word], ontology);
}

bool is_in_person_name(const Tree& tree, WordIndex word) {
  const auto& names = tree.sentence().names;
  return std::any_of(names.begin(), names.end(), [&](const Name& name) {
    return name.type == "PER" && name.first <= word && word < name.end;
  });
}

/// "and" of "the former Senate and White House aide", "'s" of "Sy's Shop".
bool is_between_names(const Tree& tree, WordIndex word) {
  const auto& words = tree.sentence().words;
  if (word == 0 || word + 1 == words.size()) return false;
  if (tree[word].upos == Upos::cconj)
    return words[word - 1].xpos == "NNP" && words[word + 1].xpos == "NNP" &&
           !is_in_person_name(tree, word - 1) &&
           !is_in_person_name(tree, word + 1);
  const auto& names = tree.sentence().names;
  return tree[word].upos == Upos::part &&
         std::any_of(names.begin(), names.end(), [&](const Name& name) {
           return name.type == "ORG" && name.first < word &&
                  word + 1 < name.end;
         });
}

bool may_precede_title(const Tree& tree, WordIndex word) {
  const Upos upos = tree[word].upos;
  return (upos == Upos::noun || upos == Upos::propn || upos == Upos::adj ||
          upos == Upos::adv || upos == Upos::num ||
          is_relation(tree[word].relation, "amod")) &&
         (!is_relation(tree[word].relation, "obl") ||
          tree.child(word, {"case"})) &&
         !is_in_person_name(tree, word);
}

}  // namespace

std::vector<WordIndex> words_before_title(const Tree& tree, WordIndex noun) {
  std::vector<WordIndex> found;
  for (WordIndex word = noun; word-- > 0;) {
    if (is_hyphen(tree[word]) && touches(tree[word], tree[word + 1])) continue;
    if (is_between_names(tree, word)) continue;
    if (!may_precede_title(tree, word)) break;
    found.push_back(word);
  }
  return found;
}

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
        best.entries.clear();
        best.words = words;
      }
      if (words == best.words && words.end > words.first)
        best.entries.push_back(entry);
    }
  return best;
}

bool is_part_of_other(const Tree& tree, const RelationWord& word) {
  const auto& words = tree.sentence().words;
  for (const Name& name : tree.sentence().names)
    if (name.type == "PER" && name.first < word.words.first &&
        word.head < name.end)
      return true;
  // "Students for Life of Chad", "the Bol Allies Caucus"
  constexpr WordIndex long_name = 3;
  for (const Name& name : tree.sentence().names)
    if (name.type == "ORG" && name.first <= word.words.first &&
        name.end >= name.first + long_name && word.words.end < name.end)
      return true;
  const WordIndex end = word.words.end;
  if (end + 1 < words.size() && is_hyphen(words[end]) &&
      touches(words[end], words[end + 1]))
    return is_noun(words[word.head]);
  const WordIndex first = word.words.first;
  if (first > 1 && is_hyphen(words[first - 1]) &&
      touches(words[first - 2], words[first - 1]) &&
      touches(words[first - 1], words[first]) && is_noun(words[word.head]))
    return !is_prefix(words[first - 2]);
  return (words[word.head].xpos == "VBG" &&
          is_relation(words[word.head].relation, "amod")) ||
         says_other(tree, word.head);
}

std::optional<PropertyId> find_change(const Tree& tree, WordIndex noun,
                                      const Ontology& ontology) {
  const std::string& form = tree[noun == 0 ? noun : noun - 1].form;
  for (const std::string_view prefix : {"ex-", "Ex-", "then-", "Then-"})
    if (form.starts_with(prefix) || tree[noun].form.starts_with(prefix))
      for (const LexicalEntry* entry : ontology.entries_of_lemma(
               to_lower(prefix.substr(0, prefix.size() - 1))))
        if (entry->slots.empty() && entry->relation != PropertyId::none)
          return entry->relation;
  const auto relation_of = [&](WordIndex word) -> std::optional<PropertyId> {
    const RelationWord found = find_relation_word(tree, word, ontology);
    for (const LexicalEntry* entry : found.entries)
      if (entry->slots.empty()) return entry->relation;
    return std::nullopt;
  };
  for (const WordIndex word : words_before_title(tree, noun))
    if (!is_noun(tree[word]) && tree[word].xpos != "VBG")
      if (const auto found = relation_of(word)) return found;
  // "former mayor and senator": "former" hangs on the first of two titles.
  const bool second = is_relation(tree[noun].relation, "conj") &&
                      !tree.child(noun, {"det", "nmod:poss"});
  // "They were among the members who objected", and still are.
  const auto preposition = tree.child(noun, {"case"});
  if (preposition && tree[*preposition].lemma == "among") return std::nullopt;
  for (const WordIndex owner : {noun, second ? tree[noun].head : noun})
    for (const WordIndex child : tree.children(owner)) {
      if (is_noun(tree[child]) || child > noun) continue;
      const bool copula = is_relation(tree[child].relation, "cop");
      if (copula ? owner != noun || tree[child].xpos != "VBD" : owner == noun)
        continue;
      if (const auto found = relation_of(child)) return found;
    }
  const WordIndex verb = tree[noun].head;
  if (verb == no_word || tree[verb].xpos != "VBD" || !completes(tree, noun))
    return std::nullopt;
  return relation_of(verb);
}

std::optional<WordIndex> find_name_after(const Tree& tree, WordIndex noun) {
  const WordIndex next = after_rank(tree, noun + 1);
  const bool joined = tree[noun].relation == "nmod:desc" ||
                      is_relation(tree[noun].relation, "conj") ||
                      is_relation(tree[noun].relation, "appos");
  if (!joined || is_plural(tree[noun]) || next == tree.sentence().words.size())
    return std::nullopt;
  const auto& names = tree.sentence().names;
  const auto name =
      std::partition_point(names.begin(), names.end(),
                           [&](const Name& one) { return one.end <= next; });
  if (name != names.end() && name->type == "PER" && name->first <= next)
    return head_of(tree.sentence(), next, name->end);
  return std::nullopt;
}

std::optional<WordIndex> name_before_comma(const Tree& tree, WordIndex noun) {
  const WordIndex first = noun_phrase(tree, noun).first;
  if (first < 2 || tree[first - 1].form != ",") return std::nullopt;
  WordIndex end = first - 1;
  // "Awa Sy (Ohio), a senator"
  if (tree[end - 1].form == ")")
    while (end > 1 && tree[--end].form != "(") {
    }
  for (const Name& name : tree.sentence().names)
    if (name.type == "PER" && name.end == end)
      return head_of(tree.sentence(), name.first, name.end);
  return std::nullopt;
}

Bearers find_bearers(const Tree& tree, WordIndex noun) {
  const Word& word = tree[noun];
  if (tree.child(noun, {"cop"})) {
    auto subject = last_subject(tree, noun);
    if (!subject && is_relation(word.relation, "conj"))
      subject = tree.child(word.head, {"nsubj"});
    if (subject) return {with_conjuncts(tree, *subject), noun};
    const bool relative = is_relation(word.relation, "acl");
    return {relative ? std::vector{word.head} : std::vector<WordIndex>{}, noun};
  }
  if (word.head == no_word) return {{noun}, noun};
  if (const auto name = find_name_after(tree, noun)) return {{*name}, noun};
  // "Awa Sy, a lawyer and member of the board", "is a lawyer and a member"
  if (is_relation(word.relation, "conj") &&
      tree[word.head].upos == Upos::noun &&
      !tree.child(noun, {"flat", "appos"})) {
    const WordIndex first = word.head;
    if (is_relation(tree[first].relation, "appos") ||
        tree.child(first, {"cop"}))
      return find_bearers(tree, first);
  }
  if (completes(tree, noun)) return {complemented(tree, word.head), word.head};
  // "others, including the mayor": no apposition.
  const bool apposed =
      is_relation(word.relation, "appos") && !tree.child(noun, {"case"});
  if (apposed || word.relation == "nmod:desc" ||
      (is_relation(word.relation, "compound") &&
       tree[word.head].upos == Upos::propn))
    return {described_by(tree, noun), noun};
  if (const auto name = tree.child(noun, {"flat", "appos"}))
    return {{*name}, noun};
  return {{noun}, noun};
}

std::optional<WordIndex> name_before_clause(const Tree& tree, WordIndex verb) {
  if (verb < 2 || tree[verb].xpos != "VBN" || tree[verb - 1].form != "," ||
      !tree.child(verb, {"obl:agent"}))
    return std::nullopt;
  for (const Name& name : tree.sentence().names)
    if (name.end + 1 == verb && name.type != "PER") {
      WordIndex head = head_of(tree.sentence(), name.first, name.end);
      const auto preposition = tree.child(head, {"case"});
      // "the Government of Chad"
      if (preposition && tree[*preposition].lemma == "of" &&
          tree[head].head < head)
        head = tree[head].head;
      return head;
    }
  return std::nullopt;
}

bool is_title_of_next(const Tree& tree, const RelationWord& word,
                      WordIndex subject) {
  const auto& names = tree.sentence().names;
  return is_noun(tree[word.head]) &&
         std::any_of(names.begin(), names.end(), [&](const Name& name) {
           return name.type == "PER" && name.first == word.words.end &&
                  (subject < name.first || subject >= name.end);
         });
}

bool is_seen_as(const Tree& tree, WordIndex noun, const Ontology& ontology) {
  return completes(tree, noun) && is_after_as(tree, noun) &&
         !makes_so(tree[tree[noun].head], ontology);
}

Factuality factuality_of(const Tree& tree, WordIndex clause,
                         const Ontology& ontology) {
  Factuality factuality = Factuality::certain_positive;
  for (const WordIndex child : tree.children(clause))
    if (modifies_clause(tree[child]))
      factuality = weaker(factuality, effect_of_phrase(tree, child, ontology));
  const Word& word = tree[clause];
  if (is_content_of_noun(tree, clause)) return Factuality::unknown;
  // "the incoming White House chief of staff", "the alleged leader"
  if (is_noun(word))
    for (const WordIndex before : words_before_title(tree, clause))
      if (!is_noun(tree[before]))
        factuality = weaker_by_adjective(
            factuality, effect_of_word(tree[before], ontology));
  if (word.upos == Upos::verb)
    factuality = weaker(factuality, effect_of_word(word, ontology));
  if (is_relation(word.relation, "xcomp") && word.head != no_word)
    factuality = weaker(factuality, effect_of_word(tree[word.head], ontology));
  if (is_infinitive(tree, clause) && !goes_on(tree, clause, ontology))
    return Factuality::unknown;
  return factuality;
}

}  // namespace demarche
