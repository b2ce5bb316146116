#ifndef DEMARCHE_APP_STORED_ARTICLES_H_
#define DEMARCHE_APP_STORED_ARTICLES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extractor/article_reader.h"
#include "graphs/dataset.h"
#include "graphs/nodes.h"

namespace demarche {

/// The IRI of an article that was read from a URL, as graphs have it.
std::string iri_of_address(std::string url);

/// The articles of a dataset, or of a graph in a file, out of the texts that
/// are in it.  Each is as it was when it was first read, and has the same IRI.
class StoredArticles {
 public:
  /// All articles of a dataset or a file, or one of a dataset, by its IRI
  /// or URL.
  /// Throws `Error` if they cannot be read, or if there is none.
  explicit StoredArticles(const std::string& path,
                          const std::string& article = "");

  /// The next article, or nothing after the last one.  Throws `Error` for one
  /// that cannot be read; the next call goes on after it.
  std::optional<Reading> next();

  /// Where the articles are.
  const std::string& place() const { return path_; }

  /// Whether they are in such a thing, by the name of the file.
  static bool are_in(const std::string& path);

 private:
  std::string path_;
  std::optional<Dataset> dataset_;
  std::vector<std::string> iris_;   ///< Of a dataset.
  std::vector<ArticleNode> nodes_;  ///< Of a file.
  std::size_t next_ = 0;
};

}  // namespace demarche

#endif
