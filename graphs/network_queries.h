#ifndef DEMARCHE_GRAPHS_NETWORK_QUERIES_H_
#define DEMARCHE_GRAPHS_NETWORK_QUERIES_H_

#include <cstddef>
#include <string>

#include "graphs/relation_table.h"
#include "graphs/table.h"

namespace demarche {

// Questions about the network of actors.  Each row of the relation table is a
// tie of weight 1, but for what is said not to have happened; events (talks
// that somebody leaves) are no actors.  Tables have a fixed order.

/// Whether any actor is called so.
bool has_actor(const RelationTable& table, const std::string& name);

/// The IRI of the actor that is called so: by IRI, the end of it, or label; of
/// several, the one with most rows.  Throws `Error` if there is none.
std::string find_actor(const RelationTable& table, const std::string& name);

/// Actors by PageRank: what they do and what is done to them, partners, the
/// sum of conflict–cooperation scores, PageRank, betweenness.
Table rank_actors(const RelationTable& table);

/// What any relations join, the largest first.
Table list_components(const RelationTable& table);

/// Who is tied closely, the largest first, with the modularity of the whole.
Table list_communities(const RelationTable& table);

/// The `count` best ways from one actor to another, step by step with the
/// evidence: the shortest, and of these those that are told most often.
/// Relations count in both directions unless `is_directed`.
Table list_paths(const RelationTable& table, const std::string& from,
                 const std::string& to, std::size_t count, bool is_directed);

/// The relations among an actor and those at most `depth` steps away.
Table list_ego_network(const RelationTable& table, const std::string& actor,
                       std::size_t depth);

}  // namespace demarche

#endif
