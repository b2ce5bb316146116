#include "app/stored_articles.h"

#include <utility>

#include "graphs/graph_file.h"
#include "graphs/graph_reader.h"
#include "ontology/error.h"

namespace demarche {
namespace {

Reading read_again(ArticleNode node) {
  Metadata metadata = *node.metadata;
  metadata.url = std::move(node.iri);
  return read_article(
      std::move(node.text), std::move(metadata),
      node.is_digest ? ArticleForm::digest : ArticleForm::plain);
}

}  // namespace

bool StoredArticles::are_in(const std::string& path) {
  return Dataset::is_dataset(path) || syntax_of(path);
}

StoredArticles::StoredArticles(const std::string& path,
                               const std::string& article)
    : path_(path) {
  if (!article.empty() || Dataset::is_dataset(path)) {
    dataset_.emplace(path, Dataset::Opening::existing);
    iris_ = article.empty() ? dataset_->articles() : std::vector{article};
  } else {
    nodes_ = read_articles(load_statements(path));
    if (nodes_.empty()) throw Error(path + ": has no text of an article in it");
  }
}

std::optional<Reading> StoredArticles::next() {
  if (!dataset_) {
    if (next_ == nodes_.size()) return std::nullopt;
    return read_again(std::move(nodes_[next_++]));
  }
  if (next_ == iris_.size()) return std::nullopt;
  const std::string& iri = iris_[next_++];
  const auto statements = dataset_->quads_of(iri);
  if (statements.empty()) throw Error(path_ + ": has no article <" + iri + ">");
  auto nodes = read_articles(statements);
  if (nodes.empty()) throw Error(path_ + ": has no text of <" + iri + ">");
  return read_again(std::move(nodes.front()));
}

}  // namespace demarche
