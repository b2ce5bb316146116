#include "extractor/sentence_names.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "extractor/gazetteer_names.h"
#include "extractor/grammar_words.h"
#include "extractor/link_entities.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

bool is_possessive_mark(const Word& word) {
  return word.xpos == "POS" || (word.upos == Upos::part && word.form != "to");
}

/// Without punctuation and possessive marks at the ends, and without article.
Name trimmed(const Sentence& sentence, Name name) {
  const auto is_edge = [&](WordIndex i) {
    const Word& word = sentence.words[i];
    return word.upos == Upos::punct || is_possessive_mark(word);
  };
  while (name.first < name.end && is_edge(name.end - 1)) --name.end;
  while (
      name.first < name.end &&
      (is_edge(name.first) || (name.first + 1 < name.end &&
                               sentence.words[name.first].upos == Upos::det)))
    ++name.first;
  return name;
}

/// One past the last title in a person's name that still leaves a name.
WordIndex end_of_titles(const Tree& tree, const Name& name,
                        const Ontology& ontology) {
  WordIndex end = name.first;
  for (WordIndex i = name.first; i + 1 < name.end; ++i) {
    const auto title = find_denotation(tree, i, ontology);
    const bool fits =
        title && title.words.first >= name.first && title.words.end < name.end;
    if (fits) end = std::max(end, title.words.end);
  }
  return end;
}

Name without_titles(const Tree& tree, Name name, const Ontology& ontology) {
  if (name.type == "PER") name.first = end_of_titles(tree, name, ontology);
  return name;
}

/// How a name that the gazetteer knows meets the analyser's.
enum class Meeting { none, equal, around, inside, across };

Meeting meeting_of(const Name& a, const Name& b) {
  if (a.end <= b.first || b.end <= a.first) return Meeting::none;
  if (a.first == b.first && a.end == b.end) return Meeting::equal;
  if (a.first <= b.first && b.end <= a.end) return Meeting::around;
  if (b.first <= a.first && a.end <= b.end) return Meeting::inside;
  return Meeting::across;
}

/// Whether `inner` may stand as a name of its own inside `outer`.
bool may_nest(const Sentence& sentence, const Name& inner, const Name& outer) {
  if (outer.type != "ORG" && outer.type != "FAC" && outer.type != "EVENT" &&
      outer.type != "MISC")
    return false;
  const WordIndex head = head_of(sentence, outer.first, outer.end);
  if (inner.first <= head && head < inner.end) return false;
  return inner.first == outer.first ||
         sentence.words[inner.first - 1].upos == Upos::adp;
}

/// Lets a name of the gazetteer meet one of the analyser's, whose end is set
/// to its beginning if it gives way; whether both can stand.
bool settle(const Sentence& sentence, const Name& known, Name* name) {
  switch (meeting_of(known, *name)) {
    case Meeting::equal:
      // What the gazetteer knows by this name is no person unless it says so.
      if (name->type == "MISC" || name->type == "PER") name->type = known.type;
      return false;
    case Meeting::around:
      name->end = name->first;
      return true;
    case Meeting::inside:
      return may_nest(sentence, known, *name);
    case Meeting::across:
      return false;
    case Meeting::none:
      break;
  }
  return true;
}

/// The names of `names`, in text order, that end after `word` begins.
std::vector<Name>::iterator first_after(WordIndex word,
                                        std::vector<Name>* names) {
  return std::partition_point(
      names->begin(), names->end(),
      [&](const Name& name) { return name.end <= word; });
}

/// "Partnership for", of which the analyser left out the rest, with it; or
/// without the preposition, if no name follows.
Name completed(const Sentence& sentence, Name name) {
  const auto& words = sentence.words;
  if (name.end < name.first + 2 || words[name.end - 1].upos != Upos::adp)
    return name;
  const WordIndex after = name.end;
  const bool person = std::any_of(
      sentence.names.begin(), sentence.names.end(), [&](const Name& other) {
        return other.type == "PER" && other.first == after;
      });
  if (!person)
    while (name.end < words.size() && words[name.end].upos == Upos::propn)
      ++name.end;
  if (name.end == after) --name.end;
  return name;
}

bool has_letter(const Sentence& sentence, const Name& name) {
  for (WordIndex i = name.first; i < name.end; ++i)
    if (sentence.words[i].upos != Upos::num) return true;
  return false;
}

