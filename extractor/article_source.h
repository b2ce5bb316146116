#ifndef DEMARCHE_EXTRACTOR_ARTICLE_SOURCE_H_
#define DEMARCHE_EXTRACTOR_ARTICLE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "extractor/article_reader.h"
#include "extractor/input/documents.h"
#include "extractor/input/html_page.h"
#include "extractor/input/warc_reader.h"
#include "extractor/jsonl.h"

namespace demarche {

/// What a file holds, when it is unpacked.
enum class InputKind { detect, text, digest, html, jsonl, warc };

/// The articles of one file, archive or folder, read one at a time: a JSONL
/// file of any size, packed or not, needs the memory of its longest record.
class ArticleSource {
 public:
  /// "-" is standard input.  What `given` holds, other than the id, replaces
  /// what the file says.  Nothing is opened yet.
  ArticleSource(const std::string& path, InputKind kind, Metadata given = {});

  /// The next article, or nothing after the last one.  Throws `Error` for an
  /// article that cannot be read; the next call goes on after it.
  std::optional<Reading> next();

  /// Where the last article stood: "file", "file:line" for a record of JSONL,
  /// "file:offset" for one of WARC; with "archive:member" in the place of the
  /// file for what was in one.
  const std::string& place() const { return place_; }

  /// How far the file with the last article has been read.
  std::uint64_t bytes_read() const {
    return document_ ? document_->bytes->consumed() : 0;
  }

 private:
  bool open_next();
  std::optional<Reading> next_in_document();
  std::optional<Reading> next_line();
  std::optional<Reading> read_text();
  std::optional<Reading> read_html();
  std::optional<Reading> next_warc_page();
  Reading finish(HtmlPage page) const;
  Reading finish(Record record, ArticleForm form) const;

  InputKind kind_;
  Metadata given_;
  Documents documents_;
  std::optional<Document> document_;
  std::optional<WarcReader> warc_;  ///< Over the bytes of `document_`.
  InputKind document_kind_ = InputKind::detect;  ///< Of `document_`.
  std::size_t line_ = 0;                         ///< In `document_`.
  std::string place_;
};

}  // namespace demarche

#endif
