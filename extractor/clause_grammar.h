#ifndef DEMARCHE_EXTRACTOR_CLAUSE_GRAMMAR_H_
#define DEMARCHE_EXTRACTOR_CLAUSE_GRAMMAR_H_

#include <optional>

#include "extractor/tree.h"

namespace demarche {

// What the form of a clause or a phrase tells about its truth, whatever its
// words mean.  Each takes the word that heads the clause or phrase.

/// "to leave".
bool is_infinitive(const Tree& tree, WordIndex word);

/// "Leave now", "please do not ask": a bare form that no auxiliary makes a
/// statement.
bool is_imperative(const Tree& tree, WordIndex word);

/// "are going to leave": "going" stands for the future, and moves nowhere.
bool is_going_to(const Tree& tree, WordIndex word);

/// "is due to meet", where the parser joins "due to" and hangs it on the verb.
bool is_due_to(const Tree& tree, WordIndex word);

/// "if they leave": a clause whose conjunction makes it a condition of what
/// it hangs on.
bool is_condition(const Tree& tree, WordIndex word);

/// "before they leave", "until it ends", of what has not come yet.
bool is_awaited(const Tree& tree, WordIndex word);

/// "talked about leaving", "the idea of joining": what is thought of, not said
/// to be done.
bool is_mere_idea(const Tree& tree, WordIndex word);

/// "the first country to join": it did, unlike "a plan to join".
bool is_done_by_head(const Tree& tree, WordIndex word);

/// "The truce ended hostilities, with Chad ceding land": the verb of the clause
/// that a "with", a subject and a participle go with, also where the parser
/// hangs them on one of its nouns; nothing for anything else.
std::optional<WordIndex> governor_of_absolute(const Tree& tree, WordIndex word);

/// "blamed them for leaving": why somebody is blamed, praised or punished.
bool is_reason(const Tree& tree, WordIndex word);

/// Whether a coordinated verb is in the scope of the auxiliaries and negations
/// of the first one: "did not stay and fight", but "did not stay and left",
/// "never stayed and often left", where an "or" would make it common to both.
bool shares_auxiliaries(const Tree& tree, WordIndex word);

/// "cannot help but leave": whoever cannot help it does.
bool is_unavoidable(const Tree& tree, WordIndex word);

/// "who left", "why they left", but not "whether they left".
bool asks_for_detail(const Tree& tree, WordIndex word);

/// "anyone leaving", "that anybody ever left": a clause or phrase with a word
/// that leaves open whether there is such a thing.
bool is_about_any(const Tree& tree, WordIndex word);

/// "left", "had left", "was seen", "seen": a past form, finite or not.
bool is_past(const Tree& tree, WordIndex word);

/// "the attack", "their attack", "Kyiv": what a phrase names is known already
/// (Strawson 1950; Heim 1983), whatever is said of it.
bool is_definite(const Tree& tree, WordIndex word);

/// ", who left": a comma sets the clause off, which then tells of all of them.
bool is_set_off(const Tree& tree, WordIndex clause);

/// "not" of "not only", which denies nothing.
bool is_not_only(const Tree& tree, WordIndex word);

}  // namespace demarche

#endif
