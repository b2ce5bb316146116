#ifndef DEMARCHE_EXTRACTOR_INPUT_FILE_STREAM_H_
#define DEMARCHE_EXTRACTOR_INPUT_FILE_STREAM_H_

#include <fstream>
#include <istream>
#include <string>

#include "extractor/input/byte_stream.h"

namespace demarche {

/// Opens a file for reading; throws `Error` with the reason if it cannot be
/// read, such as being a directory.
void open_input(const std::string& path, std::ifstream& file);

/// Whether reading has ended because something failed, not at the end.
/// `std::cin` itself does not tell.
bool has_failed(const std::istream& stream);

/// The bytes of a file, or of standard input for "-".
class FileStream final : public ByteStream {
 public:
  /// Throws `Error` as `open_input` does.
  explicit FileStream(const std::string& path);

  std::size_t read(std::span<char> buffer) override;
  std::uint64_t consumed() const override { return position_; }
  bool seek(std::uint64_t position) override;

 private:
  std::string path_;
  std::ifstream file_;
  std::istream& stream_;
  std::uint64_t position_ = 0;
};

}  // namespace demarche

#endif
