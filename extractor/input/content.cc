#include "extractor/input/content.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "extractor/characters.h"

namespace demarche {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Each header of tar has the sum of its bytes in it, in octal digits, as if
/// those were spaces.
bool is_tar(std::string_view bytes) {
  constexpr std::size_t header = 512, begin = 148, size = 8;
  if (bytes.size() < header || bytes[0] == '\0') return false;
  std::uint32_t sum = 0, told = 0;
  for (std::size_t i = 0; i < header; ++i)
    sum += i >= begin && i < begin + size ? std::uint32_t{' '}
                                          : static_cast<std::uint8_t>(bytes[i]);
  for (const char c : bytes.substr(begin, size))
    if (c >= '0' && c <= '7')
      told = told * 8 + static_cast<std::uint32_t>(c - '0');
  return sum == told;
}

bool is_packed(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with(
             "\xfd"
             "7zXZ\0"sv) ||
         bytes.starts_with("\x28\xb5\x2f\xfd") ||
         bytes.starts_with("\x04\x22\x4d\x18") ||
         (bytes.starts_with("BZh") && bytes.substr(4).starts_with("1AY&SY"));
}

/// Whether a line begins an object with a key, or an empty object.
bool begins_record(std::string_view line) {
  if (!line.starts_with('{')) return false;
  const std::size_t next = line.find_first_not_of(" \t\r", 1);
  return next != line.npos && (line[next] == '"' || line[next] == '}');
}

/// Whether text begins as a page does, by the WHATWG's rules of MIME sniffing.
bool begins_page(std::string_view text) {
  constexpr std::array<std::string_view, 18> tags = {
      "<!doctype html", "<html",  "<head", "<body",  "<title",  "<meta",
      "<script",        "<style", "<div",  "<table", "<iframe", "<h1",
      "<font",          "<p",     "<a",    "<b",     "<br",     "<link"};
  if (text.starts_with("<!--")) return true;
  const std::string begin = lower_ascii(text.substr(0, 16));
  return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) {
    return begin.starts_with(tag) &&
           (begin.size() == tag.size() ||
            std::string_view(" \t\r\n>").find(begin[tag.size()]) !=
                std::string_view::npos);
  });
}

/// XHTML has an XML declaration first.
std::string_view without_declaration(std::string_view text) {
  if (!text.starts_with("<?xml")) return text;
  text.remove_prefix(std::min(text.find('>'), text.size() - 1) + 1);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text;
}

}  // namespace

Content detect_content(std::string_view beginning) {
  if (beginning.starts_with("\x1f\x8b\x08")) return Content::gzip;
  if (is_packed(beginning)) return Content::packed;
  if (beginning.starts_with("PK\x03\x04") ||
      beginning.starts_with("PK\x05\x06"))
    return Content::zip;
  if (is_tar(beginning)) return Content::tar;
  if (beginning.starts_with("WARC/")) return Content::warc;
  if (beginning.starts_with("\xff\xfe<") || beginning.starts_with("\xfe\xff"))
    return Content::html;  // In UTF-16, which texts are not read in.
  if (beginning.starts_with(byte_order_mark))
    beginning.remove_prefix(byte_order_mark.size());
  beginning.remove_prefix(
      std::min(beginning.find_first_not_of(" \t\r\n"), beginning.size()));
  if (begins_record(beginning)) return Content::jsonl;
  return begins_page(without_declaration(beginning)) ? Content::html
                                                     : Content::text;
}

}  // namespace demarche
