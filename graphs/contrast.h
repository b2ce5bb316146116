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
  bool answer = false;             ///< One answers the other in one text.
  bool same_side = false;          ///< Of one account.
  bool same_article = false;
  double score = 0;  ///< How surely both are about one event.
};

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

/// Whether one tells of the other's act as of the act of whom it met.  Where
/// one of them names nobody whom it met, only of breaks: "she dismissed" may be
/// a passive misread.
bool turns_round(const ComparableClaim& a, const ComparableClaim& b,
                 const Ontology& ontology);

}  // namespace demarche

#endif
