#ifndef DEMARCHE_EXTRACTOR_ARTICLE_SOURCE_H_
#define DEMARCHE_EXTRACTOR_ARTICLE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <istream>
#include <optional>
#include <string>

#include "extractor/article_reader.h"

namespace demarche {

/// What a file holds.
enum class InputKind { detect, text, digest, jsonl };

/// Opens a file for reading; throws `Error` with the reason if it cannot be
/// read, such as being a directory.
void open_input(const std::string& path, std::ifstream& file);

/// The articles of one file, read one at a time: a JSONL file of any size
/// needs the memory of its longest record.
class ArticleSource {
 public:
  /// Opens a file; "-" is standard input.  What `given` holds, other than the
  /// id, replaces what the file says.  Throws `Error` if it cannot be read.
  ArticleSource(const std::string& path, InputKind kind, Metadata given = {});

  /// The next article, or nothing after the last one.  Throws `Error` for an
  /// article that cannot be read; the next call goes on after it.
  std::optional<Reading> next();

  /// Where the last article stood: "file", or "file:line" for a record.
  std::string place() const;

  /// How far the file has been read.
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  InputKind detect();
  std::optional<Reading> next_record();
  Reading read_whole();
  void complete(Metadata& metadata) const;
  void check_stream() const;

  std::string name_;  ///< As messages call it.
  InputKind kind_;
  Metadata given_;
  std::ifstream file_;
  std::istream& stream_;
  std::string begun_;  ///< Read in order to detect the kind.
  std::size_t line_ = 0;
  std::uint64_t bytes_read_ = 0;
  bool done_ = false;
};

}  // namespace demarche

#endif
