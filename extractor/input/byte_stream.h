#ifndef DEMARCHE_EXTRACTOR_INPUT_BYTE_STREAM_H_
#define DEMARCHE_EXTRACTOR_INPUT_BYTE_STREAM_H_

#include <cstddef>
#include <cstdint>
#include <span>

namespace demarche {

/// Bytes that are read once and in order: a file, what is packed in one, a
/// member of an archive.  Streams stand on each other and own what is below.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  /// Fills the beginning of `buffer` with the next bytes and returns their
  /// number; 0 only at the end.  Throws `Error` at what cannot be read, after
  /// all bytes before it were given; the next call goes on behind it.
  virtual std::size_t read(std::span<char> buffer) = 0;

  /// How much has been read of the file at the bottom.
  virtual std::uint64_t consumed() const = 0;

  /// Where the byte at `position` is found in what this stream was made of;
  /// for packed bytes, where the packed part that holds it begins.  Positions
  /// must be asked for in order.
  virtual std::uint64_t locate(std::uint64_t position) { return position; }

  /// Goes to `position` if that is possible.
  virtual bool seek(std::uint64_t) { return false; }
};

}  // namespace demarche

#endif
