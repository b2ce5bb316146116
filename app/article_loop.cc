// Reads a few articles, extracts them side by side, hands them on in order,
// and so on: memory does not grow with the number of articles.

#include "app/article_loop.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <map>
#include <thread>
#include <utility>

#include "app/data_files.h"
#include "app/messages.h"
#include "app/stored_articles.h"
#include "ontology/error.h"
#include "ontology/sha256.h"

namespace demarche {
namespace {

constexpr std::size_t articles_per_thread = 4;

/// Reads articles and remembers their IRIs.
class ArticleQueue {
 public:
  explicit ArticleQueue(const ArticleOptions& options) : options_(options) {
    files_ = options.files;
    if (files_.empty()) files_.emplace_back("-");
  }

  /// The next articles, at most `count`; none at the end.
  std::vector<Article> take(std::size_t count) {
    std::vector<Article> articles;
    while (articles.size() < count) {
      try {
        if (!source_ && !stored_ && !open_next()) break;
        add_next(articles);
      } catch (const Error& error) {
        print_error(error.what());
        status_ = ExitStatus::input_error;
      }
    }
    return articles;
  }

  ExitStatus status() const { return status_; }

 private:
  bool is_in_dataset(const std::string& article) const {
    std::error_code error;
    return !options_.dataset.empty() && article != "-" &&
           !std::filesystem::exists(article, error);
  }

  bool open_next() {
    if (next_file_ == files_.size()) return false;
    const std::string& file = files_[next_file_++];
    if (is_in_dataset(file))
      stored_.emplace(options_.dataset, file);
    else if (options_.input == "auto" && StoredArticles::are_in(file))
      stored_.emplace(file);
    else
      source_.emplace(file, kind_of(options_.input), options_.given);
    return true;
  }

  void add_next(std::vector<Article>& articles) {
    auto reading = stored_ ? stored_->next() : source_->next();
    if (!reading) {
      source_.reset();
      stored_.reset();
      return;
    }
    for (const std::string& warning : reading->warnings)
      print_warning(place(), warning);
    if (is_new(reading->article))
      articles.push_back(std::move(reading->article));
  }

  std::string place() const {
    return stored_ ? stored_->place() : source_->place();
  }

  bool is_new(const Article& article) {
    const auto [known, added] =
        digests_.try_emplace(article.iri, sha256(article.text));
    if (added) return true;
    if (known->second != sha256(article.text))
      throw Error(place() + ": another article with another text has " +
                  "the IRI " + article.iri);
    print_warning(place(), "the same article again is left out");
    return false;
  }

  const ArticleOptions& options_;
  std::vector<std::string> files_;
  std::size_t next_file_ = 0;
  std::optional<ArticleSource> source_;   ///< Of a file of articles.
  std::optional<StoredArticles> stored_;  ///< Or of what was written before.
  std::map<std::string, Sha256::Digest> digests_;  ///< By IRI.
  ExitStatus status_ = ExitStatus::done;
};

/// The extractions of some articles, in their order.
std::vector<Extraction> extract_all(std::vector<Article> articles,
                                    const Extractor& extractor,
                                    unsigned threads) {
  std::vector<Extraction> extractions(articles.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < articles.size(); i = next++)
      extractions[i] = extractor.extract(std::move(articles[i]));
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads && i < articles.size(); ++i)
    others.emplace_back(work);
  work();
  others.clear();
  return extractions;
}

/// Counts on a terminal, and only there.
class Progress {
 public:
  void add(std::size_t count) {
    count_ += count;
    if (shown_ && count_ > 1) std::fprintf(stderr, "\r%zu articles", count_);
  }
  ~Progress() {
    if (shown_ && count_ > 1) std::fputs("\r\033[K", stderr);
  }

 private:
  bool shown_ = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) != 1;
  std::size_t count_ = 0;
};

}  // namespace

Extractor load_extractor(const ArticleOptions& options) {
  return Extractor(Ontology::load(find_ontology(options.ontology)),
                   Analyser::load(find_model(options.model)));
}

ExitStatus for_each_extraction(const ArticleOptions& options,
                               const Extractor& extractor,
                               const std::function<void(Extraction)>& take) {
  ArticleQueue queue(options);
  Progress progress;
  const std::size_t count =
      options.threads == 1 ? 1 : options.threads * articles_per_thread;
  for (;;) {
    std::vector<Article> articles = queue.take(count);
    if (articles.empty()) return queue.status();
    progress.add(articles.size());
    for (Extraction& extraction :
         extract_all(std::move(articles), extractor, options.threads))
      take(std::move(extraction));
  }
}

void finish(ExitStatus status, Output& output) {
  if (status == ExitStatus::input_error && output.is_empty())
    output.abandon();
  else
    output.finish();
}

}  // namespace demarche
