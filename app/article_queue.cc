#include "app/article_queue.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/messages.h"
#include "ontology/error.h"

namespace demarche {
namespace {

/// The size of a regular file.
std::optional<std::uint64_t> size_of(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return std::nullopt;
  return size;
}

std::optional<std::uint64_t> size_of(const std::vector<std::string>& paths) {
  std::uint64_t sum = 0;
  for (const auto& path : paths) {
    const auto size = size_of(path);
    if (!size) return std::nullopt;
    sum += *size;
  }
  return sum;
}

}  // namespace

ArticleQueue::ArticleQueue(const ArticleOptions& options)
    : options_(options), files_(options.files) {
  if (files_.empty()) files_.emplace_back("-");
  bytes_ = size_of(files_);
}

std::optional<Article> ArticleQueue::next() {
  for (;;) {
    try {
      if (!source_ && !stored_ && !open_next()) return std::nullopt;
      auto article = read_next();
      count_bytes();
      if (article) return article;
    } catch (const Error& error) {
      print_error(error.what());
      status_ = ExitStatus::input_error;
    }
  }
}

std::optional<double> ArticleQueue::share_read() const {
  if (!bytes_ || *bytes_ == 0) return std::nullopt;
  return std::min(
      1.0, static_cast<double>(bytes_read_) / static_cast<double>(*bytes_));
}

void ArticleQueue::count_bytes() {
  bytes_read_ = bytes_before_ + (source_ ? source_->bytes_read() : 0);
}

bool ArticleQueue::is_in_dataset(const std::string& article) const {
  std::error_code error;
  return !options_.dataset.empty() && article != "-" &&
         !std::filesystem::exists(article, error);
}

bool ArticleQueue::open_next() {
  if (next_file_ > 0)
    bytes_before_ += size_of(files_[next_file_ - 1]).value_or(0);
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

/// The next article, or nothing at the end of a file and for one that is known.
std::optional<Article> ArticleQueue::read_next() {
  auto reading = stored_ ? stored_->next() : source_->next();
  if (!reading) {
    source_.reset();
    stored_.reset();
    return std::nullopt;
  }
  for (const std::string& warning : reading->warnings)
    print_warning(place(), warning);
  if (!is_new(reading->article)) return std::nullopt;
  return std::move(reading->article);
}

std::string ArticleQueue::place() const {
  return stored_ ? stored_->place() : source_->place();
}

bool ArticleQueue::is_new(const Article& article) {
  const auto answer = seen_.add(article);
  if (answer == SeenArticles::Answer::differs)
    throw Error(place() + ": another article with another text has " +
                "the IRI " + article.iri);
  if (answer == SeenArticles::Answer::is_same)
    print_warning(place(), "the same article again is left out");
  return answer == SeenArticles::Answer::is_new;
}

}  // namespace demarche
