// demarche query: tables of who is central, close and connected, and how.

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "app/article_loop.h"
#include "app/commands.h"
#include "app/filter_options.h"
#include "app/graph_input.h"
#include "app/output.h"
#include "graphs/dyad_queries.h"
#include "graphs/network_queries.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche query rank news.jsonl\n"
    "  demarche query paths --from ACTOR --to OTHER news.ttl\n"
    "  demarche query dyad --of ACTOR --with OTHER --by month news.ttl\n"
    "  demarche query ego --of ACTOR --tone conflict --format json news.ttl";

struct QueryOptions {
  ArticleOptions articles;
  RelationFilter filter;
  std::string format = "text";
  std::size_t limit = 0;  ///< Rows; 0: all.
  std::string from, to;
  std::size_t count = 3;
  std::size_t depth = 1;
  bool is_directed = false;
  std::size_t digits = 0;  ///< Of dates, for periods; 0: no periods.
};

/// Of the relations that are wanted; `all` tells who an actor is.
using Query = std::function<Table(
    const RelationTable& table, const RelationTable& all, const QueryOptions&)>;

/// Whom the wanted relations call so; else whom any do, so that the answer is
/// empty where the filters leave nothing.
std::string find_actor(const RelationTable& table, const RelationTable& all,
                       const std::string& name) {
  return find_actor(has_actor(table, name) ? table : all, name);
}

ExitStatus answer(const QueryOptions& options, const Query& query) {
  Output output(options.articles.output);
  const GraphInput input(options.articles);
  if (!input.graphs().empty()) {
    const auto all = input.relations();
    auto table = query(filter(all, options.filter), all, options);
    if (options.limit > 0 && table.rows.size() > options.limit)
      table.rows.resize(options.limit);
    output.write(options.format == "json" ? to_json(table) : to_text(table));
  }
  finish(input.status(), output);
  return input.status();
}

/// A subcommand of `parent` with the options that all queries have.
CLI::App& add_query(CLI::App& parent, const std::string& name,
                    const std::string& description,
                    const std::shared_ptr<QueryOptions>& options,
                    ExitStatus& status, Query query) {
  CLI::App& command = *parent.add_subcommand(name, description);
  add_article_options(
      command, options->articles,
      {"auto", "text", "digest", "html", "jsonl", "warc", "graph"});
  command
      .add_option("--format", options->format,
                  "text (default): aligned columns, or json")
      ->check(CLI::IsMember({"text", "json"}));
  command.add_option("--limit", options->limit, "At most so many rows")
      ->check(CLI::Range(0, 1'000'000'000));
  add_filter_options(command, options->filter);
  command.footer(examples);
  command.callback([options, &status, query = std::move(query)] {
    status = answer(*options, query);
  });
  return command;
}

void add_paths(CLI::App& parent, ExitStatus& status) {
  auto options = std::make_shared<QueryOptions>();
  CLI::App& command = add_query(
      parent, "paths", "How two actors are connected, with the evidence",
      options, status,
      [](const RelationTable& table, const RelationTable& all,
         const QueryOptions& o) {
        return list_paths(table, find_actor(table, all, o.from),
                          find_actor(table, all, o.to), o.count, o.is_directed);
      });
  command.add_option("--from", options->from, "An actor, by name or IRI")
      ->required();
  command.add_option("--to", options->to, "Another")->required();
  command.add_option("-k,--count", options->count, "At most so many paths")
      ->check(CLI::Range(1, 1000));
  command.add_flag("--directed", options->is_directed,
                   "Only from who does something to whom it is done to");
}

void add_ego(CLI::App& parent, ExitStatus& status) {
  auto options = std::make_shared<QueryOptions>();
  CLI::App& command = add_query(
      parent, "ego", "The relations around one actor", options, status,
      [](const RelationTable& table, const RelationTable& all,
         const QueryOptions& o) {
        return list_ego_network(table, find_actor(table, all, o.from), o.depth);
      });
  command.add_option("--of", options->from, "The actor, by name or IRI")
      ->required();
  command.add_option("--depth", options->depth, "At most so many steps away")
      ->check(CLI::Range(1, 100));
}

void add_dyad(CLI::App& parent, ExitStatus& status) {
  auto options = std::make_shared<QueryOptions>();
  CLI::App& command =
      add_query(parent, "dyad", "What two actors do to each other, by date",
                options, status,
                [](const RelationTable& table, const RelationTable& all,
                   const QueryOptions& o) {
                  const auto a = find_actor(table, all, o.from);
                  const auto b = find_actor(table, all, o.to);
                  return o.digits == 0 ? list_dyad(table, a, b)
                                       : sum_dyad(table, a, b, o.digits);
                });
  command.add_option("--of", options->from, "An actor, by name or IRI")
      ->required();
  command.add_option("--with", options->to, "The other one")->required();
  command
      .add_option("--by", options->digits,
                  "Sums by day, month or year, instead of each relation")
      ->transform(one_of({{"day", 10}, {"month", 7}, {"year", 4}}));
}

}  // namespace

void add_query_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "query", "Tell who is central, close or connected, as tables");
  command.require_subcommand(1);
  command.footer(examples);
  const auto add = [&](const char* name, const char* description,
                       Table (*query)(const RelationTable&)) {
    add_query(command, name, description, std::make_shared<QueryOptions>(),
              status,
              [query](const RelationTable& table, const RelationTable&,
                      const QueryOptions&) { return query(table); });
  };
  add("rank", "Actors by PageRank, with degrees and betweenness", rank_actors);
  add("components", "Actors that any relations join", list_components);
  add("communities", "Actors that are tied closely", list_communities);
  add_paths(command, status);
  add_ego(command, status);
  add_dyad(command, status);
}

}  // namespace demarche
