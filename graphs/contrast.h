#ifndef DEMARCHE_GRAPHS_CONTRAST_H_
#define DEMARCHE_GRAPHS_CONTRAST_H_

#include <optional>

#include "graphs/comparable_claim.h"

// What two claims that seem to be about one event have to do with each other.
// A difference is a contradiction only if in other respects it is one event;
// in doubt it is the sign of another event.

namespace demarche {

enum class Contrast { none, polarity, actor, number, date };

/// "polarity"; "none".
const char* name_of(Contrast contrast);

/// How alike two claims are.
struct Resemblance {
  double kind = 0;  ///< Of event, 0 to 1.
  /// Who acts, whom the act meets: as `likeness` has it.
  std::optional<double> source, other;
  double theme = 0, sentence = 0;  ///< In their words, 0 to 1.
  double copied = 0;  ///< Of the shorter sentence's words, those in the other.
  bool answer = false;     ///< One answers the other in one text.
  bool same_side = false;  ///< Of one account.
  bool same_article = false;
  double score = 0;  ///< How surely both are about one event.
};

/// How many signs, none of which follows from another, tie two claims to one
/// event: who acts, what it is done to or about, what else their sentences
/// tell, the date, and that one answers the other.
int signs_of_identity(const ComparableClaim& a, const ComparableClaim& b,
                      const Resemblance& alike);
bool has_same_actor(const Resemblance& alike);
bool is_same_matter(const Resemblance& alike);

/// Whether every date told with one lies apart from every date told with the
/// other.
bool are_apart_in_time(const ComparableClaim& a, const ComparableClaim& b);

/// What differs, be it a contradiction or not.
Contrast contrast_of(const ComparableClaim& a, const ComparableClaim& b,
                     const Resemblance& alike);

/// Whether what differs contradicts; also where nothing does.
bool is_borne_out(Contrast contrast, const ComparableClaim& a,
                  const ComparableClaim& b, const Resemblance& alike,
                  const Ontology& ontology);

/// Whether the phrases of claims that agree otherwise have other numbers.
bool counts_otherwise(const ComparableClaim& a, const ComparableClaim& b,
                      const Resemblance& alike);

/// Whether one tells of a break as of the act of whom the other says it met:
/// who walked out on whom.  Two who fight attack each other.
bool turns_round(const ComparableClaim& a, const ComparableClaim& b,
                 const Ontology& ontology);

}  // namespace demarche

#endif
