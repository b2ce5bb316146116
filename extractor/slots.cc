#include "extractor/slots.h"

#include <algorithm>

#include "extractor/meanings.h"
#include "extractor/noun_phrase.h"

namespace demarche {
namespace {

constexpr int most_steps = 8;  ///< Up a tree.

bool has_case(const Tree& tree, WordIndex word, std::string_view preposition) {
  for (const WordIndex child : tree.children(word)) {
    const Word& marker = tree[child];
    const bool marks = (is_relation(marker.relation, "case") ||
                        is_relation(marker.relation, "mark")) &&
                       marker.xpos != "TO";  // "to oversee" is no destination
    if (marks && (marker.lemma == preposition || marker.form == preposition))
      return true;
  }
  return false;
}

void append_conjuncts(const Tree& tree, WordIndex word,
                      std::vector<WordIndex>& words) {
  words.push_back(word);
  for (const WordIndex child : tree.children(word)) {
    const bool joined = is_relation(tree[child].relation, "conj");
    // "Russia and China": nouns join nouns; a clause joined to a noun by a
    // parser's mistake does not fill its role.
    if (joined && tree[child].upos != Upos::verb) words.push_back(child);
  }
}

bool is_relative_pronoun(const Word& word) {
  return word.xpos == "WDT" || word.xpos == "WP" ||
         has_feature(word, "PronType=Rel");
}

/// The noun that a relative clause is about, for its pronoun: "voters" for
/// "who" of "voters who backed Chad"; any other word itself.
WordIndex antecedent(const Tree& tree, WordIndex word) {
  if (!is_relative_pronoun(tree[word])) return word;
  WordIndex clause = tree[word].head;
  for (int steps = 0; steps < most_steps && clause != no_word; ++steps) {
    const std::string& relation = tree[clause].relation;
    if (relation == "acl:relcl") return tree[clause].head;
    if (relation != "ccomp" && relation != "xcomp" && relation != "conj") break;
    clause = tree[clause].head;
  }
  return word;
}

/// The agent by an explicit dependent of `word` alone: "Chad" of "who Chad
/// met with".
std::optional<WordIndex> own_agent(const Tree& tree, WordIndex word) {
  if (is_passive(tree, word)) {
    if (const auto agent = tree.child(word, {"obl:agent"})) return agent;
    const auto by = find_prepositional(tree, word, "by");
    if (!by.empty()) return by.front();
    return std::nullopt;
  }
  std::optional<WordIndex> agent;
  for (const WordIndex child : tree.children(word)) {
    const std::string& relation = tree[child].relation;
    if (!is_relation(relation, "nsubj") || relation == "nsubj:pass") continue;
    if (!agent || (child < word && is_relative_pronoun(tree[*agent])))
      agent = child;
  }
  if (agent) agent = antecedent(tree, *agent);
  return agent;
}

bool has_subject(const Tree& tree, WordIndex word) {
  return tree.child(word, {"nsubj", "csubj"}).has_value();
}

bool is_somebody(const Word& word) {
  return word.upos == Upos::propn ||
         (word.upos == Upos::pron && word.lemma != "it");
}

/// Whether the object of its governor is who does what an adverbial clause
/// says: "accused the ministry of hiding", "sued Chad for hiding", but "met
/// Chad before hiding".
bool is_of_object(const Tree& tree, WordIndex clause, WordIndex object) {
  const auto mark = tree.child(clause, {"mark"});
  if (!mark || clause < object) return false;
  const std::string& lemma = tree[*mark].lemma;
  if (lemma == "of" || lemma == "from" || lemma == "against" || lemma == "into")
    return true;
  return is_somebody(tree[object]) && (lemma == "for" || lemma == "to");
}

/// Who controls a verb that has no subject of its own: "urged Armenia to
/// return", "accused Armenia of abandoning".
std::optional<WordIndex> controller(const Tree& tree, WordIndex word) {
  const WordIndex governor = tree[word].head;
  const std::string& relation = tree[word].relation;
  if (const auto object = tree.child(governor, {"obj", "iobj"}))
    if (relation == "xcomp" ||
        (relation == "advcl" && is_of_object(tree, word, *object)))
      return object;
  if (is_passive(tree, governor))
    if (const auto subject = tree.child(governor, {"nsubj"})) return subject;
  return std::nullopt;
}

/// Whether the analysis calls the subject of a passive who acts, by mistake.
bool is_misread(const Tree& tree, const Frame& frame,
                const Argument& argument) {
  const Word& head = tree[argument.head];
  return argument.role == "ARG0" && head.relation == "nsubj:pass" &&
         head.head == frame.predicate;
}

std::vector<WordIndex> frame_slot(const Tree& tree, const Frame& frame,
                                  std::string_view role) {
  std::vector<WordIndex> heads;
  for (const Argument& argument : frame.arguments)
    if (argument.role == role && argument.head != frame.predicate &&
        !is_misread(tree, frame, argument))
      append_conjuncts(tree, argument.head, heads);
  return heads;
}

bool fills_any_role(const Tree& tree, const Frame* frame, WordIndex word) {
  if (frame == nullptr) return false;
  return std::any_of(frame->arguments.begin(), frame->arguments.end(),
                     [&](const Argument& a) {
                       return a.head == word && !is_misread(tree, *frame, a);
                     });
}

std::vector<WordIndex> roleset_slot(const Tree& tree, WordIndex word,
                                    std::string_view slot) {
  const Frame* frame = find_frame(tree.sentence(), word);
  if (frame != nullptr) {
    auto heads = frame_slot(tree, *frame, slot);
    if (!heads.empty()) return heads;
  }
  if (tree[word].upos != Upos::verb && !tree[word].xpos.starts_with("VB"))
    return {};
  std::optional<WordIndex> stand_in;
  if (slot == "ARG0") stand_in = find_agent(tree, word);
  if (slot == "ARG1") stand_in = find_patient(tree, word);
  if (!stand_in || fills_any_role(tree, frame, *stand_in)) return {};
  return with_conjuncts(tree, *stand_in);
}

std::vector<WordIndex> children_by_relation(
    const Tree& tree, WordIndex word,
    std::initializer_list<std::string_view> relations) {
  std::vector<WordIndex> found;
  for (const WordIndex child : tree.children(word))
    for (const std::string_view wanted : relations)
      if (is_relation(tree[child].relation, wanted)) {
        append_conjuncts(tree, child, found);
        break;
      }
  return found;
}

std::vector<WordIndex> modifiers(const Tree& tree, WordIndex word) {
  std::vector<WordIndex> found;
  for (const WordIndex child : tree.children(word)) {
    const std::string& relation = tree[child].relation;
    if (child < word &&
        (relation == "amod" || is_relation(relation, "compound") ||
         relation == "nmod" || relation == "nmod:desc"))
      append_conjuncts(tree, child, found);
  }
  return found;
}

/// What a hyphen joins to the begin of a word: "rebel" of "rebel-held".
std::vector<WordIndex> prefix(const Tree& tree, WordIndex word) {
  const auto& words = tree.sentence().words;
  const bool joined = word > 1 && words[word - 1].upos == Upos::punct &&
                      words[word - 2].span.end == words[word - 1].span.begin &&
                      words[word - 1].span.end == words[word].span.begin;
  if (!joined) return {};
  return {word - 2};
}

/// The noun that a participle or adjective modifies: "town" of "rebel-held
/// town".
std::vector<WordIndex> modified(const Tree& tree, WordIndex word) {
  const std::string& relation = tree[word].relation;
  const bool modifies = is_relation(relation, "amod") || relation == "acl" ||
                        is_relation(relation, "compound");
  if (modifies && tree[word].head != no_word)
    return with_conjuncts(tree, tree[word].head);
  // "rebel-held Bol", however it was parsed.
  const WordIndex next = word + 1;
  if (next < tree.sentence().words.size() && !prefix(tree, word).empty() &&
      (tree[next].upos == Upos::noun || tree[next].upos == Upos::propn))
    return {next};
  return {};
}

bool is_unmarked_noun(const Tree& tree, WordIndex word) {
  return (tree[word].upos == Upos::noun || tree[word].upos == Upos::propn) &&
         !tree.child(word, {"case", "mark", "cop", "nsubj"});
}

/// "a blockade" in "called the action a blockade": a second noun phrase after
/// the object, wherever the parser hangs it.
std::vector<WordIndex> predicate(const Tree& tree, WordIndex word) {
  const auto object = tree.child(word, {"obj", "nsubj:pass"});
  if (!object) return {};
  for (const WordIndex child : tree.children(word))
    if (child > std::max(word, *object) && is_unmarked_noun(tree, child) &&
        (tree[child].relation == "xcomp" || tree[child].relation == "obj") &&
        child != *object)
      return {child};
  for (const WordIndex child : tree.children(*object))
    if (child > *object && is_unmarked_noun(tree, child) &&
        (tree[child].relation == "nmod" || tree[child].relation == "dep") &&
        tree.child(child, {"det"}))
      return {child};
  return {};
}

}  // namespace

bool is_passive(const Tree& tree, WordIndex verb) {
  if (tree.child(verb, {"nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"}))
    return true;
  const Word& word = tree[verb];
  if (word.xpos != "VBN" || word.relation == "acl:relcl") return false;
  // "Asked about it, she left", but "having left".
  return is_relation(word.relation, "acl") ||
         (word.relation == "advcl" && !tree.child(verb, {"aux", "obj"}));
}

std::optional<WordIndex> find_agent(const Tree& tree, WordIndex word) {
  for (int steps = 0; steps < most_steps; ++steps) {
    if (const auto agent = own_agent(tree, word)) return agent;
    if (is_passive(tree, word) || has_subject(tree, word)) return std::nullopt;
    const WordIndex governor = tree[word].head;
    if (governor == no_word) return std::nullopt;
    const std::string& relation = tree[word].relation;
    const bool is_clause = tree[governor].upos == Upos::verb ||
                           tree[governor].upos == Upos::aux ||
                           has_subject(tree, governor);
    if (is_relation(relation, "acl") && !is_clause) return governor;
    // A noun that is set beside a clause speaks of it: "they left, a claim".
    const bool is_beside =
        relation == "parataxis" && tree[word].upos != Upos::noun;
    const bool open = relation == "xcomp" || relation == "conj" ||
                      is_relation(relation, "advcl") || is_beside ||
                      relation == "ccomp";
    if (!open || !is_clause) return std::nullopt;
    if (const auto control = controller(tree, word)) return control;
    word = governor;
  }
  return std::nullopt;
}

std::optional<WordIndex> find_patient(const Tree& tree, WordIndex word) {
  if (is_passive(tree, word)) {
    if (const auto subject = tree.child(word, {"nsubj:pass"}))
      return antecedent(tree, *subject);
    const WordIndex governor = tree[word].head;
    if (governor == no_word) return std::nullopt;
    if (tree[word].relation == "acl") return governor;
    if (tree[word].relation == "advcl") return tree.child(governor, {"nsubj"});
    return std::nullopt;
  }
  const auto object = tree.child(word, {"obj"});
  return object ? antecedent(tree, *object) : object;
}

std::vector<WordIndex> find_prepositional(const Tree& tree, WordIndex word,
                                          std::string_view preposition) {
  std::vector<WordIndex> found;
  for (const WordIndex child : tree.children(word)) {
    const std::string& relation = tree[child].relation;
    const bool oblique =
        is_relation(relation, "obl") || is_relation(relation, "nmod") ||
        is_relation(relation, "advcl") || is_relation(relation, "acl") ||
        is_relation(relation, "ccomp");
    if (oblique && has_case(tree, child, preposition))
      append_conjuncts(tree, child, found);
  }
  return found;
}

std::vector<WordIndex> with_conjuncts(const Tree& tree, WordIndex word) {
  std::vector<WordIndex> words;
  append_conjuncts(tree, word, words);
  return words;
}

std::vector<WordIndex> find_slot(const Tree& tree, WordIndex word,
                                 std::string_view slot) {
  if (slot.starts_with("ARG")) return roleset_slot(tree, word, slot);
  if (slot == "subject") {
    const auto agent = find_agent(tree, word);
    return agent ? with_conjuncts(tree, *agent) : std::vector<WordIndex>{};
  }
  if (slot == "object") {
    if (const auto patient = find_patient(tree, word))
      return with_conjuncts(tree, *patient);
    const Frame* frame = find_frame(tree.sentence(), word);
    if (frame == nullptr || is_passive(tree, word)) return {};
    auto heads = frame_slot(tree, *frame, "ARG1");
    std::erase_if(heads, [&](WordIndex head) {
      return tree[head].upos == Upos::verb;  // A clause is no object.
    });
    return heads;
  }
  if (slot == "possessive")
    return children_by_relation(tree, word, {"nmod:poss"});
  if (slot == "modifier") return modifiers(tree, word);
  if (slot == "modified") return modified(tree, word);
  if (slot == "prefix") return prefix(tree, word);
  if (slot == "predicate") return predicate(tree, word);
  return find_prepositional(tree, word, slot);
}

std::optional<WordIndex> governing_verb(const Tree& tree, WordIndex noun) {
  const WordIndex head = tree[noun].head;
  if (head == no_word) return std::nullopt;
  const std::string& relation = tree[noun].relation;
  const bool verbal =
      tree[head].upos == Upos::verb || tree[head].xpos.starts_with("VB");
  const bool dependent = relation == "obj" || relation == "nsubj:pass" ||
                         is_relation(relation, "obl");
  if (verbal && dependent) return head;
  // "the talks held in Moscow": the noun heads the participle instead.
  return std::nullopt;
}

}  // namespace demarche
