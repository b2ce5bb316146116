#ifndef DEMARCHE_GRAPHS_COMPARE_H_
#define DEMARCHE_GRAPHS_COMPARE_H_

#include <span>
#include <string>
#include <vector>

#include "graphs/claim_match.h"

// What several accounts all say, what only one of them says, and what they
// contradict.

namespace demarche {

/// An account: an article; or of one article alone, each narrative of a digest
/// and what the digest says itself, or each claimer and the article itself.
struct Side {
  std::string name;
  std::vector<std::uint32_t> claims;  ///< In text order.
};

struct ComparedClaim {
  std::uint32_t article = 0;  ///< Index of the extraction.
  std::uint32_t side = 0;
  ComparableClaim claim;
};

/// One event as several sides tell it.
struct SharedClaim {
  std::vector<std::uint32_t> claims;  ///< In order of sides, one of each.
  double score = 0;                   ///< Of its weakest match.
  std::string reason;                 ///< Of that match.
};

/// Two claims that cannot both be true, by different sides or claimers.
struct Contradiction {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  ClaimMatch match;
};

/// Claims are referred to by their index in `claims`.
struct Comparison {
  std::vector<Side> sides;
  std::vector<ComparedClaim> claims;
  std::vector<SharedClaim> shared;               ///< Told by most sides first.
  std::vector<Contradiction> contradictions;     ///< The surest first.
  std::vector<std::vector<std::uint32_t>> only;  ///< By side.
  /// By side, how many more only it says: by verbs without a class, and speech.
  std::vector<std::uint32_t> unlisted;
};

/// Compares articles, or the voices within a single one.  Keeps pointers into
/// the extractions.  Takes time in proportion to the square of the claims.
Comparison compare(std::span<const Extraction> articles,
                   const Ontology& ontology);

}  // namespace demarche

#endif
