#ifndef DEMARCHE_GRAPHS_CLAIM_MATCH_H_
#define DEMARCHE_GRAPHS_CLAIM_MATCH_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graphs/comparable_claim.h"
#include "graphs/contrast.h"

namespace demarche {

/// How much a word tells: common ones little, by how many of the sentences
/// compared have it.
class WordWeights {
 public:
  void add(const Analysis& analysis);
  double operator[](const std::string& lemma) const;
  /// Weighted cosine of two sorted lists of lemmas, 0 to 1.
  double similarity(const std::vector<std::string>& a,
                    const std::vector<std::string>& b) const;
  /// The weight of those of the shorter list that the other one has too.
  double containment(const std::vector<std::string>& a,
                     const std::vector<std::string>& b) const;

 private:
  /// Squared weights of what both lists have, and of each.
  struct Overlap {
    double both = 0, first = 0, second = 0;
  };
  Overlap overlap(const std::vector<std::string>& a,
                  const std::vector<std::string>& b) const;

  std::map<std::string, int> sentences_with_;
  int sentences_ = 0;
};

/// A claim with the extraction that it is of.
struct ClaimInText {
  const Extraction* extraction = nullptr;
  const ComparableClaim* claim = nullptr;
  std::uint32_t article = 0;  ///< To know the extraction by.
  std::uint32_t side = 0;     ///< The account that it is of.
};

struct ClaimMatch {
  double score = 0;  ///< How surely both are about one event, 0 to 1.
  Contrast contrast = Contrast::none;
  std::string reason;  ///< For people: what agrees, then what differs.
};

/// Whether two claims are about one event or standing relation, and whether
/// they then agree; nothing if they are about different ones, which is what
/// is assumed in doubt.
std::optional<ClaimMatch> match(const ClaimInText& a, const ClaimInText& b,
                                const WordWeights& weights,
                                const Ontology& ontology);

}  // namespace demarche

#endif
