#include "graphs/relation_filter.h"

#include <algorithm>
#include <tuple>

#include "ontology/vocabulary.h"

namespace demarche {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

/// Whether `fits` holds of one of `wanted`, or nothing special is wanted.
template <class Wanted, class Fits>
bool is_any(const Wanted& wanted, Fits fits) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), fits);
}

bool is_wanted_factuality(const RelationFilter& filter, Factuality factuality) {
  if (filter.factuality.empty()) return factuality != Factuality::unknown;
  return std::count(filter.factuality.begin(), filter.factuality.end(),
                    factuality) > 0;
}

bool is_source(const Evidence& evidence, std::string_view name) {
  if (is_called(name, evidence.article.iri, evidence.article.publisher))
    return true;
  return std::any_of(
      evidence.claimers.begin(), evidence.claimers.end(),
      [&](const Claimer& claimer) { return is_same(name, claimer.name); });
}

/// Whether an IRI is not only that of one article's entity.
bool is_known(const RelationTable& table, const std::string& iri) {
  return table.actors.at(iri).is_event ||
         iri.starts_with(vocabulary::entity_namespace);
}

bool is_wanted_row(const RelationTable& table, const RelationTable::Row& row,
                   const RelationFilter& filter) {
  const auto is_end = [&](const std::string& name, const std::string& iri) {
    return is_called(name, iri, table.actors.at(iri).label);
  };
  return is_wanted(row.evidence, filter) && is_wanted_tone(row.score, filter) &&
         (row.asserted || !filter.asserted_only) &&
         (!row.is_standing || !filter.acts_only) &&
         (!filter.known_only ||
          (is_known(table, row.from) && is_known(table, row.to))) &&
         is_any(filter.relations,
                [&](const std::string& name) {
                  return is_called(name, row.property, row.label);
                }) &&
         is_any(filter.actors, [&](const std::string& name) {
           return is_end(name, row.from) || is_end(name, row.to);
         });
}

void drop_rare(std::size_t minimum, std::vector<RelationTable::Row>& rows) {
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, std::size_t> counts;
  const auto key = [](const RelationTable::Row& row) {
    return Key{row.from, row.to, row.property};
  };
  for (const auto& row : rows) ++counts[key(row)];
  std::erase_if(rows,
                [&](const auto& row) { return counts[key(row)] < minimum; });
}

}  // namespace

bool is_called(std::string_view name, std::string_view iri,
               std::string_view label) {
  return name == iri || is_same(name, local_name(iri)) || is_same(name, label);
}

bool is_wanted(const Evidence& evidence, const RelationFilter& filter) {
  return is_wanted_factuality(filter, evidence.factuality) &&
         is_between(evidence.date, filter.since, filter.until) &&
         is_any(filter.sources, [&](const std::string& name) {
           return is_source(evidence, name);
         });
}

bool is_wanted_tone(double score, const RelationFilter& filter) {
  switch (filter.tone) {
    case RelationFilter::Tone::any:
      return true;
    case RelationFilter::Tone::conflict:
      return score < 0;
    case RelationFilter::Tone::cooperation:
      return score > 0;
  }
  return true;
}

bool is_between(std::string_view date, std::string_view since,
                std::string_view until) {
  if (since.empty() && until.empty()) return true;
  return !date.empty() &&
         (since.empty() || date.substr(0, since.size()) >= since) &&
         (until.empty() || date.substr(0, until.size()) <= until);
}

RelationTable filter(const RelationTable& table, const RelationFilter& filter) {
  RelationTable wanted;
  for (const auto& row : table.rows)
    if (is_wanted_row(table, row, filter)) wanted.rows.push_back(row);
  if (filter.minimum_count > 1) drop_rare(filter.minimum_count, wanted.rows);
  for (const auto& row : wanted.rows)
    for (const auto& iri : {row.from, row.to})
      wanted.actors.try_emplace(iri, table.actors.at(iri));
  return wanted;
}

}  // namespace demarche
