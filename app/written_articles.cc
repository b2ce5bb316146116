#include "app/written_articles.h"

#include <algorithm>
#include <iostream>
#include <iterator>

#include "app/messages.h"
#include "extractor/input/file_stream.h"
#include "graphs/dataset.h"
#include "graphs/graph_file.h"
#include "graphs/named_graphs.h"

namespace demarche {
namespace {

std::vector<RdfStatement> load(const std::string& path) {
  if (path != "-") return load_statements(path);
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  if (has_failed(std::cin)) throw Error("stdin: cannot be read to its end");
  return read_statements(path, text, RdfSyntax::nquads);
}

/// Graphs without names get those that TriG gives them.
std::vector<RdfStatement> load_quads(const std::string& path) {
  auto statements = load(path);
  const bool is_named = std::ranges::any_of(
      statements, [](const RdfStatement& each) { return bool(each.graph); });
  return is_named ? statements : to_named_graphs(statements);
}

}  // namespace

void for_each_written_article(
    const std::string& path,
    const std::function<void(const std::string& article,
                             const std::vector<RdfStatement>& quads)>& use) {
  if (Dataset::is_dataset(path)) {
    Dataset(path, Dataset::Opening::existing)
        .for_each_article([&](const std::string& article,
                              const std::vector<RdfStatement>& quads) {
          if (!article.empty()) use(article, quads);
        });
    return;
  }
  const auto articles = split_articles(load_quads(path));
  if (articles.empty()) throw Error(path + ": has no article in it");
  for (const auto& [article, quads] : articles) use(article, quads);
}

}  // namespace demarche
