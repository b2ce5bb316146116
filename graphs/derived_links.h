#ifndef DEMARCHE_GRAPHS_DERIVED_LINKS_H_
#define DEMARCHE_GRAPHS_DERIVED_LINKS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/article_features.h"

// Links between articles.  Each is decided by the two things that it links and
// nothing else, never by clusters, and nothing is fused: every link can be
// seen, explained and undone.

namespace demarche {

/// A link and why it is there.
struct DerivedLink {
  std::string subject;
  std::string_view predicate;
  std::string object;
  double confidence = 0;  ///< From 0 to 1.
  std::string reason;
};

/// An article as its copies know it.
struct SampledArticle {
  std::string iri;
  std::string published;  ///< ISO 8601; or "".
  std::size_t runs = 0;   ///< How many word runs are in its sample.
};

/// `dm:sameEventAs`, from the lesser IRI to the greater, if two events of
/// different articles are likely to be one.  Precondition: equal keys.
std::optional<DerivedLink> link_events(const EventFeatures& a,
                                       const EventFeatures& b);

/// `dm:nearCopyOf`, from the later article to the earlier, if their texts have
/// so many of the word runs of their samples in common that one is a copy.
/// Articles without such a link are the sources that count.
std::optional<DerivedLink> link_copies(const SampledArticle& a,
                                       const SampledArticle& b,
                                       std::size_t common);

/// The link as statements in the derived graph.
std::vector<RdfStatement> statements_of(const DerivedLink& link);

}  // namespace demarche

#endif
