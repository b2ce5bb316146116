#ifndef DEMARCHE_GRAPHS_RELATION_FILTER_H_
#define DEMARCHE_GRAPHS_RELATION_FILTER_H_

#include <string>
#include <string_view>
#include <vector>

#include "graphs/relation_table.h"

namespace demarche {

/// Which rows of a table are wanted.  An empty list or string wants all.
struct RelationFilter {
  std::vector<std::string> relations;  ///< "accuses", by name or label.
  std::vector<std::string> actors;     ///< One of them at either end.
  std::vector<std::string> sources;    ///< Claimers or publishers.
  std::string since, until;            ///< ISO dates or their beginnings.
  /// Without any: all but `unknown`, to which nobody is committed.
  std::vector<Factuality> factuality;
  bool asserted_only = false;
  bool acts_only = false;  ///< No standing relations.
  /// Only between those that all articles name alike, and events.
  bool known_only = false;
  enum class Tone { any, conflict, cooperation } tone = Tone::any;
  /// Rows that agree in both ends and relation at least.
  std::size_t minimum_count = 1;
};

/// Whether somebody whom the filter wants says so, so surely and at such a
/// time.
bool is_wanted(const Evidence& evidence, const RelationFilter& filter);

/// Whether a conflict–cooperation score has the tone that the filter wants.
bool is_wanted_tone(double score, const RelationFilter& filter);

RelationTable filter(const RelationTable& table, const RelationFilter& filter);

/// Whether `name` is a thing's IRI, the end of it, or its label; the case of
/// ASCII letters does not matter.
bool is_called(std::string_view name, std::string_view iri,
               std::string_view label);

/// Whether an EDTF date lies between two beginnings of dates: "2023-01" takes
/// the whole month.  What has no date does, unless one is asked for.
bool is_between(std::string_view date, std::string_view since,
                std::string_view until);

}  // namespace demarche

#endif
