#ifndef DEMARCHE_APP_WRITTEN_ARTICLES_H_
#define DEMARCHE_APP_WRITTEN_ARTICLES_H_

#include <functional>
#include <string>
#include <vector>

#include "graphs/statement_sink.h"

namespace demarche {

/// Calls `use` with the IRI and the quads of each article in a dataset or in a
/// graph that was written; `-` is N-Quads on standard input.  Throws `Error` if
/// they cannot be read or if there is no article.
void for_each_written_article(
    const std::string& path,
    const std::function<void(const std::string& article,
                             const std::vector<RdfStatement>& quads)>& use);

}  // namespace demarche

#endif
