#include "graphs/network_queries.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "extractor/stance.h"
#include "graphs/network.h"
#include "graphs/relation_filter.h"
#include "ontology/error.h"

namespace demarche {
namespace {

using Row = RelationTable::Row;

/// The actors of a table as a network.
struct ActorNetwork {
  std::vector<std::string> iris;  ///< Of the nodes, in order.
  Network network;

  std::size_t number(const std::string& iri) const {
    return static_cast<std::size_t>(
        std::lower_bound(iris.begin(), iris.end(), iri) - iris.begin());
  }
};

bool is_denied(const Row& row) { return is_negative(row.evidence.factuality); }

/// Whether a row is a tie between actors: what is denied is none.
bool is_tie(const RelationTable& table, const Row& row) {
  return !is_denied(row) && !table.actors.at(row.from).is_event &&
         !table.actors.at(row.to).is_event;
}

/// With `both_ways`, each row is a tie there and one back.
ActorNetwork actor_network(const RelationTable& table, bool both_ways = false) {
  std::map<std::pair<std::string, std::string>, double> weights;
  std::set<std::string> iris;
  for (const auto& row : table.rows) {
    if (!is_tie(table, row)) continue;
    iris.insert({row.from, row.to});
    weights[{row.from, row.to}] += 1;
    if (both_ways) weights[{row.to, row.from}] += 1;
  }
  ActorNetwork actors{{iris.begin(), iris.end()}, {iris.size(), {}}};
  for (const auto& [ends, weight] : weights)
    actors.network.ties.push_back(
        {actors.number(ends.first), actors.number(ends.second), weight});
  return actors;
}

std::int64_t whole(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

/// What an actor does and what is done to it.
struct Deeds {
  std::int64_t out = 0, in = 0;
  std::set<std::string> partners;
  double balance = 0;
};

std::map<std::string, Deeds> count_deeds(const RelationTable& table) {
  std::map<std::string, Deeds> deeds;
  for (const auto& row : table.rows) {
    if (!is_tie(table, row)) continue;
    auto& from = deeds[row.from];
    auto& to = deeds[row.to];
    ++from.out;
    ++to.in;
    from.partners.insert(row.to);
    to.partners.insert(row.from);
    from.balance += score_of(row);
    to.balance += score_of(row);
  }
  return deeds;
}

/// The members of parts, the largest part first.
std::vector<std::vector<std::size_t>> members_of(
    const std::vector<std::size_t>& parts) {
  std::vector<std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] >= members.size()) members.resize(parts[i] + 1);
    members[parts[i]].push_back(i);
  }
  std::stable_sort(
      members.begin(), members.end(),
      [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return members;
}

/// Those with most ties first.
std::string names_of(const RelationTable& table, const ActorNetwork& actors,
                     std::vector<std::size_t> members) {
  std::map<std::size_t, double> degrees;
  for (const auto& tie : actors.network.ties) {
    degrees[tie.from] += tie.weight;
    degrees[tie.to] += tie.weight;
  }
  std::stable_sort(
      members.begin(), members.end(),
      [&](std::size_t a, std::size_t b) { return degrees[a] > degrees[b]; });
  std::string names;
  for (const auto member : members)
    names += (names.empty() ? "" : "; ") +
             table.actors.at(actors.iris[member]).label;
  return names;
}

/// A row each for parts of the network, with the weight of ties inside.
std::vector<std::vector<Table::Cell>> rows_of_parts(
    const RelationTable& table, const ActorNetwork& actors,
    const std::vector<std::size_t>& parts) {
  std::map<std::size_t, double> inside;
  for (const auto& tie : actors.network.ties)
    if (parts[tie.from] == parts[tie.to]) inside[parts[tie.from]] += tie.weight;
  std::vector<std::vector<Table::Cell>> rows;
  for (const auto& members : members_of(parts)) {
    const auto ties = static_cast<std::int64_t>(inside[parts[members[0]]]);
    rows.push_back({whole(rows.size() + 1), whole(members.size()), ties,
                    names_of(table, actors, members)});
  }
  return rows;
}

/// The row that tells best of a step, and how many do.
struct Step {
  const Row* best = nullptr;
  std::int64_t count = 0;
};

Step find_step(const RelationTable& table, const std::string& a,
               const std::string& b, bool is_directed) {
  Step step;
  for (const auto& row : table.rows) {
    if (!is_tie(table, row)) continue;
    const bool is_forward = row.from == a && row.to == b;
    const bool is_backward = row.from == b && row.to == a;
    if (!is_forward && (is_directed || !is_backward)) continue;
    ++step.count;
    if (step.best == nullptr || (row.asserted && !step.best->asserted))
      step.best = &row;
  }
  return step;
}

std::vector<Table::Cell> row_of_step(const RelationTable& table,
                                     std::size_t path, std::size_t number,
                                     const Step& step) {
  const auto& row = *step.best;
  return {whole(path),
          whole(number),
          table.actors.at(row.from).label,
          row.label,
          table.actors.at(row.to).label,
          step.count,
          chain_of(row.evidence),
          row.evidence.date,
          text_of(row.evidence.excerpt)};
}

/// Who is at most `depth` steps from an actor.
std::set<std::string> neighbourhood(const RelationTable& table,
                                    const std::string& actor,
                                    std::size_t depth) {
  std::set<std::string> reached = {actor};
  for (std::size_t step = 0; step < depth; ++step) {
    std::set<std::string> next;
    for (const auto& row : table.rows) {
      if (!is_tie(table, row)) continue;
      if (reached.contains(row.from)) next.insert(row.to);
      if (reached.contains(row.to)) next.insert(row.from);
    }
    reached.merge(next);
  }
  return reached;
}

}  // namespace

bool has_actor(const RelationTable& table, const std::string& name) {
  return std::ranges::any_of(table.actors, [&](const auto& actor) {
    return is_called(name, actor.first, actor.second.label);
  });
}

std::string find_actor(const RelationTable& table, const std::string& name) {
  std::map<std::string, std::size_t> counts;
  for (const auto& row : table.rows)
    for (const auto& iri : {row.from, row.to})
      if (is_called(name, iri, table.actors.at(iri).label)) ++counts[iri];
  const auto best = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == counts.end())
    throw Error("no relation has an actor called '" + name + "'");
  return best->first;
}

