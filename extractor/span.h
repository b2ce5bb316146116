#ifndef DEMARCHE_EXTRACTOR_SPAN_H_
#define DEMARCHE_EXTRACTOR_SPAN_H_

#include <compare>
#include <cstdint>
#include <string_view>

namespace demarche {

/// A half-open range of bytes of an article's text.
///
/// Results keep spans, never views: a span is still right after its article
/// has been moved, and it is the evidence that the RDF output cites.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const Span&, const Span&) = default;
};

/// The bytes of `text` that `span` covers.  Precondition: it lies inside.
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

inline bool contains(Span outer, Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace demarche

#endif
