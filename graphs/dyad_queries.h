#ifndef DEMARCHE_GRAPHS_DYAD_QUERIES_H_
#define DEMARCHE_GRAPHS_DYAD_QUERIES_H_

#include <cstddef>
#include <string>

#include "graphs/relation_table.h"
#include "graphs/table.h"

namespace demarche {

/// What two actors do to each other, by date, each with its score and the sum
/// of scores so far.  What has no date comes first.
Table list_dyad(const RelationTable& table, const std::string& a,
                const std::string& b);

/// The same summed up by periods: the first `digits` characters of dates, 4 of
/// the year, 7 of the month, 10 of the day.
Table sum_dyad(const RelationTable& table, const std::string& a,
               const std::string& b, std::size_t digits);

}  // namespace demarche

#endif