Table rank_actors(const RelationTable& table) {
  const auto actors = actor_network(table);
  const auto ranks = page_rank(actors.network);
  const auto between = betweenness(actors.network);
  auto deeds = count_deeds(table);
  std::vector<std::size_t> order(actors.iris.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(
      order.begin(), order.end(),
      [&](std::size_t a, std::size_t b) { return ranks[a] > ranks[b]; });
  Table ranking;
  ranking.columns = {"rank",    "actor",    "out",         "in", "partners",
                     "balance", "pagerank", "betweenness", "iri"};
  for (const auto i : order) {
    const auto& iri = actors.iris[i];
    const auto& deed = deeds[iri];
    ranking.rows.push_back({whole(ranking.rows.size() + 1),
                            table.actors.at(iri).label, deed.out, deed.in,
                            whole(deed.partners.size()), deed.balance, ranks[i],
                            between[i], iri});
  }
  return ranking;
}

Table list_components(const RelationTable& table) {
  const auto actors = actor_network(table);
  return {{"component", "actors", "relations", "members"},
          rows_of_parts(table, actors, components(actors.network)),
          {}};
}

Table list_communities(const RelationTable& table) {
  const auto actors = actor_network(table);
  const auto parts = communities(actors.network);
  return {{"community", "actors", "relations", "members"},
          rows_of_parts(table, actors, parts),
          {{"modularity", modularity(actors.network, parts)}}};
}

Table list_paths(const RelationTable& table, const std::string& from,
                 const std::string& to, std::size_t count, bool is_directed) {
  Table list;
  list.columns = {"path",  "step", "from", "relation", "to",
                  "count", "says", "date", "sentence"};
  auto actors = actor_network(table, !is_directed);
  const auto is_known = [&](const std::string& iri) {
    return std::binary_search(actors.iris.begin(), actors.iris.end(), iri);
  };
  if (!is_known(from) || !is_known(to)) return list;
  for (auto& tie : actors.network.ties)  // Fewest steps first.
    tie.weight = 1 + 1 / (1000 * tie.weight);
  std::size_t number = 0;
  for (const auto& path : cheapest_paths(actors.network, actors.number(from),
                                         actors.number(to), count)) {
    ++number;
    for (std::size_t i = 1; i < path.nodes.size(); ++i)
      list.rows.push_back(
          row_of_step(table, number, i,
                      find_step(table, actors.iris[path.nodes[i - 1]],
                                actors.iris[path.nodes[i]], is_directed)));
  }
  return list;
}

Table list_ego_network(const RelationTable& table, const std::string& actor,
                       std::size_t depth) {
  const auto reached = neighbourhood(table, actor, depth);
  struct Sum {
    std::int64_t count = 0, stated = 0;
    double score = 0;
    std::string first, last;
  };
  std::map<std::tuple<std::string, std::string, std::string>, Sum> sums;
  for (const auto& row : table.rows) {
    if (is_denied(row) || !reached.contains(row.from) ||
        !reached.contains(row.to))
      continue;
    auto& sum = sums[{row.from, row.label, row.to}];
    ++sum.count;
    if (row.asserted) ++sum.stated;
    sum.score += score_of(row);
    const auto& date = row.evidence.date;
    if (date.empty()) continue;
    if (sum.first.empty() || date < sum.first) sum.first = date;
    if (date > sum.last) sum.last = date;
  }
  Table list;
  list.columns = {"from",   "relation", "to",    "count",
                  "stated", "score",    "first", "last"};
  for (const auto& [key, sum] : sums)
    list.rows.push_back({table.actors.at(std::get<0>(key)).label,
                         std::get<1>(key),
                         table.actors.at(std::get<2>(key)).label, sum.count,
                         sum.stated, sum.score, sum.first, sum.last});
  return list;
}

}  // namespace demarche
