#ifndef DEMARCHE_ONTOLOGY_MAPPED_FILE_H_
#define DEMARCHE_ONTOLOGY_MAPPED_FILE_H_

#include <string>
#include <string_view>
#include <utility>

namespace demarche {

/// The bytes of a file, mapped into memory and never written.
///
/// The mapping starts on a page, so an offset that is aligned in the file is
/// aligned in memory.  Moving it keeps the bytes where they are.
class MappedFile {
 public:
  MappedFile() = default;  ///< No bytes.
  /// Throws `Error` if `path` is not a file that can be read.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept
      : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace demarche

#endif
