#ifndef DEMARCHE_GRAPHS_LINK_RECORDS_H_
#define DEMARCHE_GRAPHS_LINK_RECORDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "graphs/derived_links.h"

// For joins outside of this program, where articles are too many for one
// machine: what two articles are linked by as lines of JSON, and the link that
// a pair of them makes.  Both ways lead through the same features, so the links
// are those of a dataset that holds all articles.

namespace demarche {

/// A line for each event,
///   {"key": …, "day": …, "iri": …, "stated": …, "places": …, "article": …}
/// and one for each word run of the sample,
///   {"run": …, "article": …, "published": …, "runs": …}
/// Events with equal keys, of days at most one apart, and articles by how many
/// runs they have in common, are pairs of different articles to be judged.
std::string print_link_keys(const ArticleFeatures& features);

/// The link of a pair, {"a": …, "b": …}, of two such lines of events, or of two
/// of runs with how many are "common"; nothing if they are not linked.  Throws
/// `Error` if the line is no pair.
std::optional<DerivedLink> link_pair(std::string_view line);

}  // namespace demarche

#endif
