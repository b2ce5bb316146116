#ifndef DEMARCHE_GRAPHS_COMPARABLE_CLAIM_H_
#define DEMARCHE_GRAPHS_COMPARABLE_CLAIM_H_

#include <optional>
#include <string>
#include <vector>

#include "extractor/extraction.h"
#include "graphs/claim_participants.h"
#include "ontology/ontology.h"

// Claims in a form in which those of different texts can be compared: who did
// what to whom, in what kind of event, about what, when, how many.

namespace demarche {

/// A claim of one text.  Spans and ids are those of its extraction.
struct ComparableClaim {
  ClaimId id{};
  Span words;  ///< The trigger.
  Span sentence;
  std::uint32_t sentence_number = 0;
  ClassId type = ClassId::none;  ///< None for relations and untyped frames.
  PropertyId relation = PropertyId::none;  ///< Of standing relations.
  std::string lemma;                       ///< Of the trigger.
  std::vector<Participant> sources;        ///< Who acts.
  std::vector<Participant> others;         ///< Whom the act meets.
  std::vector<std::string> theme;   ///< Lemmas of what it is about, sorted.
  std::vector<std::string> around;  ///< Those of its sentence.
  Factuality factuality = Factuality::unknown;  ///< The claimer's view.
  std::string date;                             ///< EDTF, or "".
  /// This, or else those of its sentence, where it is the article's own.
  std::vector<std::string> dates;
  /// Borrowed from the extraction.
  std::vector<const Quantity*> numbers;
  /// These, and what stands in the phrases of its roles.
  std::vector<const Quantity*> all_numbers;
  /// Lemmas of how, why and how far, sorted.
  std::vector<std::string> circumstances;
  /// Lemmas of events that fill its roles: what is said, wanted, begun.
  std::vector<std::string> contents;
  std::vector<std::string> names;  ///< Of its sentence, as lemmas, sorted.
  bool long_ago = false;  ///< Of a date at least two months before its article.
  /// Nobody is told to act, not even by a word that is no name or noun.
  bool agentless = false;
  int negations = 0;      ///< Words that negate, in its sentence.
  bool attitude = false;  ///< That somebody thinks or wants something.
  bool lists = false;     ///< Names some of many: "the dead include two girls".
  bool aside = false;     ///< "the appeal filed in May": said by the way.
  bool selects = false;   ///< Tells which are meant: "states that banned it".
  bool empty_verb = false;  ///< "do", which its object says nothing of.
  int rank = 0;             ///< Of "a third meeting"; 0: not told.
  bool speech = false;      ///< That somebody said something.
  bool nominal = false;     ///< Told by a noun.
  bool denied = false;  ///< Its claimer denies it, as if somebody had said it.
  /// Negated or denied where it stands, and not by what it is a part of: "no
  /// fault in the talks" is no denial of talks.
  bool negated_itself = false;
  /// Who says so, the outermost first; empty: the article itself.
  std::vector<Participant> claimers;
  std::string published;  ///< The day of its article, or "".
};

/// The claims of an extraction that commit somebody to something: typed
/// events, standing relations, what verbs without a type tell of known
/// participants, and what is denied without being said again.  Of speech only
/// what others claim or what is denied.  What nobody is committed to (plans,
/// requests, conditions, questions, acts in general) is left out.
std::vector<ComparableClaim> comparable_claims(const Extraction& extraction,
                                               const Ontology& ontology);

bool is_positive(Factuality factuality);

/// The lemmas of the words that mean something within `span`, sorted.
std::vector<std::string> content_lemmas(const Analysis& analysis, Span span);

}  // namespace demarche

#endif
