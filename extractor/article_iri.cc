#include "extractor/article_iri.h"

#include <algorithm>
#include <cstdint>

#include "extractor/utf8.h"
#include "ontology/iri_characters.h"
#include "ontology/sha256.h"

namespace demarche {
namespace {

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// The size of "https:"; 0 if there is no scheme.
std::size_t scheme_size(std::string_view url) {
  if (url.empty() || !is_letter(url[0])) return 0;
  std::size_t i = 1;
  while (i < url.size() &&
         (is_letter(url[i]) || is_digit(url[i]) ||
          std::string_view("+-.").find(url[i]) != std::string_view::npos))
    ++i;
  return i < url.size() && url[i] == ':' ? i + 1 : 0;
}

/// Where the host with its port ends: the next "/" or "?" after "//".
std::size_t authority_end(std::string_view url, std::size_t scheme) {
  if (!url.substr(scheme).starts_with("//")) return scheme;
  return std::min(url.find_first_of("/?#", scheme + 2), url.size());
}

/// Whether the character stands for itself after the host.  Private use and
/// unassigned characters do not, nor does what URLs reserve for their parts.
bool is_allowed(char32_t c) {
  if (c < 0x80)
    return is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c)) ||
           std::u32string_view(U"-._~:/?@!$&'()*+,;=").find(c) !=
               std::u32string_view::npos;
  return c >= 0xa0 && c < 0xefffe && (c & 0xfffe) != 0xfffe &&
         (c < 0xe000 || c > 0xf8ff) && (c < 0xfdd0 || c > 0xfdef) &&
         (c < 0xfff0 || c > 0xffff) && (c < 0xe0000 || c > 0xe0fff);
}

/// Whether nothing in it would have to be encoded, which no host can be.
bool stands_for_itself(std::string_view authority) {
  for (std::size_t i = 0; i < authority.size();) {
    const CodePoint c = code_point_at(authority, i);
    if (c.value < 0x80 ? is_unsafe_in_iri(authority[i]) : !is_allowed(c.value))
      return false;
    i += c.size;
  }
  return true;
}

/// User, host and port as far as a wrong one would make no IRI at all.
bool is_authority(std::string_view authority) {
  if (!stands_for_itself(authority)) return false;
  authority.remove_prefix(authority.rfind('@') + 1);
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.rfind(':');
  const bool has_port =
      colon != authority.npos && (bracket == authority.npos || colon > bracket);
  const std::string_view host =
      has_port ? authority.substr(0, colon) : authority;
  const std::string_view port =
      has_port ? authority.substr(colon + 1) : std::string_view();
  if (host.empty() || !std::all_of(port.begin(), port.end(), is_digit))
    return false;
  const bool literal = host.front() == '[' && host.back() == ']';
  return (literal || host.find_first_of("[]:") == host.npos) &&
         host.find('%') == host.npos;
}

void append_encoded(std::string_view bytes, std::string& iri) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    iri += '%';
    iri += digits[byte >> 4];
    iri += digits[byte & 15];
  }
}

bool is_escape(std::string_view text) {
  return text.size() >= 3 && text[0] == '%' && is_hexadecimal(text[1]) &&
         is_hexadecimal(text[2]);
}

}  // namespace

std::optional<std::string> iri_of_url(std::string_view url) {
  const std::size_t scheme = scheme_size(url);
  if (scheme == 0 || scheme == url.size()) return std::nullopt;
  const std::size_t begin = authority_end(url, scheme);
  const bool has_authority = begin > scheme;
  if (has_authority &&
      !is_authority(url.substr(scheme + 2, begin - scheme - 2)))
    return std::nullopt;
  std::string iri(url.substr(0, begin));
  for (std::size_t i = begin; i < url.size();) {
    const CodePoint c = code_point_at(url, i);
    if (is_allowed(c.value) || is_escape(url.substr(i)))
      iri.append(url, i, c.size);
    else
      append_encoded(url.substr(i, c.size), iri);
    i += c.size;
  }
  return iri;
}

std::string iri_of_content(std::string_view id, std::string_view text) {
  Sha256 digest;
  digest.update(id);
  digest.update(std::string_view("\0", 1));
  digest.update(text);
  return "https://w3id.org/demarche/article/" +
         hexadecimal(digest.finish()).substr(0, 16);
}

}  // namespace demarche
