#ifndef DEMARCHE_EXTRACTOR_INPUT_ARCHIVE_H_
#define DEMARCHE_EXTRACTOR_INPUT_ARCHIVE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractor/input/byte_reader.h"
#include "extractor/input/expansion.h"

struct archive;

namespace demarche {

/// Whether the program was built with libarchive.
bool can_open_archives();

/// What libarchive reads: the members of a tar or zip archive one after
/// another, or the one thing that xz, zstd and the like packed.  Nothing is
/// ever written to disk, so that a member's name is only a name.
class Archive {
 public:
  enum class Form { tar, zip, packed };

  /// Throws `Error` if the program was built without libarchive.
  Archive(std::unique_ptr<ByteStream> source, std::string name, Form form);
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// Goes to the next member that is a file and gives its name, in which
  /// control characters and broken UTF-8 are replaced; nothing at the end.
  /// Throws `Error` at what cannot be read; the next call goes on behind it.
  std::optional<std::string> next_member();

  /// The next bytes of the member; 0 at its end.  Throws `Error` as
  /// `ByteStream::read` does.
  std::size_t read(std::span<char> buffer);

  std::uint64_t consumed() const { return source_.consumed(); }

 private:
  struct Close {
    void operator()(archive* handle) const;
  };

  static long read_block(archive* handle, void* self, const void** block);
  void open();
  bool reopen();
  [[noreturn]] void fail(const std::string& name, bool broken);
  std::string name_of_member() const;

  std::string name_;
  Form form_;
  ByteReader source_;
  std::vector<char> block_;
  std::optional<Error> problem_;  ///< Of the source, while libarchive reads it.
  std::unique_ptr<archive, Close> handle_;
  std::uint64_t base_ = 0;  ///< Where in the source `handle_` began.
  std::string member_;
  Expansion all_, of_member_;
  bool within_ = false;  ///< Within a member.
  bool broken_ = false;  ///< `handle_` can go on no more.
  bool done_ = false;
};

/// The bytes of the member at which an archive is, which must outlive it.
class MemberStream final : public ByteStream {
 public:
  explicit MemberStream(Archive& archive) : archive_(archive) {}
  std::size_t read(std::span<char> buffer) override {
    return archive_.read(buffer);
  }
  std::uint64_t consumed() const override { return archive_.consumed(); }

 private:
  Archive& archive_;
};

/// What xz, zstd, bzip2 or lz4 packed.
class UnpackedStream final : public ByteStream {
 public:
  UnpackedStream(std::unique_ptr<ByteStream> packed, const std::string& name);
  std::size_t read(std::span<char> buffer) override;
  std::uint64_t consumed() const override { return archive_.consumed(); }

 private:
  Archive archive_;
  bool begun_ = false;
};

}  // namespace demarche

#endif