/// "Mr." without a name.
bool is_mere_title(const Sentence& sentence, const Name& name) {
  const std::string& form = sentence.words[name.first].form;
  return name.end == name.first + 1 && form.ends_with('.') &&
         gender_of_noun(to_lower(form)) != Gender::unknown;
}

/// The party in "Awa Sy (R-Ohio)": one letter before a hyphen.
bool is_initial_of_party(const Sentence& sentence, const Name& name) {
  const Word& word = sentence.words[name.first];
  if (name.end != name.first + 1 || word.form.size() != 1 ||
      name.end == sentence.words.size())
    return false;
  const Word& next = sentence.words[name.end];
  return next.form == "-" && next.span.begin == word.span.end;
}

/// "the Bishop of Bol", "the junta": a noun of the lexicon read as a person.
bool is_title_alone(const Tree& tree, const Name& name,
                    const Ontology& ontology) {
  if (name.type != "PER" || name.end != name.first + 1 ||
      !find_denotation(tree, name.first, ontology))
    return false;
  const char first = tree[name.first].form[0];
  return (first >= 'a' && first <= 'z') ||
         (determiner_of(tree, name.first) == "the" &&
          tree.child(name.first, {"nmod"}));
}

std::vector<Name> names_read(const Tree& tree, const Ontology& ontology) {
  std::vector<Name> names;
  for (const Name& read : tree.sentence().names) {
    const Name name = without_titles(
        tree, completed(tree.sentence(), trimmed(tree.sentence(), read)),
        ontology);
    if (name.first < name.end && has_letter(tree.sentence(), name) &&
        !is_mere_title(tree.sentence(), name) &&
        !is_title_alone(tree, name, ontology) &&
        !is_initial_of_party(tree.sentence(), name))
      names.push_back(name);
  }
  return names;
}

/// "Chadian" of "Chadian Defence Ministry", where the gazetteer has the whole
/// as a body of that state.
std::optional<Name> state_before(const Sentence& sentence, const Name& known,
                                 const Ontology& ontology) {
  if (known.type != "ORG" || known.end < known.first + 2) return std::nullopt;
  const auto whole =
      ontology.find_label(text_of(sentence, known.first, known.end));
  const ClassId body = ontology.find_class("GovernmentBody");
  const ClassId force = ontology.find_class("ArmedForce");
  for (const LabelMatch& match :
       ontology.find_label(sentence.words[known.first].form))
    for (const LabelMatch& owned : whole) {
      const Concept& one = ontology[owned.concept_id];
      if (match.kind == LabelKind::adjective &&
          one.country == match.concept_id &&
          (ontology.is_a(one.type, body) || ontology.is_a(one.type, force)))
        return Name{known.first, known.first + 1, "NORP"};
    }
  return std::nullopt;
}

}  // namespace

std::vector<Name> find_sentence_names(const Tree& tree,
                                      const Ontology& ontology) {
  const Sentence& sentence = tree.sentence();
  std::vector<Name> names = names_read(tree, ontology);
  std::vector<Name> added;
  for (const Name& found : find_gazetteer_names(sentence, ontology)) {
    const Name known = trimmed(sentence, found);
    bool add = true;
    for (auto name = first_after(known.first, &names);
         name != names.end() && name->first < known.end; ++name)
      add = settle(sentence, known, &*name) && add;
    if (add) added.push_back(known);
    if (const auto inner = state_before(sentence, known, ontology))
      added.push_back(*inner);
  }
  std::erase_if(names, [](const Name& name) { return name.first == name.end; });
  names.insert(names.end(), added.begin(), added.end());
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
    return std::tuple(a.first, b.end) < std::tuple(b.first, a.end);
  });
  return names;
}

WordIndex head_of(const Sentence& sentence, WordIndex first, WordIndex end) {
  for (WordIndex i = first; i < end; ++i) {
    const Word& word = sentence.words[i];
    const bool outside =
        word.head == no_word || word.head < first || word.head >= end;
    if (outside && word.upos != Upos::punct && word.upos != Upos::det &&
        word.upos != Upos::adp)
      return i;
  }
  return end - 1;
}

std::string name_around(const Sentence& sentence, WordIndex word) {
  for (const Name& name : sentence.names)
    if (name.first <= word && word < name.end)
      return text_of(sentence, name.first, name.end);
  return sentence.words[word].form;
}

}  // namespace demarche
