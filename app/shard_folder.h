#ifndef DEMARCHE_APP_SHARD_FOLDER_H_
#define DEMARCHE_APP_SHARD_FOLDER_H_

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "app/article_queue.h"
#include "app/output.h"
#include "graphs/compression.h"
#include "ontology/sha256.h"

namespace demarche {

/// What a shard is made of: one article, printed.
struct ShardPart {
  CompressedPiece piece;
  std::size_t lines = 0;
  Sha256::Digest article{};  ///< Of all that was read of it.
};

/// How a corpus is written in many files.
struct ShardOptions {
  std::string folder;  ///< Empty: none.
  std::string compression = "zstd";
  std::size_t articles = 1000;  ///< In each file but the last.
  bool resume = false;
};

/// May be called by several threads.
ShardPart make_part(const std::string& printed, const Article& article,
                    const ShardOptions& options);

/// A folder with the output of a corpus in files of so many articles each, and
/// `manifest.json`, which names those that are whole.
///
/// A file is there whole or not at all, and the manifest is written anew after
/// each, so that the work can be ended at any time and taken up again.  The
/// bytes of all files depend on the articles and on what the manifest tells of
/// the program only.
class ShardFolder {
 public:
  /// Makes the folder, or opens one to go on with.  `made_with` are the options
  /// on which the bytes depend, `ending` is that of the files' names (".nq")
  /// and `head` comes first in each.  Throws `Error` if another program writes
  /// there, if there is something in the folder and it is not to be resumed, or
  /// if that was made with something else.
  ShardFolder(const ShardOptions& options, nlohmann::ordered_json made_with,
              const std::string& ending, const std::string& head);
  ~ShardFolder();
  ShardFolder(const ShardFolder&) = delete;
  ShardFolder& operator=(const ShardFolder&) = delete;

  /// Takes the articles of the files that are whole from the queue.  Throws
  /// `Error` if they are others.
  void skip(ArticleQueue& queue) const;

  void add(const ShardPart& part);

  /// Finishes the last file.  Call it once, last.
  void finish();

 private:
  struct Shard {
    explicit Shard(const std::string& path, Compression compression)
        : output(path), compressed(compression) {}
    Output output;
    CompressedFile compressed;
    Sha256 digest, articles_digest;
    std::uint64_t bytes = 0;
    std::size_t articles = 0, lines = 0;
  };

  void lock();
  void open_manifest(bool resume);
  void read_manifest();
  void check_made_with(const nlohmann::ordered_json& other) const;
  void remove_unfinished() const;
  std::string next_name() const;
  void begin_shard();
  void write(const CompressedPiece& piece);
  void write(std::string_view bytes);
  void finish_shard();
  void save_manifest();

  std::string folder_;
  Compression compression_;
  std::size_t articles_per_shard_;
  std::string ending_;
  std::string head_;
  int lock_ = -1;  ///< Descriptor of the folder.
  nlohmann::ordered_json manifest_;
  std::optional<Shard> shard_;
};

}  // namespace demarche

#endif
