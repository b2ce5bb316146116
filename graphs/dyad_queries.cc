#include "graphs/dyad_queries.h"

#include <algorithm>
#include <map>
#include <vector>

namespace demarche {
namespace {

using Row = RelationTable::Row;

/// The rows between two actors, by date.
std::vector<const Row*> rows_between(const RelationTable& table,
                                     const std::string& a,
                                     const std::string& b) {
  std::vector<const Row*> rows;
  for (const auto& row : table.rows)
    if ((row.from == a && row.to == b) || (row.from == b && row.to == a))
      rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](const Row* x, const Row* y) {
    return x->evidence.date < y->evidence.date;
  });
  return rows;
}

}  // namespace

Table list_dyad(const RelationTable& table, const std::string& a,
                const std::string& b) {
  Table list;
  list.columns = {"date",  "from",    "relation", "to",
                  "score", "balance", "says",     "sentence"};
  double balance = 0;
  for (const auto* row : rows_between(table, a, b)) {
    balance += score_of(*row);
    list.rows.push_back({row->evidence.date, table.actors.at(row->from).label,
                         row->label, table.actors.at(row->to).label,
                         score_of(*row), balance, chain_of(row->evidence),
                         text_of(row->evidence.excerpt)});
  }
  return list;
}

Table sum_dyad(const RelationTable& table, const std::string& a,
               const std::string& b, std::size_t digits) {
  struct Sum {
    std::int64_t count = 0, conflict = 0, cooperation = 0;
    double score = 0;
  };
  std::map<std::string, Sum> sums;
  for (const auto* row : rows_between(table, a, b)) {
    auto& sum = sums[row->evidence.date.substr(0, digits)];
    const double score = score_of(*row);
    ++sum.count;
    if (score < 0) ++sum.conflict;
    if (score > 0) ++sum.cooperation;
    sum.score += score;
  }
  Table list;
  list.columns = {"period", "relations", "conflict", "cooperation",
                  "mean",   "sum",       "balance"};
  double balance = 0;
  for (const auto& [period, sum] : sums) {
    balance += sum.score;
    list.rows.push_back({period, sum.count, sum.conflict, sum.cooperation,
                         sum.score / static_cast<double>(sum.count), sum.score,
                         balance});
  }
  return list;
}

}  // namespace demarche
