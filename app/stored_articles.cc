#include "app/stored_articles.h"

#include <utility>

#include "extractor/article_iri.h"
#include "extractor/utf8.h"
#include "graphs/graph_file.h"
#include "graphs/graph_reader.h"
#include "graphs/statement_check.h"
#include "ontology/error.h"

namespace demarche {
namespace {

Reading read_again(ArticleNode node) {
  return read_article(
      std::move(node.text), *node.metadata,
      node.is_digest ? ArticleForm::digest : ArticleForm::plain);
}

}  // namespace

std::string iri_of_address(std::string url) {
  repair_utf8(url);
  return escape_iri(iri_of_url(url).value_or(url));
}

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
  auto statements = dataset_->quads_of(iri);
  if (statements.empty()) statements = dataset_->quads_of(iri_of_address(iri));
  if (statements.empty()) throw Error(path_ + ": has no article <" + iri + ">");
  auto nodes = read_articles(statements);
  if (nodes.empty()) throw Error(path_ + ": has no text of <" + iri + ">");
  return read_again(std::move(nodes.front()));
}

}  // namespace demarche
