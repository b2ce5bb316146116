#ifndef DEMARCHE_GRAPHS_ARTICLE_FEATURES_H_
#define DEMARCHE_GRAPHS_ARTICLE_FEATURES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "graphs/statement_sink.h"

// What articles of a dataset are compared by.  All of it is read from the
// article's own statements, and two articles are compared by nothing else, so
// that the order in which articles come cannot matter.

namespace demarche {

/// An event as other articles may tell of it.
struct EventFeatures {
  std::string iri;
  /// Its class and all actors in its roles that are known outside the article:
  /// states for those who act for them.  Events meet by equal keys only.
  std::string key;
  std::int64_t day = 0;    ///< Days since 1970-01-01.
  bool is_stated = false;  ///< The day is the event's, not the publication's.
  std::string places;      ///< IRIs, sorted, one a line; or "".
};

struct ArticleFeatures {
  std::string iri;
  std::string text_digest;  ///< SHA-256 in hex; "" in the view of facts.
  std::string published;    ///< ISO 8601; or "".
  /// Events with a known day and two known actors, or one and a place.
  std::vector<EventFeatures> events;
  /// A sample of the hashes of all runs of five words, sorted, each once: a
  /// word run that is in the sample of one text is in that of every text.
  std::vector<std::int64_t> shingles;
};

ArticleFeatures features_of(const std::string& article,
                            const std::vector<RdfStatement>& quads);

/// The days from 1970-01-01 to "2024-05-02…"; 0 if that is no date.
std::int64_t day_of(std::string_view date);

/// The sample for a text.
std::vector<std::int64_t> shingles_of(std::string_view text);

}  // namespace demarche

#endif
