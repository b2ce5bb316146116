#ifndef DEMARCHE_EXTRACTOR_INPUT_WARC_READER_H_
#define DEMARCHE_EXTRACTOR_INPUT_WARC_READER_H_

#include <cstdint>
#include <optional>
#include <string>

#include "extractor/input/archived_response.h"
#include "extractor/input/byte_reader.h"

namespace demarche {

/// A page that a crawler archived.
struct WarcPage {
  std::string id;       ///< Of the record.
  std::string url;      ///< Whence it came.
  std::string charset;  ///< That HTTP declares, or empty.
  std::string html;
};

/// The pages in a WARC file (ISO 28500), one after another: what servers
/// answered with success and HTML.  Other records are passed over.
///
/// The date of a record is that of the crawl and says nothing of when a page
/// was published, so that it is not given.
class WarcReader {
 public:
  /// Reads from `bytes`, which must outlive it; `name` is for messages.
  WarcReader(ByteReader& bytes, std::string name);

  /// The next page, or nothing after the last one.  Throws `Error`
  /// "name:offset: problem" for a broken record; the next call goes on with
  /// the record behind it.
  std::optional<WarcPage> next();

  /// Where the last record begins, in a packed file its packed part.
  std::uint64_t offset() const { return offset_; }

 private:
  bool find_record();
  bool begin_record();
  std::optional<WarcPage> read_record();
  Headers read_headers();
  std::string read_block(std::uint64_t size);
  bool ends_record();
  void put_back_next(const std::string& block);
  Error problem(const std::string& what) const;

  ByteReader& bytes_;
  std::string name_;
  std::uint64_t offset_ = 0;
  bool lost_ = false;  ///< Where the next record begins has to be found.
};

}  // namespace demarche

#endif
