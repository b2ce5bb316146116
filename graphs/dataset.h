#ifndef DEMARCHE_GRAPHS_DATASET_H_
#define DEMARCHE_GRAPHS_DATASET_H_

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graphs/article_features.h"
#include "graphs/database.h"
#include "graphs/statement_sink.h"
#include "ontology/error.h"

namespace demarche {

/// An article's IRI stands for another text already.
class TextConflict : public Error {
 public:
  using Error::Error;
};

/// Many articles in a folder, the unit of adding and of deletion being an
/// article.
///
/// `articles/` has a file of sorted canonical N-Quads for each, named by the
/// digest of its bytes; `index.sqlite` says which files belong to the dataset,
/// what articles are compared by, and the links between them, each of which is
/// decided by its two articles alone.  What is exported therefore depends on
/// the articles only, not on the order in which they came or what was removed
/// since.  Adding one takes time in proportion to it and to its links.
///
/// Several programs may read and write at once; each article is added or
/// removed whole or not at all, whatever is killed.  Files that the index does
/// not name are what such a kill leaves, and may be deleted.
///
/// All members throw `Error` if files cannot be read or written.
class Dataset {
 public:
  enum class Opening {
    existing,
    create,           ///< Makes the folder where there is none.
    create_unsynced,  ///< The same, not safe from failing power: for tests.
  };
  Dataset(const std::string& folder, Opening opening);

  static bool is_dataset(const std::string& path);

  enum class Added { added, same, replaced, kept };
  /// Of two versions of an article with one text: the new one, or, in any
  /// order, always the same.
  enum class Choice { newer, either };
  /// Adds what one article says, in named graphs.  Throws `TextConflict` if an
  /// article with this IRI and another text is there already.  (In the view of
  /// facts an article has no text: any may replace it.)
  Added add(const std::string& article, const std::vector<RdfStatement>& quads,
            Choice choice);

  /// Says whether the article was there.
  bool retract(const std::string& article);

  /// Their IRIs, sorted.
  std::vector<std::string> articles() const;

  /// What one article tells, its own part of the derived graph too, sorted by
  /// graph; nothing if it is not there.
  std::vector<RdfStatement> quads_of(const std::string& article);

  /// The links between articles, which no article tells.
  std::vector<RdfStatement> links() const;

  /// All lines of the dataset in canonical order, each once, with their ends.
  void for_each_line(const std::function<void(std::string_view)>& take);

  /// Article by article in order of IRI, each as its lines without the derived
  /// graph; then the derived graph, with an empty IRI.
  void for_each_article(
      const std::function<void(const std::string& article,
                               const std::vector<RdfStatement>&)>& take);

 private:
  struct Stored;

  std::string path_of(std::string_view file) const;
  void write_file(const std::string& file, std::string_view bytes) const;
  std::vector<std::string> files() const;
  std::string link_lines() const;
  void insert(const Stored& stored, const ArticleFeatures& features);
  void link(std::int64_t id, const ArticleFeatures& features);
  void link_event(std::int64_t id, const EventFeatures& event);
  void remove(std::int64_t id);
  void remove_file(const std::string& file);

  std::string folder_;
  bool synced_;
  Database database_;
};

/// The statements of a dataset, or else of a graph in a file.
std::vector<RdfStatement> load_graph(const std::string& path);

/// The statements of each article among `quads`, by its IRI; links between
/// articles are left out, since a dataset makes them anew.
std::vector<std::pair<std::string, std::vector<RdfStatement>>> split_articles(
    const std::vector<RdfStatement>& quads);

}  // namespace demarche

#endif
