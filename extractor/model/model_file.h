#ifndef DEMARCHE_EXTRACTOR_MODEL_MODEL_FILE_H_
#define DEMARCHE_EXTRACTOR_MODEL_MODEL_FILE_H_

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/mapped_file.h"

namespace demarche {

/// A checked model file in memory: named tensors, read in place.
///
/// docs/model_format.md defines the file.  Everything that is handed out is a
/// view into the mapping and lives as long as this object or the one it was
/// moved to.  All functions throw `Error` with the file's name and the reason
/// when the file is not as the caller needs it.
class ModelFile {
 public:
  using Shape = std::vector<std::uint32_t>;

  /// Stands for any number in an expected shape.
  static constexpr std::uint32_t any = 0xffffffff;

  /// Refuses a file that is foreign, newer, truncated or damaged.
  static ModelFile load(const std::string& path);

  /// The same without the checksum, so that it is reckoned while others read.
  /// What they read lies within the file, but may be damaged until `confirm`.
  static ModelFile open(const std::string& path);
  std::string checksum() const;
  void confirm(std::string checksum);

  bool contains(std::string_view name) const;

  /// Whether there is a tensor whose name begins so.
  bool contains_below(std::string_view prefix) const;

  /// The dimensions of a tensor.
  const Shape& shape(std::string_view name) const;

  /// All numbers of a tensor, last dimension fastest.  Floats are finite.
  std::span<const float> floats(std::string_view name,
                                const Shape& expected) const;
  std::span<const std::int8_t> integers(std::string_view name,
                                        const Shape& expected) const;

  /// The lines of a text tensor, without their ends.
  std::vector<std::string_view> lines(std::string_view name) const;

  /// SHA-256 of the contents, in hexadecimal digits; "" until `confirm`.
  const std::string& digest() const { return digest_; }

  /// Throws `Error`, naming this file.
  [[noreturn]] void refuse(const std::string& problem) const;

 private:
  enum class Kind : std::uint8_t { float32, int8, text };

  struct Tensor {
    Kind kind = Kind::float32;
    Shape shape;
    std::string_view bytes;
  };

  explicit ModelFile(const std::string& path);
  void check_header();
  void read_directory();
  void read_entry(std::string_view& directory);
  void check_tensor(const std::string& name, const Tensor& tensor) const;
  const Tensor& find(std::string_view name) const;
  const Tensor& find(std::string_view name, Kind kind,
                     const Shape& expected) const;

  std::string path_;
  MappedFile file_;
  std::map<std::string, Tensor, std::less<>> tensors_;
  std::string digest_;
};

}  // namespace demarche

#endif
