// A record is "WARC/1.1", headers, an empty line, as many bytes as
// Content-Length says, and two line ends.  Where that is wrong, the next line
// of "WARC/1." begins the next record.

#include "extractor/input/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "extractor/characters.h"
#include "extractor/input/charset.h"
#include "extractor/input/content.h"
#include "extractor/utf8.h"

namespace demarche {
namespace {

constexpr std::string_view version = "WARC/1.";
constexpr std::size_t longest_head = 1 << 16;
constexpr std::size_t searched = 1 << 16;

/// Where a line "WARC/1.0" begins; npos: nowhere.
std::size_t find_version(std::string_view bytes) {
  for (std::size_t at = bytes.find(version); at != bytes.npos;
       at = bytes.find(version, at + 1)) {
    const std::string_view rest = bytes.substr(at + version.size());
    if ((at == 0 || bytes[at - 1] == '\n') && rest.size() >= 2 &&
        (rest[1] == '\r' || rest[1] == '\n'))
      return at;
  }
  return bytes.npos;
}

std::string without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>'))
    text = text.substr(1, text.size() - 2);
  return std::string(text);
}

}  // namespace

WarcReader::WarcReader(ByteReader& bytes, std::string name)
    : bytes_(bytes), name_(std::move(name)) {}

std::optional<WarcPage> WarcReader::next() {
  while (lost_ ? find_record() : begin_record()) {
    offset_ = bytes_.offset();
    lost_ = true;  // Until the end of the record has been seen.
    if (auto page = read_record()) return page;
  }
  return std::nullopt;
}

/// Goes to the next line that begins a record; false if there is none.
bool WarcReader::find_record() {
  for (;;) {
    const std::string_view bytes = bytes_.peek(searched);
    const std::size_t found = find_version(bytes);
    if (found != bytes.npos) {
      bytes_.skip(found);
      return true;
    }
    if (bytes.size() < searched) {
      bytes_.skip(bytes.size());
      if (bytes_.peek_some().empty()) return false;
      continue;
    }
    bytes_.skip(bytes.size() - version.size() - 2);
  }
}

/// Goes over the line ends between records; false at the end.
bool WarcReader::begin_record() {
  for (;;) {
    const std::string_view bytes = bytes_.peek_some();
    if (bytes.empty()) return false;
    const std::size_t ends = bytes.find_first_not_of("\r\n");
    bytes_.skip(std::min(ends, bytes.size()));
    if (ends != bytes.npos) return true;
  }
}

/// The page of the record that begins here, if it has one.
std::optional<WarcPage> WarcReader::read_record() {
  const Headers headers = read_headers();
  const std::string_view length = value_of(headers, "content-length");
  std::uint64_t size = 0;
  const auto parsed =
      std::from_chars(length.data(), length.data() + length.size(), size);
  if (length.empty() || parsed.ptr != length.data() + length.size())
    throw problem("the record has no Content-Length");
  if (size > longest_record) throw problem("the record is longer than 1 GiB");
  const std::string block = read_block(size);
  const std::string type = lower_ascii(value_of(headers, "warc-type"));
  const std::string url =
      without_brackets(value_of(headers, "warc-target-uri"));
  if (type != "response" || !url.starts_with("http")) return std::nullopt;
  try {
    ArchivedResponse response = parse_response(block);
    if (response.status / 100 != 2 || !response.is_page()) return std::nullopt;
    decode_body(response);
    return WarcPage{without_brackets(value_of(headers, "warc-record-id")), url,
                    find_charset(value_of(response.headers, "content-type")),
                    std::move(response.body)};
  } catch (const Error& error) {
    throw problem(error.what());
  }
}

Headers WarcReader::read_headers() {
  Headers headers;
  std::size_t size = 0;
  std::string line;
  if (!bytes_.peek(version.size()).starts_with("WARC/"))
    throw problem("no record of WARC begins here");
  bytes_.read_line(line);
  while (bytes_.read_line(line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) return headers;
    size += line.size();
    if (size > longest_head)
      throw problem("the head of the record is too long");
    repair_utf8(line);
    add_header(line, headers);
  }
  throw problem("the record ends early");
}

/// Reads the bytes of the record and sees whether they end where they should.
std::string WarcReader::read_block(std::uint64_t size) {
  std::string block;
  while (block.size() < size) {
    const std::string_view bytes = bytes_.peek_some();
    if (bytes.empty()) break;
    const std::size_t count =
        std::min<std::uint64_t>(bytes.size(), size - block.size());
    block += bytes.substr(0, count);
    bytes_.skip(count);
  }
  if (block.size() == size && ends_record()) {
    lost_ = false;
    return block;
  }
  put_back_next(block);
  throw problem(block.size() < size ? "the record ends early"
                                    : "the Content-Length is wrong");
}

/// Whether nothing but line ends is before the next record or the end.
bool WarcReader::ends_record() {
  if (!begin_record()) return true;
  return bytes_.peek(version.size()).starts_with("WARC/");
}

/// A length that is too long swallows the next record.
void WarcReader::put_back_next(const std::string& block) {
  const std::size_t found = find_version(block);
  if (found != block.npos && found > 0)
    bytes_.put_back(std::string_view(block).substr(found));
}

Error WarcReader::problem(const std::string& what) const {
  return Error(name_ + ":" + std::to_string(offset_) + ": " + what);
}

}  // namespace demarche
