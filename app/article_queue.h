#ifndef DEMARCHE_APP_ARTICLE_QUEUE_H_
#define DEMARCHE_APP_ARTICLE_QUEUE_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/stored_articles.h"
#include "extractor/article_source.h"
#include "extractor/seen_articles.h"

namespace demarche {

/// The articles of all files of the options, one after the other.
///
/// Warnings and input errors are printed.  An article whose IRI an earlier one
/// had with another text is an input error; with the same text it is skipped
/// with a warning.
class ArticleQueue {
 public:
  /// `options` must outlive it.
  explicit ArticleQueue(const ArticleOptions& options);

  /// The next article that can be read; nothing at the end.
  std::optional<Article> next();

  /// Whether anything could not be read so far.
  ExitStatus status() const { return status_; }

  /// How much of the files has been read, from 0 to 1; nothing where their
  /// sizes are not known.  May be called while another thread calls `next`.
  std::optional<double> share_read() const;

 private:
  bool is_in_dataset(const std::string& article) const;
  bool open_next();
  std::optional<Article> read_next();
  std::string place() const;
  bool is_new(const Article& article);
  void count_bytes();

  const ArticleOptions& options_;
  std::vector<std::string> files_;
  std::size_t next_file_ = 0;
  std::optional<ArticleSource> source_;   ///< Of a file of articles.
  std::optional<StoredArticles> stored_;  ///< Or of what was written before.
  SeenArticles seen_;
  std::optional<std::uint64_t> bytes_;  ///< Of all files.
  std::uint64_t bytes_before_ = 0;      ///< Of the files that are done.
  std::atomic<std::uint64_t> bytes_read_ = 0;
  ExitStatus status_ = ExitStatus::done;
};

}  // namespace demarche

#endif
