#ifndef DEMARCHE_EXTRACTOR_ARTICLE_IRI_H_
#define DEMARCHE_EXTRACTOR_ARTICLE_IRI_H_

#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// A URL as an IRI of RFC 3987: what such an IRI may not hold (spaces, quotes,
/// a "%" that escapes nothing, …) is percent-encoded, and so is "#", because
/// the spans of the article are addressed by its fragment.  Nothing if it has
/// no scheme or no name after it, and so cannot name an article.
///
/// Precondition: valid UTF-8.
std::optional<std::string> iri_of_url(std::string_view url);

/// The IRI of an article without a URL, from what is in it: the first 16
/// digits of SHA-256 over its id, a zero byte and its text.
std::string iri_of_content(std::string_view id, std::string_view text);

}  // namespace demarche

#endif
