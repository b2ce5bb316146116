#ifndef DEMARCHE_EXTRACTOR_INPUT_BYTE_READER_H_
#define DEMARCHE_EXTRACTOR_INPUT_BYTE_READER_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extractor/input/byte_stream.h"
#include "ontology/error.h"

namespace demarche {

/// The most bytes that a line, a text, a page or a record may have.
constexpr std::uint64_t longest_record = std::uint64_t{1} << 30;  // 1 GiB

/// A stream in which one can look ahead.
///
/// What cannot be read is told of when it is come to: until then, looking ahead
/// sees the bytes before it as if they were the last.
class ByteReader final : public ByteStream {
 public:
  /// `name` is what messages call it.
  ByteReader(std::unique_ptr<ByteStream> source, std::string name);

  /// The next bytes: `count`, or fewer before the end.  Valid until the next
  /// call of anything.
  std::string_view peek(std::size_t count);

  /// The next bytes, without looking further: none only at the end.  Throws
  /// `Error` at what cannot be read.
  std::string_view peek_some();

  /// Goes on behind `count` bytes.  Precondition: they have been seen.
  void skip(std::size_t count);

  /// Puts bytes that were skipped last before the next ones again.
  void put_back(std::string_view bytes);

  /// Puts the next line into `line`, without its end; false after the last
  /// one.  Throws `Error` if it cannot be read to its end, or is longer than
  /// `longest_record`; it is lost then.
  bool read_line(std::string& line);

  /// All that follows.  Throws `Error` as `read_line` does.
  std::string read_all();

  /// The number of bytes before the next one.
  std::uint64_t position() const { return position_; }

  /// Where the next byte is found in the file or archive.
  std::uint64_t offset() { return source_->locate(position_); }

  std::size_t read(std::span<char> buffer) override;
  std::uint64_t consumed() const override { return source_->consumed(); }
  std::uint64_t locate(std::uint64_t position) override {
    return source_->locate(position);
  }
  bool seek(std::uint64_t position) override;

 private:
  bool fill();
  void throw_problem();
  [[noreturn]] void lose_line();

  std::unique_ptr<ByteStream> source_;
  std::string name_;
  std::string bytes_;             ///< Read, and in part gone past.
  std::size_t begin_ = 0;         ///< Of what has not been gone past.
  std::uint64_t position_ = 0;    ///< Of `bytes_[begin_]` in the stream.
  std::optional<Error> problem_;  ///< After `bytes_`.
};

}  // namespace demarche

#endif
