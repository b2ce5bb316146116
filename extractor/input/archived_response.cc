#include "extractor/input/archived_response.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "extractor/characters.h"
#include "extractor/input/byte_reader.h"
#include "extractor/input/expansion.h"
#include "ontology/error.h"

namespace demarche {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// Takes a line from the front of `rest`, without its end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// "1a;name=value" before each chunk; archives also keep bodies whose chunks
/// have been joined, and leave the header in place.
std::string join_chunks(std::string body) {
  std::string joined;
  for (std::string_view rest = body; !rest.empty();) {
    const std::string_view line = trimmed(take_line(rest));
    std::size_t size = 0;
    const auto [end, error] =
        std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool is_size =
        error == std::errc() &&
        (end == line.data() + line.size() || *end == ';' || *end == ' ');
    if (!is_size && joined.empty()) return body;
    if (!is_size) throw Error("the chunks of the body are broken");
    if (size == 0) break;
    joined += rest.substr(0, size);
    rest.remove_prefix(std::min(size, rest.size()));
    take_line(rest);
  }
  return joined;
}

/// Unpacks gzip, zlib and bare deflate, whatever the header calls it.
std::string inflate_body(const std::string& body) {
  const bool headed = body.starts_with("\x1f\x8b") || body.starts_with('\x78');
  constexpr int detect = 32;
  z_stream z = {};
  if (inflateInit2(&z, headed ? detect + MAX_WBITS : -MAX_WBITS) != Z_OK)
    throw Error("too little memory to unpack the body");
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  z.avail_in = static_cast<uInt>(body.size());
  Expansion expansion(0);
  std::string unpacked;
  std::array<char, 65536> block;
  int result = Z_OK;
  bool allowed = true;
  while (result == Z_OK && allowed) {
    z.next_out = reinterpret_cast<Bytef*>(block.data());
    z.avail_out = static_cast<uInt>(block.size());
    result = inflate(&z, Z_NO_FLUSH);
    const std::size_t count = block.size() - z.avail_out;
    unpacked.append(block.data(), count);
    allowed = unpacked.size() <= longest_record &&
              expansion.allows(count, body.size());
  }
  inflateEnd(&z);
  if (!allowed) throw Error("the body unpacks to more than 500 times its size");
  if (result != Z_STREAM_END) throw Error("the packed body is damaged");
  return unpacked;
}

}  // namespace

std::string_view value_of(const Headers& headers, std::string_view name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : found->second;
}

void add_header(std::string_view line, Headers& headers) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon == 0) return;
  headers.try_emplace(lower_ascii(trimmed(line.substr(0, colon))),
                      trimmed(line.substr(colon + 1)));
}

bool ArchivedResponse::is_page() const {
  const std::string type = lower_ascii(value_of(headers, "content-type"));
  return type.starts_with("text/html") ||
         type.starts_with("application/xhtml+xml");
}

ArchivedResponse parse_response(std::string_view bytes) {
  ArchivedResponse response;
  const std::string_view first = take_line(bytes);
  const std::size_t space = first.find(' ');
  if (!first.starts_with("HTTP/") || space == first.npos)
    throw Error("the response is not HTTP");
  const std::string_view code = first.substr(space + 1, 3);
  std::from_chars(code.data(), code.data() + code.size(), response.status);
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (line.empty()) break;
    add_header(line, response.headers);
  }
  response.body = bytes;
  return response;
}

void decode_body(ArchivedResponse& response) {
  const std::string transfer =
      lower_ascii(value_of(response.headers, "transfer-encoding"));
  if (transfer.find("chunked") != transfer.npos)
    response.body = join_chunks(std::move(response.body));
  const std::string encoding =
      lower_ascii(value_of(response.headers, "content-encoding"));
  if (encoding.empty() || encoding == "identity" || response.body.empty())
    return;
  if (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate") {
    // Crawlers unpack bodies and leave the header in place.
    const bool unpacked = response.body.starts_with('<') ||
                          response.body.starts_with("\r\n") ||
                          response.body.starts_with('\n');
    if (!unpacked) response.body = inflate_body(response.body);
  } else if (!response.body.starts_with('<')) {
    throw Error("the encoding '" + encoding + "' of the body is not known");
  }
}

}  // namespace demarche
