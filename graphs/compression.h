#ifndef DEMARCHE_GRAPHS_COMPRESSION_H_
#define DEMARCHE_GRAPHS_COMPRESSION_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche {

enum class Compression { none, gzip, zstd };

/// Part of a compressed file: pieces are made side by side and put together in
/// their order.  Its bytes depend on nothing but what is in it.
struct CompressedPiece {
  std::string bytes;
  std::uint32_t checksum = 0;  ///< CRC-32 of what is in it, for gzip.
  std::size_t size = 0;        ///< Of what is in it.
};

CompressedPiece compress(std::string_view bytes, Compression compression);

/// Makes one file of pieces: of zstd, a frame each; of gzip, one member, since
/// not every reader goes on to the next.
class CompressedFile {
 public:
  explicit CompressedFile(Compression compression)
      : compression_(compression) {}

  /// What comes before the first piece, and after the last one.
  std::string head() const;
  std::string tail() const;

  /// Tells of a piece that is now part of the file.
  void add(const CompressedPiece& piece);

  /// The size of what is in the pieces.
  std::uint64_t size() const { return size_; }

 private:
  Compression compression_;
  std::uint32_t checksum_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace demarche

#endif
