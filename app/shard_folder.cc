#include "app/shard_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>
#include <vector>

#include "ontology/error.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* manifest_name = "manifest.json";

Compression compression_of(const std::string& name) {
  return name == "zstd"   ? Compression::zstd
         : name == "gzip" ? Compression::gzip
                          : Compression::none;
}

const char* ending_of(Compression compression) {
  return compression == Compression::zstd   ? ".zst"
         : compression == Compression::gzip ? ".gz"
                                            : "";
}

std::string_view as_text(const Sha256::Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

Sha256::Digest digest_of(const Article& article) {
  const Metadata& about = article.metadata;
  Sha256 digest;
  for (const std::string* field :
       {&article.iri, &about.id, &about.url, &about.title, &about.published,
        &about.publisher, &article.text}) {
    digest.update(*field);
    digest.update(std::string_view("\0", 1));  // In none of them.
  }
  return digest.finish();
}

bool is_shard(const Json& shard) {
  return shard.is_object() && shard.value("file", Json()).is_string() &&
         shard.value("size", Json()).is_number_unsigned() &&
         shard.value("articles", Json()).is_number_unsigned() &&
         shard.value("articles_sha256", Json()).is_string();
}

bool is_manifest(const Json& found) {
  return found.is_object() && found.contains("made_with") &&
         found.value("articles", Json()).is_number_unsigned() &&
         found.value("shards", Json()).is_array() &&
         std::ranges::all_of(found["shards"], is_shard);
}

}  // namespace

ShardPart make_part(const std::string& printed, const Article& article,
                    const ShardOptions& options) {
  return {compress(printed, compression_of(options.compression)),
          static_cast<std::size_t>(
              std::count(printed.begin(), printed.end(), '\n')),
          digest_of(article)};
}

ShardFolder::ShardFolder(const ShardOptions& options, Json made_with,
                         const std::string& ending, const std::string& head)
    : folder_(options.folder),
      compression_(compression_of(options.compression)),
      articles_per_shard_(options.articles),
      ending_(ending + ending_of(compression_)),
      head_(head) {
  made_with["compression"] = options.compression;
  made_with["articles_per_shard"] = options.articles;
  manifest_ = {{"made_with", std::move(made_with)},
               {"complete", false},
               {"articles", 0},
               {"shards", Json::array()}};
  lock();
  open_manifest(options.resume);
  Output::say_if_stopped(
      "demarche: stopped; --resume goes on after the last whole shard\n");
}

ShardFolder::~ShardFolder() {
  if (lock_ >= 0) close(lock_);
}

void ShardFolder::lock() {
  std::error_code error;
  fs::create_directories(folder_, error);
  lock_ = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ < 0) throw Error(folder_ + ": " + std::strerror(errno));
  if (flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    throw Error(folder_ + ": another program is writing there");
}

void ShardFolder::open_manifest(bool resume) {
  if (resume) {
    remove_unfinished();
    read_manifest();
  } else if (fs::directory_iterator(folder_) != fs::directory_iterator()) {
    throw Error(folder_ + ": is not empty; --resume goes on with it");
  }
  manifest_["complete"] = false;
  save_manifest();
}

void ShardFolder::read_manifest() {
  const std::string path = folder_ + "/" + manifest_name;
  std::ifstream file(path);
  if (!file) return;  // Ended before it began.
  Json found = Json::parse(file, nullptr, false);
  if (!is_manifest(found)) throw Error(path + ": is no manifest of shards");
  check_made_with(found["made_with"]);
  manifest_ = std::move(found);
}

void ShardFolder::check_made_with(const Json& other) const {
  for (const auto& [key, value] : manifest_["made_with"].items())
    if (!other.contains(key) || other[key] != value)
      throw Error(folder_ + ": cannot be resumed: '" + key + "' was " +
                  (other.contains(key) ? other[key].dump() : "not told") +
                  " and is " + value.dump());
}

/// What a program left that was killed.
void ShardFolder::remove_unfinished() const {
  std::vector<fs::path> unfinished;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(".shard-") ||
        name.starts_with(std::string(".") + manifest_name))
      unfinished.push_back(entry.path());
  }
  std::error_code error;
  for (const auto& path : unfinished) fs::remove(path, error);
}

void ShardFolder::skip(ArticleQueue& queue) const {
  for (const Json& shard : manifest_["shards"]) {
    const std::string path = folder_ + "/" + shard["file"].get<std::string>();
    std::error_code error;
    if (fs::file_size(path, error) != shard["size"].get<std::uint64_t>() ||
        error)
      throw Error(path + ": is not as the manifest says");
    Sha256 digest;
    for (auto left = shard["articles"].get<std::uint64_t>(); left > 0; --left) {
      const auto article = queue.next();
      if (!article) break;
      digest.update(as_text(digest_of(*article)));
    }
    if (shard["articles_sha256"].get<std::string>() !=
        hexadecimal(digest.finish()))
      throw Error(path + ": cannot be resumed: was made of other articles");
  }
}

void ShardFolder::add(const ShardPart& part) {
  if (!shard_) begin_shard();
  write(part.piece);
  shard_->articles_digest.update(as_text(part.article));
  shard_->lines += part.lines;
  if (++shard_->articles == articles_per_shard_) finish_shard();
}

void ShardFolder::finish() {
  if (shard_) finish_shard();
  manifest_["complete"] = true;
  save_manifest();
}

std::string ShardFolder::next_name() const {
  return fmt::format("shard-{:06}{}", manifest_["shards"].size() + 1, ending_);
}

void ShardFolder::begin_shard() {
  shard_.emplace(folder_ + "/" + next_name(), compression_);
  write(shard_->compressed.head());
  if (!head_.empty()) write(compress(head_, compression_));
}

void ShardFolder::write(const CompressedPiece& piece) {
  shard_->compressed.add(piece);
  write(piece.bytes);
}

void ShardFolder::write(std::string_view bytes) {
  shard_->output.write(bytes);
  shard_->digest.update(bytes);
  shard_->bytes += bytes.size();
}

void ShardFolder::finish_shard() {
  write(shard_->compressed.tail());
  shard_->output.finish();
  if (fsync(lock_) != 0) throw OutputError(folder_ + ": cannot be synced");
  manifest_["articles"] =
      manifest_["articles"].get<std::size_t>() + shard_->articles;
  manifest_["shards"].push_back(
      {{"file", next_name()},
       {"articles", shard_->articles},
       {"lines", shard_->lines},
       {"size", shard_->bytes},
       {"uncompressed_size", shard_->compressed.size()},
       {"sha256", hexadecimal(shard_->digest.finish())},
       {"articles_sha256", hexadecimal(shard_->articles_digest.finish())}});
  shard_.reset();
  save_manifest();
}

void ShardFolder::save_manifest() {
  Output output(folder_ + "/" + manifest_name);
  output.write(manifest_.dump(1) + "\n");
  output.finish();
  if (fsync(lock_) != 0) throw OutputError(folder_ + ": cannot be synced");
}

}  // namespace demarche
