#ifndef DEMARCHE_APP_FILTER_OPTIONS_H_
#define DEMARCHE_APP_FILTER_OPTIONS_H_

#include "graphs/relation_filter.h"

namespace CLI {
class App;
}

namespace demarche {

/// Adds the options that choose relations to a subcommand: --relation, --actor,
/// --source, --since, --until, --factuality, --asserted, --minimum-count.
/// `filter` must outlive the parsing.
void add_filter_options(CLI::App& command, RelationFilter& filter);

}  // namespace demarche

#endif
